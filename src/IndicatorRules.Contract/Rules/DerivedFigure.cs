using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>A figure worked out from others: an average over years, a sum, a ratio, the parent place's average.</summary>
internal sealed class DerivedFigure : Figure
{
    private Func<int, Interval>? _of;
    private Dictionary<int, Fact?>? _known;
    private string? _fault;
    private int _depth;

    internal override string? Fault => _fault;

    internal override int Depth => _depth;

    internal override Fact? Previous => In(Bound.Year - 1);

    /// <summary>The figure; where it cannot be worked out, an absence that no policy takes for an answer.</summary>
    /// <param name="from">The figure it is worked out from.</param>
    /// <param name="value">Its value; null where an operand is missing.</param>
    /// <param name="kind">Distinguishes it from others computed from the same figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="name">What it is called in reasons.</param>
    /// <param name="of">What it is in another year; null where it cannot be worked out for another.</param>
    /// <param name="depth">How often it is worked out from one that is itself worked out.</param>
    /// <param name="growth">How an average growth came about.</param>
    internal static DerivedFigure Of(
        Figure from, Reading? value, string kind, string unit, LocalizedText name, Func<int, Interval>? of = null, int depth = 1,
        GrowthSoFar? growth = null)
    {
        var own = from.Fact.Value;
        var derived = new DerivedFigure { _of = of, _depth = depth };
        derived.Attach(
            from.Owner,
            from.Info with
            {
                Id = $"{from.Info.Id}.{kind}",
                Name = name,
                Unit = unit,
                IsItem = true,
                Growth = growth,
                States = [],
                Absence = value is null && !own.IsAbsent ? new AbsencePolicy() : from.Info.Absence,
            },
            0);
        derived.Bind(from.Fact with
        {
            Value = value ?? (own.IsAbsent ? own : Reading.Absent(AbsenceKind.NotReported)),
            ReportedMet = from.Fact.ReportedMet ?? from.Owner.Row.Own.ReportedMet,
            Change = null,
            ParentAverage = null,
        });
        return derived;
    }

    /// <summary>
    /// A figure that cannot be worked out because the rule asks for it in a way that means nothing: each of its words fails.
    /// </summary>
    /// <param name="from">The figure it was to be worked out from.</param>
    /// <param name="fault">A key of <see cref="ScriptFault"/>.</param>
    internal static DerivedFigure Failed(Figure from, string fault)
    {
        var failed = new DerivedFigure { _fault = fault };
        failed.Attach(from.Owner, from.Info with { IsItem = true, States = [], Absence = new AbsencePolicy() }, 0);
        failed.Bind(Fact.Unknown);
        return failed;
    }

    internal override Fact? In(int year)
    {
        if (year == ReadingYear)
        {
            return Fact.IsAbsent ? null : Fact;
        }

        if (_of is null || Owner.Outlook)
        {
            return null;
        }

        _known ??= [];
        if (!_known.TryGetValue(year, out var known))
        {
            known = _of(year).ToReading() is { } value ? new Fact { Value = value } : null;
            _known.Add(year, known);
        }

        return known;
    }

    internal override Fact FactOf(int year) => year == ReadingYear ? Fact : In(year) ?? Fact.Unknown;

    // A figure computed for one year says nothing of another year: no facts have this id.
    private void Bind(Fact fact)
    {
        var owner = Owner.Row;
        var row = new BoundRow("");
        Join(row, BoundFigure.OwnIndex);
        row.Bind(new RuleInput(owner.Facts, new IndicatorFacts { Id = "", Own = fact }, owner.FactsYear, owner.Year, owner.WithReasons));
    }
}
