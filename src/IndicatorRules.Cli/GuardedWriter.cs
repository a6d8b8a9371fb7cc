using System.Text;

namespace IndicatorRules.Cli;

/// <summary>Writes to a stream that may be closed, full or gone, and hands each failure on.</summary>
/// <param name="to">The stream behind it.</param>
/// <param name="failed">Decides what a failed write means: it throws where a result would be incomplete, and returns where a message is lost.</param>
internal sealed class GuardedWriter(TextWriter to, Action<Exception> failed) : TextWriter
{
    public override Encoding Encoding => to.Encoding;

    public override void Write(char value) => Attempt(() => to.Write(value));

    public override void Write(string? value) => Attempt(() => to.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => to.Write(buffer, index, count));

    public override void WriteLine(string? value) => Attempt(() => to.WriteLine(value));

    public override void Flush() => Attempt(to.Flush);

    private void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            failed(e);
        }
    }
}
