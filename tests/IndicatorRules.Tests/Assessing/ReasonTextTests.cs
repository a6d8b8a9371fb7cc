using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>
/// The text of a reason, whatever the rule and the facts: it combines to the verdict that it is the reason of, and reads like a sentence.
/// </summary>
[Properties(Arbitrary = [typeof(ReasonTextTests)], MaxTest = 2000)]
[Trait("Category", "Slow")]
public class ReasonTextTests
{
    public static Arbitrary<RandomReasons> Reasons() => RandomReasons.All.ToArbitrary();

    [Property]
    public void Write_AnyRule_CombinesToItsVerdict(RandomReasons one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var verdict = one.Facts.Judge(one.Judge, withReasons: true);
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            foreach (var evidence in (Evidence[])[Evidence.Declared, Evidence.Measured])
            {
                var text = new ReasonWriter(language, evidence, new SchemeLabels(null, language)).Write(verdict.Reason!).ToList();
                Hold(text, language);
                Assert.True(
                    verdict.StatusUnder(evidence) == new ReasonGrammar(language).Read(text),
                    $"{verdict} under {evidence}:\n{string.Join('\n', text)}");
            }
        }
    }

    [Property]
    public void Write_AnyRuleBeforeItIsDue_ReadsLikeSentences(RandomReasons one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var verdict = (one.Facts with { Year = 2025 }).Judge(one.Judge, withReasons: true);
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            Hold([.. new OutlookWriter(language, 2025, Situation.Now, new SchemeLabels(null, language)).Write(verdict.Reason!)], language);
        }
    }

    [Property]
    public void Each_AnyRule_TurnsTheVerdictAndReadsLikeASentence(RandomReasons one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var verdict = one.Facts.Judge(one.Judge, withReasons: true);
        foreach (var flip in Flip.Each(verdict.Reason!))
        {
            Assert.NotEqual(verdict.Claimed, flip.To);
            Hold([flip.Sentence(verdict.Claimed, Language.Zh)], Language.Zh);
            Hold([flip.Sentence(verdict.Claimed, Language.En)], Language.En);
        }
    }

    [Fact]
    public void Each_FarthestNumbers_DoesNotOverflow()
    {
        const decimal far = 79_000_000_000_000_000_000_000_000_000m;
        var situation = Situation.Of(1).Before(Reading.Number(1));
        var verdict = situation.Judge(r => r.ChangeAtMost(-far) | r.ChangeAtLeast(far), withReasons: true);
        Assert.Equal(Status.NotMet, verdict.Claimed);
        Assert.Equal([Status.Met], Flip.Each(verdict.Reason!).Select(f => f.To));
        Assert.NotNull(Flip.Of(verdict.Reason!));
    }

    private static void Hold(List<string> text, Language language)
    {
        Assert.NotEmpty(text);
        foreach (var sentence in text)
        {
            Assert.NotEmpty(sentence);
            Assert.True(Balanced(sentence), sentence);
            Assert.DoesNotMatch("[?？]|“”|\\d\\.\\d{5}|  |null|[≥≤＞＜] [0-9]|： |undefined", sentence);
            Assert.DoesNotMatch("(%|个百分点|percentage points?) *\\1|\\bt t\\b|%%|(\\d{4})、\\2 年|\\b(\\d{4}) and \\3\\b", sentence);
            // What was handed in, and names of tasks, stand in quotes; quotas stand as they were printed.
            var own = Regex.Replace(sentence, "`[^`]*`|“[^”]*”|\\d+(/\\d+)?( 座)?", "");
            Assert.DoesNotMatch(language == Language.Zh ? "[A-Za-su-z]" : "\\p{IsCJKUnifiedIdeographs}|[，。；：（）、]", own);
        }
    }

    private static bool Balanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += ReasonGrammar.Depth(c);
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0 && text.Count(c => c == '“') == text.Count(c => c == '”');
    }
}
