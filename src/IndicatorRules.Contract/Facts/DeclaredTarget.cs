namespace IndicatorRules.Contract.Facts;

/// <summary>A dated target as the table handed in prints it: compared by checks, never judged by. Immutable.</summary>
/// <param name="Year">The year it is due.</param>
/// <param name="Text">As printed.</param>
/// <param name="AtLeast">The figure to be reached, in the indicator's unit; null where it names none.</param>
/// <param name="AtMost">The figure not to be exceeded; null where it names none.</param>
/// <param name="SuperiorTask">Whether it asks for the superior's task to be completed.</param>
public sealed record DeclaredTarget(int Year, string Text, decimal? AtLeast = null, decimal? AtMost = null, bool SuperiorTask = false)
{
    /// <summary>As printed.</summary>
    public string Text { get; init => field = Given.NotNull(value); } = Given.NotNull(Text);

    /// <inheritdoc/>
    public override string ToString() => $"{Year} {Text}";
}
