namespace IndicatorRules.Scripting.Caching;

/// <summary>How much of one kind is kept. Immutable.</summary>
/// <param name="Entries">The most files.</param>
/// <param name="Bytes">The most bytes of all of them together.</param>
internal sealed record CacheBound(int Entries, long Bytes)
{
    /// <summary>
    /// The files to be given up, longest unused first; a quarter more than need be, so that not every new file costs one.
    /// </summary>
    internal IEnumerable<FileInfo> Surplus(IEnumerable<FileInfo> files)
    {
        var all = files.OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var (count, bytes) = (all.Count, all.Sum(f => f.Length));
        if (count <= Entries && bytes <= Bytes)
        {
            yield break;
        }

        foreach (var file in all.TakeWhile(_ => count > Entries * 3 / 4 || bytes > Bytes * 3 / 4))
        {
            count--;
            bytes -= file.Length;
            yield return file;
        }
    }
}
