using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>An indicator or item as a rule sees it: the words that judge it.</summary>
/// <remarks>
/// Belongs to one rule table and with it to one thread at a time; the host binds it to a place and year before each
/// rule. Numbers are in the figure's own unit. A missing figure is never zero and never false: it is Undetermined, or
/// what the scheme says that its kind of absence comes to.
/// </remarks>
public abstract partial class Figure
{
    private FigureInfo? _info;
    private RuleContext? _owner;

    private protected Figure()
    {
    }

    internal FigureInfo Info => _info!;

    internal RuleContext Owner => _owner!;

    internal Fact Fact { get; private protected set; } = Fact.Unknown;

    /// <summary>At least: ≥ <paramref name="threshold"/>.</summary>
    /// <param name="threshold">In the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict AtLeast(decimal threshold, [CallerLineNumber] int line = 0) =>
        Compare(Clause.AtLeast, threshold, threshold, line);

    /// <summary>More than: ＞ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public Verdict MoreThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Compare(Clause.MoreThan, threshold, threshold, line);

    /// <summary>At most: ≤ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public Verdict AtMost(decimal threshold, [CallerLineNumber] int line = 0) =>
        Compare(Clause.AtMost, threshold, threshold, line);

    /// <summary>Less than: ＜ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public Verdict LessThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Compare(Clause.LessThan, threshold, threshold, line);

    /// <summary>Between two numbers, both included.</summary>
    /// <param name="low">The lower end, in the figure's unit.</param>
    /// <param name="high">The upper end, in the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Between(decimal low, decimal high, [CallerLineNumber] int line = 0) =>
        Compare(Clause.Between, low, high, line);

    /// <summary>左右: within <paramref name="within"/> of <paramref name="value"/>, both ends included.</summary>
    /// <param name="value">The middle, in the figure's unit.</param>
    /// <param name="within">How far off is still right, in the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict About(decimal value, decimal within, [CallerLineNumber] int line = 0) =>
        Compare(Clause.Between, value - within, value + within, line);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator >(Figure figure, decimal threshold) =>
        figure.Branch(Clause.MoreThan, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator <(Figure figure, decimal threshold) =>
        figure.Branch(Clause.LessThan, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator >=(Figure figure, decimal threshold) =>
        figure.Branch(Clause.AtLeast, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator <=(Figure figure, decimal threshold) =>
        figure.Branch(Clause.AtMost, threshold);

    private Comparison Branch(Clause clause, decimal threshold) => new(Compare(clause, threshold, threshold, 0), Fact.Value.IsAbsent);

    internal void Attach(RuleContext owner, FigureInfo info)
    {
        _owner = owner;
        _info = info;
    }

    internal abstract Fact FactIn(IndicatorFacts facts);

    /// <summary>What the facts claim of the row, for a figure that is absent.</summary>
    private protected Status Reported() =>
        Owner.Outlook ? Status.Undetermined : (Fact.ReportedMet ?? Owner.Fact.ReportedMet) switch
        {
            true => Status.Met,
            false => Status.NotMet,
            null => Status.Undetermined,
        };

    /// <summary>What an absent figure comes to by the scheme; Undetermined for words that are no figure.</summary>
    private protected Status Absence() =>
        Fact.Value.IsAbsent ? Info.Absence[Fact.Value.Absence] : Status.Undetermined;

    private protected Verdict Missing(Clause clause, int line, decimal? threshold = null, string text = "")
    {
        var absence = Absence();
        var claimed = absence == Status.Undetermined ? Reported() : absence;
        if (!Owner.WithReasons)
        {
            return new Verdict(absence, claimed);
        }

        var said = absence == Status.NotApplicable ? Clause.DoesNotApply : clause;
        return Explained(Step(said, absence, claimed, line) with { Threshold = threshold, Text = text });
    }

    private protected Finding Step(Clause clause, Status proven, Status claimed, int line) => new()
    {
        Clause = clause,
        Proven = proven,
        Claimed = claimed,
        Line = line,
        Figure = Info,
        Reading = Fact.Value,
        Year = Fact.OfYear ?? Owner.FactsYear,
        Unit = Info.Unit,
    };

    private protected static Verdict Explained(Finding finding) => new(finding.Proven, finding.Claimed, finding);

    private Verdict Compare(Clause clause, decimal low, decimal high, int line)
    {
        var value = Numeric(Fact.Value);
        if (value is null)
        {
            return Missing(clause, line, low);
        }

        var status = clause switch
        {
            Clause.AtLeast => Interval.AtLeast(value, low),
            Clause.MoreThan => Interval.MoreThan(value, low),
            Clause.AtMost => Interval.AtMost(value, low),
            Clause.LessThan => Interval.LessThan(value, low),
            _ => Verdict.All(Interval.AtLeast(value, low), Interval.AtMost(value, high)),
        };

        return Owner.WithReasons
            ? Explained(Step(clause, status, status, line) with
            {
                Threshold = low,
                UpperThreshold = clause == Clause.Between ? high : null,
                Margin = status == Status.Undetermined ? null : MarginOf(clause, value, low, high),
            })
            : new Verdict(status);
    }

    // The reading as an interval in the figure's unit; a quota counts as a percentage where the unit is %.
    private Reading? Numeric(Reading value) =>
        value.IsNumeric ? value
        : value is { Kind: ReadingKind.Quota, Assigned: > 0 } && Info.Unit == "%"
            ? Reading.Number(100m * value.Done!.Value / value.Assigned.Value)
            : null;

    // The distance of the end that decides: the lower end of an interval against ≥, the upper one against ≤.
    private static decimal? MarginOf(Clause clause, Reading value, decimal low, decimal high) => clause switch
    {
        Clause.AtLeast or Clause.MoreThan => value.Low - low,
        Clause.AtMost or Clause.LessThan => low - value.High,
        _ => value is { Low: { } least, High: { } most } ? Math.Min(least - low, high - most) : null,
    };
}
