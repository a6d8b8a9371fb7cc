using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>An indicator or item as a rule sees it: the words that judge it.</summary>
/// <remarks>
/// Belongs to one rule table and with it to one thread at a time; the host binds it to a place and year before each
/// rule. Numbers are in the figure's own unit. A missing figure is never zero and never false: it is Undetermined, or
/// the status that the scheme gives to its kind of absence.
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

    /// <summary>What makes every word of the figure fail, as a key of <see cref="ScriptFault"/>; null where nothing does.</summary>
    internal virtual string? Fault => null;

    internal int FirstState => _firstState;

    /// <summary>What is known of the figure, looked up.</summary>
    internal BoundFigure Bound => _bound!;

    /// <summary>The year that the reading is of.</summary>
    internal int ReadingYear => Fact.OfYear ?? Owner.FactsYear;

    /// <summary>The figure of the year before, where it can be compared with.</summary>
    internal virtual Fact? Previous => Bound.Previous;

    /// <summary>At least: ≥ <paramref name="threshold"/>.</summary>
    /// <param name="threshold">In the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict AtLeast(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number >= threshold) : Compare(BoundKind.AtLeast, threshold, line);

    /// <summary>More than: ＞ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict MoreThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number > threshold) : Compare(BoundKind.MoreThan, threshold, line);

    /// <summary>At most: ≤ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict AtMost(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number <= threshold) : Compare(BoundKind.AtMost, threshold, line);

    /// <summary>Less than: ＜ <paramref name="threshold"/>.</summary>
    /// <inheritdoc cref="AtLeast(decimal, int)"/>
    public Verdict LessThan(decimal threshold, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain ? Verdict.Of(Bound.Number < threshold) : Compare(BoundKind.LessThan, threshold, line);

    /// <summary>Between two numbers, both included.</summary>
    /// <param name="low">The lower end, in the figure's unit.</param>
    /// <param name="high">The upper end, in the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Between(decimal low, decimal high, [CallerLineNumber] int line = 0) =>
        Bound.IsPlain && low <= high ? Verdict.Of(Bound.Number >= low && Bound.Number <= high) : Within(nameof(Between), low, high, line);

    /// <summary>左右: within <paramref name="within"/> of <paramref name="value"/>, both ends included.</summary>
    /// <param name="value">The middle, in the figure's unit.</param>
    /// <param name="within">How far off is still right, in the figure's unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict About(decimal value, decimal within, [CallerLineNumber] int line = 0)
    {
        if (within < 0)
        {
            return Failed(ScriptFault.Negative(nameof(About), nameof(within), within), line);
        }

        try
        {
            return Within(nameof(About), value - within, value + within, line);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    /// <summary>左右, one-sided: right from <paramref name="value"/> on in the figure's direction; how far short of it is still right is
    /// not said, so that a figure short of it is Undetermined.</summary>
    /// <param name="value">In the figure's unit.</param>
    /// <remarks>Has no line: <c>About(60, 2)</c> would take its width for one.</remarks>
    public Verdict About(decimal value) => About(new AboutRange(value, 0, null), line: 0);

    /// <summary>左右, one-sided: right where the figure is short of <paramref name="value"/> by at most <paramref name="within"/>, wrong
    /// where by more than <paramref name="unclear"/> beyond that, and Undetermined between these.</summary>
    /// <param name="value">In the figure's unit.</param>
    /// <param name="within">How far short is still right, as the scheme decides; 0 where it does not.</param>
    /// <param name="unclear">How far short beyond that is left open.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict About(decimal value, decimal within, decimal unclear, [CallerLineNumber] int line = 0) =>
        within < 0 ? Failed(ScriptFault.Negative(nameof(About), nameof(within), within), line)
        : unclear < 0 ? Failed(ScriptFault.Negative(nameof(About), nameof(unclear), unclear), line)
        : About(new AboutRange(value, within, unclear), line);

    private Verdict About(AboutRange range, int line)
    {
        if (Fault is { } fault)
        {
            return Failed(fault, line);
        }

        try
        {
            var value = Numbers(Fact.Value);
            var verdict = value.IsEmpty ? Missing : new Verdict(range.Judge(Info.Direction, value));
            return !Owner.WithReasons ? verdict
                : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
                : new AboutReason(verdict, line, Info, Fact.Value, ReadingYear, range).Verdict;
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator >(Figure figure, decimal threshold) =>
        figure.Branch(BoundKind.MoreThan, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator <(Figure figure, decimal threshold) =>
        figure.Branch(BoundKind.LessThan, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator >=(Figure figure, decimal threshold) =>
        figure.Branch(BoundKind.AtLeast, threshold);

    /// <summary>Compares for a branch; see <see cref="Comparison"/>.</summary>
    public static Comparison operator <=(Figure figure, decimal threshold) =>
        figure.Branch(BoundKind.AtMost, threshold);

    private Comparison Branch(BoundKind kind, decimal threshold) => new(Compare(kind, threshold, 0), Fact.Value.IsAbsent);

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
    /// <param name="index">The figure's place among the scheme's items; <see cref="BoundFigure.OwnIndex"/> for the indicator's own.</param>
    internal void Join(BoundRow row, int index) => _bound = row.Figure(Info, index);

    /// <summary>The figure of a year, in whichever column it is given; null where there is none.</summary>
    internal virtual Fact? In(int year) => year != ReadingYear ? Bound.In(year) : Fact.IsAbsent ? null : Fact;

    /// <summary>The verdict on a missing figure: what the scheme says of its kind of absence, and then what is claimed.</summary>
    private Verdict Missing => new(Bound.Absence, Bound.Absence == Status.Undetermined ? Bound.Reported : Bound.Absence);

    /// <summary>Undetermined, whatever is claimed: a word that failed, which decides nothing and hides nothing beside it.</summary>
    private protected Verdict Failed(string fault, int line) => Owner.WithReasons
        ? new FaultReason(fault, line).Verdict
        : new Verdict(Status.Undetermined);

    private Verdict Absent(Verdict verdict, int line) => new AbsentReason(verdict, line, Info, Fact.Value, ReadingYear).Verdict;

    // Not inlined into the rules that call it: a rule is compiled whole, and most figures are plain.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Compare(BoundKind kind, decimal bound, int line)
    {
        // A word reaches this point for its reasons alone, an operator in any case.
        if (Fact.IsNumber)
        {
            return Plain(kind, Fact.Number, bound, line);
        }

        Interval value;
        try
        {
            value = Numbers(Fact.Value);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }

        if (value.IsEmpty && Fault is { } fault)
        {
            return Failed(fault, line);
        }

        var verdict = value.IsEmpty ? Missing : new Verdict(kind switch
        {
            BoundKind.AtLeast => value.AtLeast(bound),
            BoundKind.MoreThan => value.MoreThan(bound),
            BoundKind.AtMost => value.AtMost(bound),
            _ => value.LessThan(bound),
        });
        return !Owner.WithReasons ? verdict
            : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
            : new BoundReason(kind, verdict, line, Info, Fact.Value, ReadingYear, bound).Verdict;
    }

    private Verdict Within(string word, decimal low, decimal high, int line)
    {
        if (low > high)
        {
            return Failed(ScriptFault.Order(word, low, high), line);
        }

        Interval value;
        try
        {
            value = Numbers(Fact.Value);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }

        if (value.IsEmpty && Fault is { } fault)
        {
            return Failed(fault, line);
        }

        var verdict = value.IsEmpty ? Missing : new Verdict(value.Between(low, high));
        return !Owner.WithReasons ? verdict
            : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
            : new RangeReason(verdict, line, Info, Fact.Value, ReadingYear, low, high).Verdict;
    }

    // One number against another: the common case.
    private Verdict Plain(BoundKind kind, decimal number, decimal bound, int line)
    {
        var sign = decimal.Compare(number, bound);
        var holds = kind switch
        {
            BoundKind.AtLeast => sign >= 0,
            BoundKind.MoreThan => sign > 0,
            BoundKind.AtMost => sign <= 0,
            _ => sign < 0,
        };
        var verdict = Verdict.Of(holds);
        return Owner.WithReasons ? new BoundReason(kind, verdict, line, Info, Fact.Value, ReadingYear, bound).Verdict : verdict;
    }

    private Interval Numbers(Reading value) => Info.NumbersOf(value);
}
