using System.Text;

namespace IndicatorRules.Cli;

/// <summary>Writes to a stream that may be closed, full or broken, and passes each failure on.</summary>
/// <param name="to">The underlying writer.</param>
/// <param name="failed">Handles a failed write: throws for a result, which would be incomplete, and returns for a message.</param>
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
