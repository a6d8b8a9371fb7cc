namespace IndicatorRules.Cli;

/// <summary>The output of the tool. Immutable.</summary>
/// <param name="Out">Takes results.</param>
/// <param name="Error">Takes everything else.</param>
/// <param name="Width">The columns of a table.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width)
{
    /// <summary>Whether <see cref="Error"/> is a terminal; false by default.</summary>
    internal bool IsLive { get; init; }

    /// <summary>What the terminal that takes results can show; null for a file or pipe, the default.</summary>
    internal Screen? Screen { get; init; }

    /// <summary>Takes results whose colours are escape sequences; <see cref="Out"/> by default.</summary>
    internal TextWriter Coloured { get; init; } = Out;

    /// <summary>The time of day; shown only on a terminal.</summary>
    internal Func<TimeOnly> Clock { get; init; } = () => default;

    /// <summary>Takes the progress line, which moves the cursor; <see cref="Error"/> by default.</summary>
    internal TextWriter Progress { get; init; } = Error;

    /// <summary>The same output, with control characters made visible.</summary>
    internal Terminal Guarded() => this with { Out = new VisibleWriter(Out), Error = new VisibleWriter(Error) };

    /// <summary>The width of a table in a file or pipe.</summary>
    internal const int DefaultWidth = 150;
}
