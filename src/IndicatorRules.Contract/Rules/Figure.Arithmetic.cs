using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    // A name of more characters than this says less than it hides.
    private const int MostName = 60;

    /// <summary>The sum of two figures of one year. Both in one unit; one that is missing leaves it unknown.</summary>
    public static Figure operator +(Figure left, Figure right) => Joined(
        left, right, "plus", ("加", "plus"), keepsUnit: true, Plus);

    /// <summary>The difference of two figures of one year. Both in one unit; one that is missing leaves it unknown.</summary>
    public static Figure operator -(Figure left, Figure right) => Joined(
        left, right, "less", ("减", "less"), keepsUnit: true, Less);

    /// <summary>The quotient of two figures of one year, without a unit; unknown where one is missing or the divisor may be 0.</summary>
    public static Figure operator /(Figure left, Figure right) => Joined(
        left, right, "over", ("与", "over"), keepsUnit: false, Over);

    /// <summary>So many more, in the figure's unit.</summary>
    public static Figure operator +(Figure figure, decimal number) => Changed(
        figure, $"plus{number}", new($"加 {Reading.Plain(number)} 的和", $"plus {Reading.Plain(number)}"),
        i => Plus(i, Interval.Point(number)));

    /// <summary>So many less, in the figure's unit.</summary>
    public static Figure operator -(Figure figure, decimal number) => Changed(
        figure, $"less{number}", new($"减 {Reading.Plain(number)} 的差", $"less {Reading.Plain(number)}"),
        i => Less(i, Interval.Point(number)));

    /// <summary>So many times the figure, in its unit.</summary>
    public static Figure operator *(Figure figure, decimal times) => Changed(
        figure, $"times{times}", new($"的 {Reading.Plain(times)} 倍", $"times {Reading.Plain(times)}"),
        i => i.IsPoint ? (Exact.Of(i.Low) * Exact.Of(times)).ToInterval() : i.Times(Interval.Point(times)));

    /// <summary>So many times the figure, in its unit.</summary>
    public static Figure operator *(decimal times, Figure figure) => figure * times;

    /// <summary>The figure divided, in its unit.</summary>
    public static Figure operator /(Figure figure, decimal parts) => Changed(
        figure, $"over{parts}", new($"除以 {Reading.Plain(parts)} 的商", $"over {Reading.Plain(parts)}"),
        i => Over(i, Interval.Point(parts)),
        parts == 0 ? ScriptFault.DivisionByZero : null);

    /// <summary>At least such a part of another figure, compared in whole numbers: <c>AtLeast(Ratio(2, 3), of: Items.All)</c>.</summary>
    /// <param name="ratio">Which part.</param>
    /// <param name="of">The other figure, in the same unit.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict AtLeast(Ratio ratio, Figure of, [CallerLineNumber] int line = 0) => Against(BoundKind.AtLeast, of, ratio, line);

    /// <summary>More than such a part of another figure.</summary>
    /// <inheritdoc cref="AtLeast(Ratio, Figure, int)"/>
    public Verdict MoreThan(Ratio ratio, Figure of, [CallerLineNumber] int line = 0) => Against(BoundKind.MoreThan, of, ratio, line);

    /// <summary>At most so large a part of another figure.</summary>
    /// <inheritdoc cref="AtLeast(Ratio, Figure, int)"/>
    public Verdict AtMost(Ratio ratio, Figure of, [CallerLineNumber] int line = 0) => Against(BoundKind.AtMost, of, ratio, line);

    /// <summary>Less than such a part of another figure.</summary>
    /// <inheritdoc cref="AtLeast(Ratio, Figure, int)"/>
    public Verdict LessThan(Ratio ratio, Figure of, [CallerLineNumber] int line = 0) => Against(BoundKind.LessThan, of, ratio, line);

    private delegate Interval Together(in Interval left, in Interval right);

    // A decimal may round, even in a sum.
    private static Interval Plus(in Interval left, in Interval right) =>
        left.IsPoint && right.IsPoint ? (Exact.Of(left.Low) + Exact.Of(right.Low)).ToInterval() : left.Plus(right);

    private static Interval Less(in Interval left, in Interval right) =>
        left.IsPoint && right.IsPoint ? (Exact.Of(left.Low) - Exact.Of(right.Low)).ToInterval() : left.Above(right);

    private static Interval Over(in Interval left, in Interval right) =>
        left.IsPoint && right is { IsPoint: true, Low: not 0 } ? (Exact.Of(left.Low) / Exact.Of(right.Low)).ToInterval() : left.Over(right);

    private static DerivedFigure Joined(
        Figure left, Figure right, string kind, (string Zh, string En) word, bool keepsUnit, Together numbers)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if ((left.Fault ?? right.Fault ?? (keepsUnit ? left.OtherUnit(right) : null)) is { } fault)
        {
            return DerivedFigure.Failed(left, fault);
        }

        // One that is there counts before one that is not: a figure does not cease to apply because another does.
        var from = !left.Fact.IsAbsent ? left : !right.Fact.IsAbsent || right.Bound.Absence == Status.Undetermined ? right : left;
        var (here, there) = (left.NameWithin(), right.NameWithin());
        var name = keepsUnit ? new LocalizedText($"{here.Zh}{word.Zh}{there.Zh}", $"{here.En} {word.En} {there.En}")
            : new LocalizedText($"{here.Zh}{word.Zh}{there.Zh}之比", $"{here.En} {word.En} {there.En}");
        return from.WorkedOut(
            name, $"{kind}~{right.Info.Id.Replace('.', '~')}", keepsUnit ? left.Info.Unit : "-",
            year => numbers(left.NumbersOf(year), right.NumbersOf(year)), year => [.. left.Lacks(year), .. right.Lacks(year)],
            Math.Max(left.Depth, right.Depth));
    }

    private static DerivedFigure Changed(
        Figure figure, string kind, LocalizedText how, Func<Interval, Interval> change, string? fault = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if ((figure.Fault ?? fault) is { } wrong)
        {
            return DerivedFigure.Failed(figure, wrong);
        }

        var name = figure.NameWithin();
        return figure.WorkedOut(
            new($"{name.Zh}{how.Zh}", $"{name.En} {how.En}"), kind, figure.Info.Unit, year => change(figure.NumbersOf(year)), figure.Lacks,
            figure.Depth);
    }

    // Of one year's figures, so no deeper than these are.
    private DerivedFigure WorkedOut(
        LocalizedText name, string kind, string unit, Func<int, Interval> of, Func<int, IEnumerable<LocalizedText>> lacks, int depth)
    {
        try
        {
            var value = of(Owner.Outlook ? ReadingYear : Bound.Year);
            var named = name.Zh.Length > MostName || name.En.Length > 3 * MostName
                ? new LocalizedText("算得的数", "the figure worked out") : name;
            if (value.IsEmpty && lacks(ReadingYear).DistinctBy(n => n.Zh).ToList() is { Count: > 0 } missing)
            {
                named = new(
                    $"{named.Zh}（缺{string.Join("、", missing.Select(m => $"“{m.Zh}”"))} {ReadingYear} 年的数）",
                    $"{named.En} (no figure of {ReadingYear} for {string.Join(", ", missing.Select(m => m.En))})");
            }

            return DerivedFigure.Of(this, value.ToReading(), kind, unit, named, of, depth);
        }
        catch (OverflowException)
        {
            return DerivedFigure.Failed(this, ScriptFault.Overflow);
        }
    }

    // A derived figure is put in brackets, so that the name reads as it is computed.
    private LocalizedText NameWithin() => this is DerivedFigure && Info.Name.Zh is { Length: > 0 } zh && zh[^1] != '）'
        ? new($"（{zh}）", $"({Info.Name.En})")
        : Info.Name;

    private IEnumerable<LocalizedText> Lacks(int year) => NumbersOf(year).IsEmpty ? [Info.Name] : [];

    private Verdict Against(BoundKind kind, Figure of, Ratio ratio, int line)
    {
        ArgumentNullException.ThrowIfNull(of);
        var wrong = ratio is { Part: > 0, Whole: > 0 } ? null : ScriptFault.Part(nameof(Ratio), ratio.Part, ratio.Whole);
        if ((Fault ?? of.Fault ?? wrong ?? OtherUnit(of)) is { } fault)
        {
            return Failed(fault, line);
        }

        try
        {
            var part = Exact.Of(ratio.Part) / Exact.Of(ratio.Whole);
            var threshold = of.NumbersOf(ReadingYear).Rising(n => (Exact.Of(n) * part).ToInterval());
            return Against(kind, Numbers(Fact.Value), threshold, of, 1, ratio, line);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }
}
