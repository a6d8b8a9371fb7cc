using System.Text;

namespace IndicatorRules.Cli;

/// <summary>Takes messages. One that cannot be written is lost, and nothing else is: neither the result nor the exit code.</summary>
internal sealed class LossyWriter(TextWriter to) : TextWriter
{
    public override Encoding Encoding => to.Encoding;

    public override void Write(char value) => Attempt(() => to.Write(value));

    public override void Write(string? value) => Attempt(() => to.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => to.Write(buffer, index, count));

    public override void WriteLine(string? value) => Attempt(() => to.WriteLine(value));

    public override void Flush() => Attempt(to.Flush);

    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Closed, full or gone: there is no place left to say so.
        }
    }
}
