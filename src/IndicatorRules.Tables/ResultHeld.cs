using System.Text;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables;

/// <summary>Collects a result in a private temporary file and passes it on when complete.</summary>
/// <param name="goOut">Receives the complete result.</param>
internal sealed class ResultHeld(Action<Stream> goOut) : IVerdictOutput
{
    private readonly FileStream _held = InputFile.Aside();

    public bool IsEmpty { get; private set; } = true;

    internal static ResultHeld For(TextWriter to) => new(held =>
    {
        using var text = new StreamReader(held, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        var buffer = new char[1 << 16];
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
        {
            to.Write(buffer, 0, read);
        }

        to.Flush();
    });

    public void Append(ReadOnlySpan<byte> bytes, BatchCounts counts)
    {
        IsEmpty = false;
        _held.Write(bytes);
    }

    public void Finish()
    {
        _held.Position = 0;
        goOut(_held);
    }

    public void Discard()
    {
    }

    public void Dispose() => _held.Dispose();
}
