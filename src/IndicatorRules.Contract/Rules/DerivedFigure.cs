using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>A figure worked out from others: an average over years, a sum, a ratio, the parent place's average.</summary>
internal sealed class DerivedFigure : Figure
{
    /// <summary>The figure; where it cannot be worked out, an absence that no policy takes for an answer.</summary>
    /// <param name="from">The figure it is worked out from.</param>
    /// <param name="value">Its value; null where an operand is missing.</param>
    /// <param name="kind">What tells it from others worked out from the same figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="name">What it is called in reasons.</param>
    internal static DerivedFigure Of(Figure from, Reading? value, string kind, string unit, LocalizedText name)
    {
        var own = from.Fact.Value;
        var owner = from.Owner.Row;
        var derived = new DerivedFigure();
        derived.Attach(
            from.Owner,
            from.Info with
            {
                Id = $"{from.Info.Id}.{kind}",
                Name = name,
                Unit = unit,
                IsItem = true,
                States = [],
                Absence = value is null && !own.IsAbsent ? new AbsencePolicy() : from.Info.Absence,
            },
            0);
        var fact = from.Fact with
        {
            Value = value ?? (own.IsAbsent ? own : Reading.Absent(AbsenceKind.NotReported)),
            ReportedMet = from.Fact.ReportedMet ?? owner.Own.ReportedMet,
            Change = null,
            ParentAverage = null,
        };
        // What was worked out for one year says nothing of another: no facts bear this id.
        var row = new BoundRow("");
        derived.Join(row, BoundFigure.OwnPlace);
        row.Bind(new Binding(owner.Facts, new IndicatorFacts { Id = "", Own = fact }, owner.FactsYear, owner.Year, owner.WithReasons));
        return derived;
    }
}
