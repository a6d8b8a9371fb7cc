using System.Globalization;
using System.Reflection;
using IndicatorRules.Contract.Readings;
using Parquet;
using Parquet.Schema;

namespace IndicatorRules.Tables.Formats;

/// <summary>A Parquet file, one row group in memory at a time. Used in the child process only.</summary>
internal sealed class ParquetFile : IDisposable
{
    // Characters per answer. A frame has room for three bytes of each.
    private const int MostText = 4 * TableCaps.Row;

    private static readonly MethodInfo NumberCells =
        typeof(ParquetFile).GetMethod(nameof(ReadNumbersAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly FileStream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private string?[][] _cells = [];
    private int _group = -1;
    private int _row;
    private int _rowsInGroup;

    internal ParquetFile(string path)
    {
        _stream = File.OpenRead(path);
        try
        {
            ParquetFooter.Validate(_stream);
            _reader = Wait(ParquetReader.CreateAsync(_stream, null, leaveStreamOpen: true, CancellationToken.None));
            _fields = _reader.Schema.GetDataFields();
            Head = ReadHead();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal ParquetHead Head { get; }

    /// <summary>The next rows; none after the last.</summary>
    internal ParquetPart Next()
    {
        while (_row >= _rowsInGroup)
        {
            if (++_group >= _reader.RowGroupCount)
            {
                return new([.. _fields.Select(_ => Array.Empty<string?>())], 0);
            }

            _cells = Wait(ReadGroupAsync(_group));
            (_row, _rowsInGroup) = (0, _cells.Length == 0 ? 0 : _cells[0].Length);
        }

        var (end, text) = (_row, 0L);
        while (end < _rowsInGroup && end - _row < TableCaps.ParquetRows && text < MostText)
        {
            var length = _cells.Sum(c => (long)(c[end]?.Length ?? 0));
            if (length > TableCaps.Row && end == _row)
            {
                return new([.. _fields.Select(_ => Array.Empty<string?>())], 0, ParquetFault.Row);
            }

            if (length > TableCaps.Row)
            {
                break;
            }

            text += length;
            end++;
        }

        var part = new ParquetPart(Array.ConvertAll(_cells, c => c[_row..end]), end - _row);
        _row = end;
        return part;
    }

    public void Dispose()
    {
        _reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private ParquetHead ReadHead()
    {
        if (_reader.Schema.Fields.Count > TableCaps.Columns)
        {
            return new([], 0, ParquetFault.Columns, Column: _reader.Schema.Fields.Count.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var field in _reader.Schema.Fields)
        {
            if (field is not DataField { IsArray: false } data || (!IsText(data.ClrType) && !IsNumber(data.ClrType)))
            {
                var type = field is DataField { ClrType: var clr } ? clr.Name : field.SchemaType.ToString();
                return new([], 0, ParquetFault.ColumnType, field.Name, type);
            }
        }

        return new([.. _reader.Schema.Fields.Select(f => f.Name)], _reader.RowGroups.Sum(g => g.RowCount));
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

    // Binary numbers become the shortest decimal that round-trips, without an exponent.
    private static string Text<T>(T value)
        where T : struct
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.Contains('E', StringComparison.Ordinal)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            ? Reading.Plain(plain)
            : text;
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
