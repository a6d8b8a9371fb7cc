using System.Text;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>Takes the result. What it cannot write ends the run with a message, not with a smaller result.</summary>
internal sealed class ResultWriter(TextWriter to) : TextWriter
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
            throw FileFaultException.WritingResult(e);
        }
    }
}
