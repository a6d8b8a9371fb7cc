using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>One thing that the checks found, in one language. Immutable.</summary>
public sealed class ReportedContradiction
{
    /// <param name="found">The contradiction.</param>
    /// <param name="language">The language.</param>
    /// <param name="document">The document of all sources, which is said once for all of them; empty where they have several.</param>
    internal ReportedContradiction(Contradiction found, Language language, string document)
    {
        var words = new Wording(language);
        Row = found.Indicator;
        LacksEvidence = found.IsLack;
        Group = LacksEvidence ? words.Say("缺少佐证", "Evidence lacking") : words.Say("数据矛盾", "Contradiction");
        Title = found.Check.Title.In(language);
        Message = PaperText.Of(ContradictionsText.Alone(found, language), language);
        Sides = [.. found.Sides.Select(s => Line(s, language, document))];
        ToDo = PaperText.Of(found.Remedy.In(language), language);
    }

    /// <summary>The row that it is about; null for background figures.</summary>
    public Indicator? Row { get; }

    /// <summary>Whether evidence is lacking, rather than contradicted.</summary>
    public bool LacksEvidence { get; }

    /// <summary>数据矛盾 or 缺少佐证.</summary>
    public string Group { get; }

    /// <summary>What the check looks for.</summary>
    public string Title { get; }

    /// <summary>What it found, without the number and name of the row.</summary>
    public string Message { get; }

    /// <summary>The entries concerned, with their sources.</summary>
    public ImmutableArray<string> Sides { get; }

    /// <summary>What to do about it.</summary>
    public string ToDo { get; }

    // Without the line of the file, which means nothing to readers of papers.
    private static string Line(ContradictionSide side, Language language, string document)
    {
        var words = new Wording(language);
        var text = PaperText.Of($"{side.Name.In(language)} {side.Said.In(language).Replace('\n', ' ')}".Trim(), language);
        var source = ContradictionsText.Within(side.Source, document);
        return source.Length == 0 ? text : words.Say($"{text}（{source}）", $"{text} ({source})");
    }
}
