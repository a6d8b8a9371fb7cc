using System.Collections.Immutable;
using System.Text;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>
/// The bytes of a frame → values. Whatever the bytes are, it ends with values or with <see cref="InvalidDataException"/>. One thread.
/// </summary>
internal sealed class WireReader(byte[] bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    /// <summary>How long the texts were that came so far, together.</summary>
    internal int Characters { get; private set; }

    internal bool Flag() => Take(1)[0] switch
    {
        0 => false,
        1 => true,
        _ => throw Wrong("a flag"),
    };

    internal int Number() => BitConverter.ToInt32(Take(sizeof(int)));

    internal string Text()
    {
        var taken = Take(Length());
        try
        {
            var text = Strict.GetString(taken);
            Characters += text.Length;
            return text;
        }
        catch (ArgumentException)
        {
            throw Wrong("a text");
        }
    }

    internal decimal Amount()
    {
        ReadOnlySpan<int> parts = [Number(), Number(), Number(), Number()];
        try
        {
            return new decimal(parts);
        }
        catch (ArgumentException)
        {
            throw Wrong("a number");
        }
    }

    internal T Kind<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), Take(1)[0]);
        return Enum.IsDefined(value) ? value : throw Wrong("a kind");
    }

    internal byte[] Bytes() => Take(Count()).ToArray();

    internal T? Optional<T>(Func<T> read)
        where T : struct => Flag() ? read() : null;

    internal T? Maybe<T>(Func<T> read)
        where T : class => Flag() ? read() : null;

    internal ImmutableArray<T> Many<T>(Func<T> read)
    {
        var values = ImmutableArray.CreateBuilder<T>();
        for (var left = Count(); left > 0; left--)
        {
            values.Add(read());
        }

        return values.DrainToImmutable();
    }

    /// <summary>Nothing may be left over.</summary>
    internal void End()
    {
        if (_at != bytes.Length)
        {
            throw Wrong("the end");
        }
    }

    internal static InvalidDataException Wrong(string what) => new($"The frame is damaged: {what} is wrong.");

    // Each counts for a byte at least, so that a lie about a count cannot ask for more memory than was sent.
    private int Count() => Number() is var count && count >= 0 && count <= bytes.Length - _at ? count : throw Wrong("a count");

    // As BinaryWriter puts it before a text.
    private int Length()
    {
        var length = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Take(1)[0];
            length |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return length;
            }
        }

        throw Wrong("a length");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - _at)
        {
            throw Wrong("the length");
        }

        _at += count;
        return bytes.AsSpan(_at - count, count);
    }
}
