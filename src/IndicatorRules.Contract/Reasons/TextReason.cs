using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A step about words: a state, a task that is only said, a note of the rule's own. Immutable.</summary>
internal sealed class TextReason(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, string text)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    public override string Text => text;
}
