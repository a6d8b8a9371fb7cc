using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables;

/// <summary>The input of a batch.</summary>
internal interface IBatchInput : IDisposable
{
    /// <summary>Diagnostics about the input as a whole.</summary>
    ImmutableArray<Diagnostic> Notices { get; }

    /// <summary>The part read so far, in the unit of <see cref="Length"/>. For progress only.</summary>
    long Position { get; }

    /// <summary>The length of the input, in a unit that depends on its kind.</summary>
    long Length { get; }

    /// <summary>SHA-256 over everything on which the verdicts depend.</summary>
    string Hash();

    /// <summary>All places in order.</summary>
    /// <param name="from">The index of the first place to read.</param>
    IEnumerable<IEnumerable<Result<FactsFile>>> Blocks(int from);
}

/// <summary>A folder of facts files and workbooks.</summary>
internal sealed class FolderInput : IBatchInput
{
    private const int FilesPerBlock = 4;

    private readonly FactsFolder _folder;

    internal FolderInput(string path, Func<string, Result<FactsFile>>? workbooks)
    {
        _folder = new FactsFolder(path, workbooks);
        if (_folder.Count == 0)
        {
            throw new DiagnosticException(DiagnosticCatalog.BatchEmpty, new Location(path));
        }
    }

    public ImmutableArray<Diagnostic> Notices => [];

    public long Position { get; private set; }

    public long Length => _folder.Count;

    public string Hash() => _folder.Hash();

    public IEnumerable<IEnumerable<Result<FactsFile>>> Blocks(int from)
    {
        foreach (var files in Enumerable.Range(from, Math.Max(0, _folder.Count - from)).Chunk(FilesPerBlock))
        {
            Position = files[0];
            yield return files.Select(_folder.Read);
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>A table file.</summary>
internal sealed class TableInput : IBatchInput
{
    private readonly ITableRows _rows;
    private readonly FactsTable _table;
    private readonly InputFile _file;

    internal TableInput(
        InputFile file, BatchAssessor assessor, BatchRequest request, bool reusesFacts, CancellationToken cancellationToken)
    {
        _file = file;
        _rows = request.Rows ?? TableFile.Open(file, request.Input, cancellationToken);
        try
        {
            var opened = assessor.OpenTable(_rows, request.Input, reusesFacts);
            (_table, Notices) = (opened.OrThrow(), opened.Diagnostics);
        }
        catch
        {
            _rows.Dispose();
            throw;
        }
    }

    public ImmutableArray<Diagnostic> Notices { get; }

    public long Position => _rows.Position;

    public long Length => _rows.Length;

    public string Hash()
    {
        using var stream = _file.Read();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public IEnumerable<IEnumerable<Result<FactsFile>>> Blocks(int from) => _table.Blocks(from);

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }
}
