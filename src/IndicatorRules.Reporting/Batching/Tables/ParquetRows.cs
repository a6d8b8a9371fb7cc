using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>The rows of a Parquet file, one row group in memory at a time; lines are rows, counted from 1.</summary>
internal sealed class ParquetRows : ITableRows
{
    private static readonly MethodInfo NumberCells =
        typeof(ParquetRows).GetMethod(nameof(ReadNumbersAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private string?[][] _cells = [];
    private int _group = -1;
    private int _row = -1;
    private int _rowsInGroup;

    internal ParquetRows(Stream stream, string path)
    {
        _path = path;
        _stream = stream;
        try
        {
            _reader = Guarded(() => ParquetReader.CreateAsync(_stream, null, leaveStreamOpen: true, CancellationToken.None));
            _fields = _reader.Schema.GetDataFields();
            Headings = [.. _reader.Schema.Fields.Select(f => f.Name)];
            CheckTypes();
            Length = _reader.RowGroups.Sum(g => g.RowCount);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ImmutableArray<string> Headings { get; }

    public int CellCount => _fields.Length;

    public int Line { get; private set; }

    public long Position => Line;

    public long Length { get; }

    public bool Read()
    {
        while (++_row >= _rowsInGroup)
        {
            if (++_group >= _reader.RowGroupCount)
            {
                return false;
            }

            _cells = Guarded(() => ReadGroupAsync(_group));
            (_row, _rowsInGroup) = (-1, _cells.Length == 0 ? 0 : _cells[0].Length);
        }

        Line++;
        return true;
    }

    public ReadOnlySpan<char> Plain => [];

    public ReadOnlySpan<char> Cell(int column) => _cells[column][_row];

    public void Dispose()
    {
        _reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private void CheckTypes()
    {
        foreach (var field in _reader.Schema.Fields)
        {
            if (field is not DataField { IsArray: false } data || (!IsText(data.ClrType) && !IsNumber(data.ClrType)))
            {
                var type = field is DataField { ClrType: var clr } ? clr.Name : field.SchemaType.ToString();
                throw TableFaultException.Of(DiagnosticCatalog.TableColumnType, new Location(_path), field.Name, type);
            }
        }
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);

    private static bool IsNumber(Type type) => type.IsPrimitive || type == typeof(decimal);

    private async Task<string?[][]> ReadGroupAsync(int index)
    {
        using var group = _reader.OpenRowGroupReader(index);
        var cells = new string?[_fields.Length][];
        for (var i = 0; i < _fields.Length; i++)
        {
            cells[i] = new string?[group.RowCount];
            await (IsText(_fields[i].ClrType)
                ? group.ReadAsync(_fields[i], cells[i].AsMemory()!).AsTask()
                : (Task)NumberCells.MakeGenericMethod(_fields[i].ClrType).Invoke(null, [group, _fields[i], cells[i]])!);
        }

        return cells;
    }

    private static async Task ReadNumbersAsync<T>(ParquetRowGroupReader group, DataField field, string?[] cells)
        where T : struct
    {
        var values = new T?[cells.Length];
        if (field.IsNullable)
        {
            await group.ReadAsync<T>(field, values.AsMemory());
        }
        else
        {
            var all = new T[cells.Length];
            await group.ReadAsync<T>(field, all.AsMemory());
            values = Array.ConvertAll(all, v => (T?)v);
        }

        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[i] is { } value ? Text(value) : null;
        }
    }

    // The shortest decimal that stands for a binary number is the one that was written; a power of ten is written out.
    private static string Text<T>(T value)
        where T : struct
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.Contains('E', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            ? Reading.Plain(plain)
            : text;
    }

    // The library throws whatever its parts throw at bytes that are no Parquet.
    private T Guarded<T>(Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            throw TableFaultException.Of(DiagnosticCatalog.TableNotParquet, new Location(_path));
        }
    }
}
