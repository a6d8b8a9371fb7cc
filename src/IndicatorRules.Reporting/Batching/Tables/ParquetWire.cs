using System.Text;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>What the reading process says of a file: its columns, or why it cannot be read. Immutable.</summary>
/// <param name="Headings">The names of the columns.</param>
/// <param name="Length">How many rows there are.</param>
/// <param name="Fault">Why it cannot be read; <see cref="ParquetFault.None"/> where it can.</param>
/// <param name="Column">The column that is at fault; empty where none is.</param>
/// <param name="Type">Its type.</param>
internal sealed record ParquetHead(string[] Headings, long Length, ParquetFault Fault = ParquetFault.None, string Column = "", string Type = "");

/// <summary>Some rows of a file, column by column. Immutable.</summary>
/// <param name="Cells">Of each column, the cells of these rows; null where there is no value.</param>
/// <param name="Rows">How many rows; none after the last.</param>
/// <param name="Fault">Why there are no more.</param>
internal sealed record ParquetPart(string?[][] Cells, int Rows, ParquetFault Fault = ParquetFault.None);

/// <summary>Why a file is not read.</summary>
internal enum ParquetFault : byte
{
    /// <summary>It is.</summary>
    None,

    /// <summary>It is damaged, or no Parquet.</summary>
    Damaged,

    /// <summary>A column holds something else than cells.</summary>
    ColumnType,

    /// <summary>It has more columns than a table may.</summary>
    Columns,

    /// <summary>A row is longer than a row may be.</summary>
    Row,
}

/// <summary>
/// Heads and parts as the bytes of a frame. Whatever the bytes are, they are read as one or end with <see cref="InvalidDataException"/>.
/// </summary>
internal static class ParquetWire
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static byte[] Write(ParquetHead head)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Strict);
        to.Write((byte)head.Fault);
        to.Write(head.Column);
        to.Write(head.Type);
        to.Write(head.Length);
        to.Write(head.Headings.Length);
        foreach (var heading in head.Headings)
        {
            to.Write(heading);
        }

        to.Flush();
        return bytes.ToArray();
    }

    internal static byte[] Write(ParquetPart part)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Strict);
        to.Write((byte)part.Fault);
        to.Write(part.Rows);
        foreach (var column in part.Cells)
        {
            for (var row = 0; row < part.Rows; row++)
            {
                to.Write(column[row] is not null);
                if (column[row] is { } cell)
                {
                    to.Write(cell);
                }
            }
        }

        to.Flush();
        return bytes.ToArray();
    }

    internal static ParquetHead ReadHead(byte[] frame) => Read(frame, from =>
    {
        var (fault, column, type, length) = (Fault(from), from.ReadString(), from.ReadString(), from.ReadInt64());
        var headings = new string[Count(from, TableCaps.Columns)];
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = from.ReadString();
        }

        return new ParquetHead(headings, length, fault, column, type);
    });

    internal static ParquetPart ReadPart(byte[] frame, int columns) => Read(frame, from =>
    {
        var (fault, rows) = (Fault(from), Count(from, TableCaps.ParquetRows));
        var cells = new string?[columns][];
        for (var column = 0; column < columns; column++)
        {
            cells[column] = new string?[rows];
            for (var row = 0; row < rows; row++)
            {
                cells[column][row] = from.ReadBoolean() ? from.ReadString() : null;
            }
        }

        return new ParquetPart(cells, rows, fault);
    });

    private static T Read<T>(byte[] frame, Func<BinaryReader, T> read)
    {
        using var from = new BinaryReader(new MemoryStream(frame, writable: false), Strict);
        try
        {
            var value = read(from);
            return from.BaseStream.Position == frame.Length ? value : throw new InvalidDataException("Something follows the answer.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The answer is damaged.");
        }
    }

    private static ParquetFault Fault(BinaryReader from) => (ParquetFault)from.ReadByte() is var fault && Enum.IsDefined(fault)
        ? fault
        : throw new InvalidDataException("The answer is damaged.");

    private static int Count(BinaryReader from, int most) => from.ReadInt32() is var count && count >= 0 && count <= most
        ? count
        : throw new InvalidDataException("The answer is damaged.");
}
