using System.Text;
using Spectre.Console;

namespace IndicatorRules.Reporting;

/// <summary>Text of a fixed width, so that the same assessment gives the same bytes on every terminal and in a file.</summary>
internal sealed class PlainOutput(TextWriter to, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer { get; } = to;

    public bool IsTerminal => false;

    public int Width { get; } = width;

    public int Height => 1000;

    public void SetEncoding(Encoding encoding)
    {
        // The writer's owner has chosen it.
    }
}
