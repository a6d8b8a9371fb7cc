using Spectre.Console;
using Spectre.Console.Rendering;

namespace IndicatorRules.Reporting;

/// <summary>Draws plain text of a fixed width, so that the same assessment gives the same bytes on every terminal and in a file.</summary>
/// <remarks>Without a console of the library's, which finds out about screen, colours and environment what nobody asks here.</remarks>
internal sealed class PlainText(int width) : IReadOnlyCapabilities
{
    public ColorSystem ColorSystem => ColorSystem.NoColors;

    public bool Ansi => false;

    public bool Links => false;

    public bool AlternateBuffer => false;

    public bool Legacy => false;

    public bool Interactive => false;

    public bool Unicode => true;

    internal void Write(IRenderable drawn, TextWriter to)
    {
        foreach (var segment in drawn.Render(Options(), width))
        {
            to.Write(segment.Text);
        }
    }

    private RenderOptions Options() => new(this, new Size(width, 1000));
}
