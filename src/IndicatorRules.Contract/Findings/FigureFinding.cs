using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Findings;

/// <summary>What a word finds in a figure. Immutable.</summary>
internal abstract class FigureFinding(Clause clause, Verdict verdict, int line, FigureInfo figure, Reading? reading, int year)
    : Finding(clause, verdict, line)
{
    public override FigureInfo Figure => figure;

    public override Reading? Reading => reading;

    public override int? Year => year;

    public override string Unit => figure.Unit;
}
