using System.Buffers.Binary;

namespace IndicatorRules.Tables.Formats;

/// <summary>
/// Validates the footer of a Parquet file (Thrift compact protocol) before the library reads it: a length or count that exceeds the bytes
/// keeps the library busy forever.
/// </summary>
internal static class ParquetFooter
{
    private const int Tail = 8;
    internal const int MostBytes = 64 * 1024 * 1024;
    internal const int MostDepth = 32;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <exception cref="InvalidDataException">The file is not Parquet.</exception>
    internal static void Validate(Stream file)
    {
        Span<byte> tail = stackalloc byte[Tail];
        Require(file.Length >= Magic.Length + Tail);
        file.Position = 0;
        file.ReadExactly(tail[..Magic.Length]);
        Require(tail[..Magic.Length].SequenceEqual(Magic));
        file.Position = file.Length - Tail;
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        Require(tail[4..].SequenceEqual(Magic) && length is > 0 and <= MostBytes && length <= file.Length - Tail - Magic.Length);
        var footer = new byte[length];
        file.Position = file.Length - Tail - length;
        file.ReadExactly(footer);
        file.Position = 0;
        var walk = new Walk(footer);
        walk.Struct(0);
        Require(walk.IsAtEnd);
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("The footer is damaged.");
        }
    }

    private ref struct Walk(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        internal readonly bool IsAtEnd => _left.IsEmpty;

        internal void Struct(int depth)
        {
            Require(depth <= MostDepth);
            while (Byte() is var head && head != 0)
            {
                // The field's number is a delta in the head, or follows it.
                if (head >> 4 == 0)
                {
                    Number();
                }

                Value(head & 0x0F, depth, withinList: false);
            }
        }

        private void Value(int type, int depth, bool withinList)
        {
            switch (type)
            {
                case 1 or 2:
                    // A boolean is part of its field's head; in a list it takes a byte.
                    Skip(withinList ? 1UL : 0UL);
                    break;
                case 3:
                    Skip(1);
                    break;
                case 4 or 5 or 6:
                    Number();
                    break;
                case 7:
                    Skip(8);
                    break;
                case 8:
                    Skip(Number());
                    break;
                case 9 or 10:
                    List(depth);
                    break;
                case 11:
                    Map(depth);
                    break;
                case 12:
                    Struct(depth + 1);
                    break;
                default:
                    Require(false);
                    break;
            }
        }

        private void List(int depth)
        {
            var head = Byte();
            var count = head >> 4 == 15 ? Number() : (ulong)(head >> 4);
            Items(count, head & 0x0F, 0, depth);
        }

        private void Map(int depth)
        {
            var count = Number();
            var types = count == 0 ? 0 : Byte();
            Items(count, types >> 4, types & 0x0F, depth);
        }

        // Every element takes at least one byte.
        private void Items(ulong count, int type, int second, int depth)
        {
            Require(depth < MostDepth && count <= (ulong)_left.Length);
            for (; count > 0; count--)
            {
                Value(type, depth + 1, withinList: true);
                if (second != 0)
                {
                    Value(second, depth + 1, withinList: true);
                }
            }
        }

        private ulong Number()
        {
            var number = 0UL;
            for (var shift = 0; shift < 70; shift += 7)
            {
                var next = Byte();
                number |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return number;
                }
            }

            throw new InvalidDataException("The footer is damaged.");
        }

        private byte Byte()
        {
            Require(!_left.IsEmpty);
            var next = _left[0];
            _left = _left[1..];
            return next;
        }

        private void Skip(ulong count)
        {
            Require(count <= (ulong)_left.Length);
            _left = _left[(int)count..];
        }
    }
}
