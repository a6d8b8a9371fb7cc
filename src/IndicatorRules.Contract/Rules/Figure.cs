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
    private BoundFigure? _bound;
    private int _firstState;

    private protected Figure()
    {
    }

    internal FigureInfo Info => _info!;

    internal RuleContext Owner => _owner!;

    internal Fact Fact => _bound!.Fact;

    /// <summary>What is known of the figure, looked up.</summary>
    internal BoundFigure Bound => _bound!;

    /// <summary>At least: ≥ <paramref name="threshold"/>.</summary>
    /// <param name="threshold">In the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict AtLeast(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number >= threshold) : Compare(Clause.AtLeast, threshold, threshold, line);

    /// <summary>More than: ＞ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict MoreThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number > threshold) : Compare(Clause.MoreThan, threshold, threshold, line);

    /// <summary>At most: ≤ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict AtMost(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number <= threshold) : Compare(Clause.AtMost, threshold, threshold, line);

    /// <summary>Less than: ＜ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict LessThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number < threshold) : Compare(Clause.LessThan, threshold, threshold, line);

    /// <summary>Between two numbers, both included.</summary>
    /// <param name="low">The lower end, in the figure's unit.</param>
    /// <param name="high">The upper end, in the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Between(decimal low, decimal high, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number >= low && Bound.Number <= high) : Compare(Clause.Between, low, high, line);

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

    /// <param name="owner">The rule that sees the figure.</param>
    /// <param name="info">What the scheme says of it.</param>
    /// <param name="firstState">The place of its first state in the order that <see cref="StateId"/> counts in.</param>
    internal void Attach(RuleContext owner, FigureInfo info, int firstState)
    {
        _owner = owner;
        _info = info;
        _firstState = firstState;
    }

    /// <summary>Reads a row from now on.</summary>
    /// <param name="row">The row, which other schemes' rules may read too.</param>
    /// <param name="place">The figure's place among the scheme's items; <see cref="BoundFigure.OwnPlace"/> for the indicator's own.</param>
    internal void Join(BoundRow row, int place) => _bound = row.Figure(Info, place);

    private protected Verdict Missing(Clause clause, int line, decimal? threshold = null, string text = "")
    {
        var absence = Bound.Absence;
        var claimed = absence == Status.Undetermined ? Bound.Reported : absence;
        if (!Owner.WithReasons)
        {
            return new Verdict(absence, claimed);
        }

        var said = absence == Status.NotApplicable ? Clause.DoesNotApply : clause;
        return Explained(Step(said, absence, claimed, line, text, threshold));
    }

    private protected Finding Step(
        Clause clause, Status proven, Status claimed, int line, string text = "", decimal? threshold = null, decimal? margin = null,
        int? year = null, Operands? operands = null) =>
        new(clause, proven, claimed, line, Info, Fact.Value, year ?? Fact.OfYear ?? Owner.FactsYear, text, operands) { Threshold = threshold, Margin = margin };

    private protected static Verdict Explained(Finding finding) => new(finding.Proven, finding.Claimed, finding);

    // Kept out of the rules that call it: a rule is compiled whole, and most figures are plain.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Compare(Clause clause, decimal low, decimal high, int line)
    {
        // A word comes here for its reasons alone, an operator in any case.
        if (Fact.IsNumber && clause <= Clause.LessThan)
        {
            return Plain(clause, Fact.Number, low, line);
        }

        var value = Numbers(Fact.Value);
        if (value.IsEmpty)
        {
            return Missing(clause, line, low);
        }

        var status = clause switch
        {
            Clause.AtLeast => value.AtLeast(low),
            Clause.MoreThan => value.MoreThan(low),
            Clause.AtMost => value.AtMost(low),
            Clause.LessThan => value.LessThan(low),
            _ => value.Between(low, high),
        };

        return Owner.WithReasons ? Compared(clause, value, low, high, status, line) : new Verdict(status);
    }

    // One number against another: the common case.
    private Verdict Plain(Clause clause, decimal number, decimal threshold, int line)
    {
        var sign = decimal.Compare(number, threshold);
        var holds = clause switch
        {
            Clause.AtLeast => sign >= 0,
            Clause.MoreThan => sign > 0,
            Clause.AtMost => sign <= 0,
            _ => sign < 0,
        };
        if (!Owner.WithReasons)
        {
            return Verdict.Of(holds);
        }

        var margin = clause is Clause.AtLeast or Clause.MoreThan ? number - threshold : threshold - number;
        return Explained(new(clause, holds ? Status.Met : Status.NotMet, line, Info, Fact.Value, Fact.OfYear ?? Owner.FactsYear, threshold, margin));
    }

    private Verdict Compared(Clause clause, in Interval value, decimal low, decimal high, Status status, int line)
    {
        var margin = status == Status.Undetermined ? null : MarginOf(clause, value, low, high);
        var operands = clause == Clause.Between ? new Operands { UpperThreshold = high } : null;
        return Explained(Step(clause, status, status, line, threshold: low, margin: margin, operands: operands));
    }

    // The reading as numbers in the figure's unit; a quota counts as a percentage where the unit is %.
    private Interval Numbers(Reading value) =>
        value.Kind == ReadingKind.Quota && Info.Unit == "%" ? value.Percent : value.Interval;

    // The distance of the end that decides: the lower end of an interval against ≥, the upper one against ≤.
    private static decimal? MarginOf(Clause clause, in Interval value, decimal low, decimal high) => clause switch
    {
        Clause.AtLeast or Clause.MoreThan => value.Least - low,
        Clause.AtMost or Clause.LessThan => low - value.Most,
        _ => value is { Least: { } least, Most: { } most } ? Math.Min(least - low, high - most) : null,
    };
}
