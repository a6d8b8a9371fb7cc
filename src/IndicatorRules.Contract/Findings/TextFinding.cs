using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Findings;

/// <summary>A step about words: a state, a task that is only said, a note of the rule's own. Immutable.</summary>
internal sealed class TextFinding(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, string text)
    : FigureFinding(clause, verdict, line, figure, reading, year)
{
    public override string Text => text;
}
