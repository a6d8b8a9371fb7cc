using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A step in full: the rarer clauses. Immutable.</summary>
internal sealed class RecordedReason : Reason
{
    private readonly Details _details;

    internal RecordedReason(Clause clause, Verdict verdict, int line, Details details)
        : this(Bounded(details), clause, verdict, line)
    {
    }

    private RecordedReason(Details details, Clause clause, Verdict verdict, int line)
        : base(clause, verdict, line, SizeOf(details)) => _details = details;

    public override FigureInfo? Figure => _details.Figure;

    public override Reading? Reading => _details.Reading;

    public override int? Year => _details.Year;

    public override decimal? Threshold => _details.Threshold;

    public override decimal? UpperThreshold => _details.UpperThreshold;

    public override FigureInfo? Against => _details.Against;

    public override decimal? Times => _details.Times;

    public override Reading? Reference => _details.Reference;

    public override int? ReferenceYear => _details.ReferenceYear;

    public override decimal? PrintedChange => _details.PrintedChange;

    public override string Text => _details.Text;

    public override decimal? Margin => _details.Margin;

    public override string Unit => _details.Unit;

    public override ImmutableArray<Reason> Parts => _details.Parts;

    public override bool IsCutShort => _details.IsCutShort;

    private static Details Bounded(Details details) =>
        SizeOf(details) <= MostSteps ? details : details with { Parts = [], IsCutShort = true };

    private static int SizeOf(Details details) => details.Parts.Aggregate(1, (sum, part) => sum + part.Size);
}
