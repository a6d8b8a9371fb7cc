using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Facts;

/// <summary>The facts files and workbooks in a folder, without subfolders, in ordinal order of their names. Thread-safe.</summary>
public sealed class FactsFolder
{
    private const string Workbook = ".xlsx";

    private readonly string[] _files;
    private readonly Lazy<FolderTwins> _twins;
    private readonly Func<string, Result<FactsFile>>? _workbooks;

    /// <summary>Lists the files of a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="workbooks">Reads a workbook (.xlsx), on any thread; null to leave workbooks out.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public FactsFolder(string path, Func<string, Result<FactsFile>>? workbooks = null)
    {
        string[] forms = workbooks is null ? [] : PlainFile.In(path, Workbook);
        _files = [.. PlainFile.In(path, ".json").Concat(forms).Order(StringComparer.Ordinal)];
        _workbooks = workbooks;
        _twins = new(() => new FolderTwins(_files, file => IsWorkbook(file) ? InputFault.Guard(file, () => workbooks!(file)) : null));
    }

    /// <summary>The number of files.</summary>
    public int Count => _files.Length;

    /// <summary>SHA-256 over the names and bytes of all files.</summary>
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

    /// <summary>Reads one file. No row of it will be judged if another file states the same place and year.</summary>
    /// <param name="index">The index of the file.</param>
    public Result<FactsFile> Read(int index)
    {
        var (path, twin) = (_files[index], _twins.Value.Of(index));
        if (twin is (var same, false))
        {
            return new(null, [same]);
        }

        // A pipe given as the input is waited for. A pipe among files would block the rest, so it is rejected.
        if (PlainFile.IsSpecial(path))
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.NotPlainFile, new Location(path), [path])]);
        }

        var read = InputFault.Guard(path, () => IsWorkbook(path) ? _workbooks!(path) : FactsReader.ReadFile(path));
        return twin is (var why, true) ? new(read.Value?.Refused(why), [.. read.Diagnostics, why]) : read;
    }

    private static bool IsWorkbook(string path) => path.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase);

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
}
