using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>One thing that the checks found, in one language. Immutable.</summary>
public sealed class ReportedFinding
{
    internal ReportedFinding(Contradiction found, Language language)
    {
        var words = new Wording(language);
        Row = found.Indicator;
        LacksEvidence = found.LacksEvidence;
        Group = LacksEvidence ? words.Say("缺少佐证", "Evidence lacking") : words.Say("数据矛盾", "Contradiction");
        Title = found.Check.Title.In(language);
        Message = found.Message.In(language);
        Sides = [.. found.Sides.Select(s => Line(s, language))];
        ToDo = LacksEvidence
            ? words.Say("补充实际数值或证明材料，并写明来源；补不出的，“是否达标”不填“是”。",
                "Add the figure or document with its source; without one, do not report the row as met.")
            : words.Say("核对所列各处的原始材料，更正不对的一处；都对的，在备注中说明口径差别。",
                "Compare the sources and correct the wrong one; if all are right, explain the difference in the note.");
    }

    /// <summary>The row that it is about; null for background figures.</summary>
    public Indicator? Row { get; }

    /// <summary>Whether evidence is lacking, rather than contradicted.</summary>
    public bool LacksEvidence { get; }

    /// <summary>数据矛盾 or 缺少佐证.</summary>
    public string Group { get; }

    /// <summary>What the check looks for.</summary>
    public string Title { get; }

    /// <summary>What it found.</summary>
    public string Message { get; }

    /// <summary>The entries concerned, with their sources.</summary>
    public ImmutableArray<string> Sides { get; }

    /// <summary>What to do about it.</summary>
    public string ToDo { get; }

    // Without the line of the file, which means nothing to readers of papers.
    private static string Line(ContradictionSide side, Language language)
    {
        var words = new Wording(language);
        var text = $"{side.Name.In(language)} {side.Said.In(language).Replace('\n', ' ')}".Trim();
        return side.Source.Length == 0 ? text : words.Say($"{text}（{side.Source}）", $"{text} ({side.Source})");
    }
}
