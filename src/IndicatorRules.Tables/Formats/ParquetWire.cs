using System.Text;

namespace IndicatorRules.Tables.Formats;

/// <summary>The columns of a Parquet file, or why it cannot be read. Immutable.</summary>
/// <param name="Headings">The column names.</param>
/// <param name="Length">The number of rows.</param>
/// <param name="Fault">Why the file cannot be read.</param>
/// <param name="Column">The column at fault; empty if none is.</param>
/// <param name="Type">The type of that column.</param>
internal sealed record ParquetHead(
    string[] Headings, long Length, ParquetFault Fault = ParquetFault.None, string Column = "", string Type = "");

/// <summary>Some rows of a Parquet file, column by column. Immutable.</summary>
/// <param name="Cells">The cells of each column; null for missing values.</param>
/// <param name="Rows">The number of rows; 0 after the last.</param>
/// <param name="Fault">Why no rows follow.</param>
internal sealed record ParquetPart(string?[][] Cells, int Rows, ParquetFault Fault = ParquetFault.None);

/// <summary>Why a Parquet file cannot be read.</summary>
internal enum ParquetFault : byte
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The file is damaged or not Parquet.</summary>
    Damaged,

    /// <summary>A column's type is not supported.</summary>
    ColumnType,

    /// <summary>The file has too many columns.</summary>
    Columns,

    /// <summary>A row is too long.</summary>
    Row,
}

/// <summary>Encodes heads and parts as frames. Decoding throws <see cref="InvalidDataException"/> on any invalid frame.</summary>
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
