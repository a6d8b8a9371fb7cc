using System.Text;

namespace IndicatorRules.Reporting.Batching;

/// <summary>A result that is held back in a file that nobody else sees, and goes out when it is whole.</summary>
internal sealed class ResultHeld(TextWriter to) : IVerdictOutput
{
    private readonly FileStream _held = new(
        Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    public void Append(ReadOnlySpan<byte> bytes, BatchCounts counts) => _held.Write(bytes);

    public void Finish()
    {
        _held.Position = 0;
        using var text = new StreamReader(_held, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        var buffer = new char[1 << 16];
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
        {
            to.Write(buffer, 0, read);
        }

        to.Flush();
    }

    public void Discard()
    {
    }

    public void Dispose() => _held.Dispose();
}
