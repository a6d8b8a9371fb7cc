using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Tables.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tables;

/// <summary>The facts files in a folder, without subfolders, in ordinal order of their names.</summary>
internal sealed class FolderInput : IBatchInput
{
    private const int FilesPerBlock = 4;

    private readonly string[] _files;
    private int _begun;

    internal FolderInput(string folder)
    {
        _files = PlainFile.In(folder, ".json");
        if (_files.Length == 0)
        {
            throw TableFaultException.Of(DiagnosticCatalog.BatchEmpty, new Location(folder));
        }
    }

    public long Position => _begun;

    public long Length => _files.Length;

    public string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            all.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            all.AppendData(HashOf(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    public IEnumerable<IPlaceBlock> Blocks()
    {
        var twins = new FolderTwins(_files);
        for (var i = 0; i < _files.Length; i += FilesPerBlock)
        {
            _begun = i;
            yield return new FileBlock(this, twins, i, Math.Min(FilesPerBlock, _files.Length - i));
        }
    }

    public void Dispose()
    {
    }

    // A file that cannot be read is reported when its turn comes.
    private static byte[] HashOf(string file)
    {
        try
        {
            using var stream = PlainFile.Open(file);
            return SHA256.HashData(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static PlaceInput Read(string path, (Diagnostic Why, bool Writes)? twin)
    {
        if (twin is (var same, false))
        {
            return new PlaceInput(null, [same]);
        }

        // A pipe given as the input is waited for. A pipe among files would block the rest, so it is rejected.
        if (PlainFile.IsSpecial(path))
        {
            return new PlaceInput(null, [new Diagnostic(DiagnosticCatalog.NotPlainFile, new Location(path), [path])]);
        }

        var read = InputFault.Guard(path, () => FactsReader.ReadFile(path));
        var file = twin is (var why, true) ? read.Value?.Refused(why) : read.Value;
        return new PlaceInput(file, twin is null ? read.Diagnostics : [.. read.Diagnostics, twin.Value.Why]);
    }

    private sealed class FileBlock(FolderInput folder, FolderTwins twins, int before, int count) : IPlaceBlock
    {
        public int PlacesBefore => before;

        public int PlaceCount => count;

        public IEnumerable<PlaceInput> Read(int first) =>
            Enumerable.Range(before + first, count - first).Select(i => FolderInput.Read(folder._files[i], twins.Of(i)));

        public void Return()
        {
        }
    }
}
