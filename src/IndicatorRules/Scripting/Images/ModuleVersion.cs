using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IndicatorRules.Scripting.Images;

/// <summary>The identity that a compiler gave an assembly; native code that is made of it later keeps it.</summary>
internal static class ModuleVersion
{
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    internal static Guid OfFile(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var pe = new PEReader(stream, PEStreamOptions.LeaveOpen | PEStreamOptions.PrefetchMetadata);
        var reader = pe.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid);
    }
}
