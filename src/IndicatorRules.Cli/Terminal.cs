namespace IndicatorRules.Cli;

/// <summary>Where results and everything else go.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Everything else.</param>
/// <param name="Width">Columns.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width)
{
    /// <summary>Whether <see cref="Error"/> is a screen that somebody watches; false by default.</summary>
    internal bool IsLive { get; init; }

    /// <summary>Where the line of progress goes, which moves the cursor; <see cref="Error"/> by default.</summary>
    internal TextWriter Progress { get; init; } = Error;

    /// <summary>The same terminal behind <see cref="VisibleWriter"/>s.</summary>
    internal Terminal Guarded() => this with { Out = new VisibleWriter(Out), Error = new VisibleWriter(Error) };

    /// <summary>The width of a table that goes to a file or pipe.</summary>
    internal const int DefaultWidth = 150;
}
