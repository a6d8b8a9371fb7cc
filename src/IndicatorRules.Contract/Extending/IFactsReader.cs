namespace IndicatorRules.Contract.Extending;

/// <summary>Reads facts from a bureau's own kind of file. Written by strangers; needs a constructor without parameters.</summary>
/// <remarks>The host may call it on any thread, one call at a time; it gives up a call that does not come back in time.</remarks>
public interface IFactsReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">The whole file, from its start; the host closes it.</param>
    /// <param name="name">The file's name, for messages; nothing is to be opened by it.</param>
    /// <returns>The facts, or everything that is wrong with the file.</returns>
    FactsReading Read(Stream file, string name);
}
