namespace IndicatorRules.Benchmarks.Peers;

/// <summary>Takes the answers of rules that can only say yes or no.</summary>
public sealed class AnswerSink
{
    private readonly Answer[] _answers = new Answer[RuleTexts.Ids.Count];

    public bool Take(int row, Answer answer)
    {
        _answers[row] = answer;
        return true;
    }

    public Answer At(int row) => _answers[row];

    internal void CopyTo(Span<Answer> answers) => _answers.CopyTo(answers);
}
