using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>One figure that the authority above set, beside what was reached. Immutable.</summary>
/// <param name="Name">What was set: 用水总量.</param>
/// <param name="Unit">The unit of both figures.</param>
/// <param name="Required">The figure set.</param>
/// <param name="AtMost">True when the figure set is an upper limit; false when it is to be reached.</param>
/// <param name="Actual">What was reached.</param>
public sealed record SuperiorTaskFigure(string Name, string Unit, decimal Required, bool AtMost, Reading Actual)
{
    /// <summary>What was set.</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>The unit of both figures.</summary>
    public string Unit { get; init => field = Given.NotNull(value); } = Given.NotNull(Unit);

    /// <summary>What was reached.</summary>
    public Reading Actual { get; init => field = Given.NotNull(value); } = Given.NotNull(Actual);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {(AtMost ? "≤" : "≥")}{Reading.Plain(Required)} {Unit}: {Actual.Text}".TrimStart();
}
