using System.Collections.Concurrent;
using System.Security.Cryptography;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables.Rows;

/// <summary>The places of a table, in their order.</summary>
internal sealed class TableInput : IBatchInput
{
    private readonly ConcurrentBag<TablePlaceReader> _idle = [];
    private readonly ITableRows _rows;
    private readonly TableBlockReader _blocks;
    private readonly TableLayout _layout;
    private readonly KnownIndicators _known;
    private readonly InputFile _file;
    private readonly string _path;

    private TableInput(ITableRows rows, PreparedScheme scheme, InputFile file, string path)
    {
        (_rows, _known, _file, _path) = (rows, scheme.Known, file, path);
        var attributes = scheme.Scheme.Lineage().Reverse().Concat(scheme.Shared.SelectMany(s => s.Lineage())).SelectMany(s => s.Place);
        var headingAt = new Location(path, rows.HeadingLine, 1);
        _layout = new TableLayoutReader(rows.Headings, [.. attributes.DistinctBy(a => a.Id)], headingAt).Read();
        _blocks = new TableBlockReader(rows, _layout, path);
    }

    public System.Collections.Immutable.ImmutableArray<Diagnostic> Notices => [.. _rows.Notices, .. _layout.Notices];

    public long Position => _rows.Position;

    public long Length => _rows.Length;

    internal static TableInput Open(InputFile file, string path, PreparedScheme scheme, CancellationToken cancellationToken)
    {
        var rows = RowsOf(file, path, cancellationToken);
        try
        {
            return new TableInput(rows, scheme, file, path);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private static ITableRows RowsOf(InputFile file, string path, CancellationToken cancellationToken) =>
        Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase) ? new ParquetRows(file, path, cancellationToken)
        : new CsvRows(file.Read(FileOptions.SequentialScan), path);

    public string Hash()
    {
        using var stream = _file.Read();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public IEnumerable<IPlaceBlock> Blocks()
    {
        var any = false;
        foreach (var block in _blocks.Blocks())
        {
            any = true;
            yield return new Places(this, block);
        }

        if (!any)
        {
            throw TableFaultException.Of(DiagnosticCatalog.BatchEmpty, new Location(_path));
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }

    private sealed class Places(TableInput table, TableBlock block) : IPlaceBlock
    {
        public int PlacesBefore => block.PlacesBefore;

        public int PlaceCount => block.PlaceCount;

        public IEnumerable<PlaceInput> Read(int first)
        {
            var reader = table._idle.TryTake(out var idle) ? idle : new TablePlaceReader(table._layout, table._known, table._path);
            for (var index = first; index < block.PlaceCount; index++)
            {
                PlaceInput read;
                try
                {
                    read = reader.Read(block, index);
                }
                catch (Exception fault) when (fault is not TableFaultException && InputFault.IsOf(fault))
                {
                    var line = block.Row(block.Rows(index).First).Line;
                    read = PlaceInput.Unread with { Diagnostics = [InputFault.Of(fault, new Location(table._path, line, 1))] };
                    reader = new TablePlaceReader(table._layout, table._known, table._path);
                }

                yield return read;
            }

            table._idle.Add(reader);
        }

        public void Return() => table._blocks.Return(block);
    }
}
