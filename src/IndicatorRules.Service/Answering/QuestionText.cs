using IndicatorRules.Contract;

namespace IndicatorRules.Service.Answering;

/// <summary>The parameters of a question as one text, as in an address: what the ledger records.</summary>
internal static class QuestionText
{
    internal static string Write(Question question) => string.Join(
        '&', Parameters.Write(question).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Reads a recorded question again.</summary>
    /// <returns>The question; null if it was not recorded by this program or an earlier version.</returns>
    internal static Question? Read(string kind, string text, string form, FactsBody facts, FactsBody? before)
    {
        if (!Enum.TryParse<QuestionKind>(kind, out var known) || AnswerForm.Of(known).FirstOrDefault(f => f.Name == form) is not { } answer)
        {
            return null;
        }

        var given = text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .Select(p => new KeyValuePair<string, string>(Uri.UnescapeDataString(p[0]), Uri.UnescapeDataString(p[1])));
        var question = new Question { Kind = known, Facts = facts, Before = before, Form = answer, Language = Language.Zh };
        return Parameters.Read(question, given).Value;
    }
}
