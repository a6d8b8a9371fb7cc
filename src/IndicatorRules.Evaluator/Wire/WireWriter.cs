using System.Globalization;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>Values → the bytes of a frame, in the order written. One thread.</summary>
internal sealed class WireWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _to;

    internal WireWriter() => _to = new BinaryWriter(_bytes);

    internal byte[] ToArray()
    {
        _to.Flush();
        return _bytes.ToArray();
    }

    internal void Flag(bool value) => _to.Write(value);

    internal void Number(int value) => _to.Write(value);

    internal void Text(string value) => _to.Write(value);

    /// <summary>With its scale: 46.720 stays 46.720.</summary>
    internal void Amount(decimal value) => _to.Write(value);

    internal void Kind<T>(T value)
        where T : struct, Enum => _to.Write(Convert.ToByte(value, CultureInfo.InvariantCulture));

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        _to.Write(value.Length);
        _to.Write(value);
    }

    internal void Optional<T>(T? value, Action<T> write)
        where T : struct
    {
        Flag(value is not null);
        if (value is { } there)
        {
            write(there);
        }
    }

    internal void Maybe<T>(T? value, Action<T> write)
        where T : class
    {
        Flag(value is not null);
        if (value is not null)
        {
            write(value);
        }
    }

    internal void Many<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        _to.Write(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    public void Dispose() => _to.Dispose();
}
