using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;
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

    /// <summary>What makes every word of the figure fail, as a key of <see cref="ScriptFault"/>; null where nothing does.</summary>
    internal virtual string? Fault => null;

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
    /// <param name="index">The figure's place among the scheme's items; <see cref="BoundFigure.OwnIndex"/> for the indicator's own.</param>
    internal void Join(BoundRow row, int index) => _bound = row.Figure(Info, index);

    /// <summary>The figure of a year, in whichever column it is given; null where there is none.</summary>
    internal virtual Fact? In(int year) => year != ReadingYear ? Bound.In(year) : Fact.IsAbsent ? null : Fact;

    /// <summary>Undetermined, whatever is claimed: a word that failed, which decides nothing and hides nothing beside it.</summary>
    private protected Verdict Failed(string fault, int line) => Owner.WithReasons
        ? Measured(Clause.Fault, default, line, new() { Text = fault })
        : new Verdict(Status.Undetermined);

    private protected Verdict Missing(Clause clause, int line, decimal? threshold = null, string text = "", decimal? upper = null)
    {
        if (Fault is { } fault)
        {
            return Failed(fault, line);
        }

        var absence = Bound.Absence;
        var verdict = new Verdict(absence, absence == Status.Undetermined ? Bound.Reported : absence);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var said = absence == Status.NotApplicable ? Clause.DoesNotApply : clause;
        return new MissingReason(said, verdict, line, Info, Fact.Value, ReadingYear, text, threshold, upper).Verdict;
    }

    private protected Verdict Said(Clause clause, Verdict verdict, int line, string text) => Owner.WithReasons
        ? new TextReason(clause, verdict, line, Info, Fact.Value, ReadingYear, text).Verdict
        : verdict;

    // Kept out of the rules that call it: a rule is compiled whole, and most figures are plain.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Compare(Clause clause, decimal low, decimal high, int line)
    {
        // A word comes here for its reasons alone, an operator in any case.
        if (Fact.IsNumber && clause <= Clause.LessThan)
        {
            return Plain(clause, Fact.Number, low, line);
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

        if (value.IsEmpty)
        {
            return Missing(clause, line, low, upper: clause == Clause.Between ? high : null);
        }

        var status = clause switch
        {
            Clause.AtLeast => value.AtLeast(low),
            Clause.MoreThan => value.MoreThan(low),
            Clause.AtMost => value.AtMost(low),
            Clause.LessThan => value.LessThan(low),
            _ => value.Between(low, high),
        };

        var verdict = new Verdict(status);
        return Owner.WithReasons ? new RangeReason(clause, verdict, line, Info, Fact.Value, ReadingYear, low, high).Verdict : verdict;
    }

    private Verdict Within(string word, decimal low, decimal high, int line) => low <= high
        ? Compare(Clause.Between, low, high, line)
        : Failed(ScriptFault.Order(word, low, high), line);

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
        var verdict = Verdict.Of(holds);
        return Owner.WithReasons ? new NumberReason(clause, verdict, line, Info, Fact.Value, ReadingYear, threshold).Verdict : verdict;
    }

    private protected Verdict Measured(Clause clause, Verdict verdict, int line, Details details) => new RecordedReason(
        clause, verdict, line, details with { Figure = Info, Reading = Fact.Value, Year = ReadingYear, Unit = Info.Unit }).Verdict;

    private Interval Numbers(Reading value) => Info.NumbersOf(value);
}
