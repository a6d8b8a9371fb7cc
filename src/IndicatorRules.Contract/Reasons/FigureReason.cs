using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>What a word of a rule found in a figure. Immutable.</summary>
public abstract class FigureReason : Reason
{
    private protected FigureReason(Verdict verdict, int line, FigureInfo figure, Reading? reading, int year)
        : base(verdict, line) => (Figure, Reading, Year) = (figure, reading, year);

    /// <summary>The id of the indicator or item judged; with a dot and more behind it where the rule worked the figure out.</summary>
    public string FigureId => Figure.Id;

    /// <summary>The name of the figure judged.</summary>
    public LocalizedText FigureName => Figure.Name;

    internal FigureInfo Figure { get; }

    /// <summary>The reading judged; null where that year has none.</summary>
    public Reading? Reading { get; }

    /// <summary>The year of <see cref="Reading"/>.</summary>
    public int Year { get; }

    /// <inheritdoc/>
    public override string Unit => Figure.Unit;

    /// <summary>The reading as numbers in the figure's unit.</summary>
    internal Interval Numbers => Reading is { } reading ? Figure.NumbersOf(reading) : default;
}

/// <summary>The scheme decides by the figure's absence alone, most often as not applicable. Immutable.</summary>
public sealed class AbsentReason : FigureReason
{
    internal AbsentReason(Verdict verdict, int line, FigureInfo figure, Reading reading, int year)
        : base(verdict, line, figure, reading, year)
    {
    }
}

/// <summary>A state asked for. Immutable.</summary>
public sealed class StateReason : FigureReason
{
    internal StateReason(Verdict verdict, int line, FigureInfo figure, Reading reading, int year, string state, bool orLater)
        : base(verdict, line, figure, reading, year) => (State, OrLater) = (state, orLater);

    /// <summary>The id of the state asked for, one of the figure's.</summary>
    public string State { get; }

    /// <summary>Whether a later state of the scheme's order is right too.</summary>
    public bool OrLater { get; }
}
