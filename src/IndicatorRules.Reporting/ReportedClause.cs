using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;

namespace IndicatorRules.Reporting;

/// <summary>A clause of a row's rule as papers show it, in one language. Immutable.</summary>
public sealed class ReportedClause
{
    internal ReportedClause(Clause clause, Language language)
    {
        var words = new Wording(language);
        Lacking = PaperText.Of(clause.Lacking, language);
        Clause = clause;
        (Sign, Status) = (StatusSign.Of(clause.Status), words.Of(clause.Status));
        Basis = clause.Basis is { } basis ? words.Of(basis) : "";
        MarginUnit = DifferenceUnit(clause.Unit, words);
        SparePercent = Percent(clause);
    }

    /// <summary>The clause.</summary>
    public Clause Clause { get; }

    /// <summary>✓ ✗ ? –.</summary>
    public string Sign { get; }

    /// <summary>达标, 未达标, 不适用, 无法判定.</summary>
    public string Status { get; }

    /// <summary>有据, 自报; empty when nothing was decided.</summary>
    public string Basis { get; }

    /// <summary>The unit of the margin: 个百分点 for percentages; empty where the figures have none.</summary>
    public string MarginUnit { get; }

    /// <summary>The margin in percent of the number asked for, rounded down to two decimals; null where there is none.</summary>
    public decimal? SparePercent { get; }

    /// <summary>The figure or document that would settle it; empty where figures settle it.</summary>
    public string Lacking { get; }

    /// <summary>The requirement with its subject: 秸秆综合利用率 ≥90%.</summary>
    public string Requirement => $"{Clause.Subject} {Clause.Requirement}".Trim();

    internal static string DifferenceUnit(string unit, Wording words) => unit switch
    {
        "%" or "％" => words.Say("个百分点", "percentage points"),
        "-" or "—" or "–" or "－" or "/" => "",
        _ => unit,
    };

    private static decimal? Percent(Clause clause)
    {
        if (clause.Margin is not { } margin)
        {
            return null;
        }

        if (margin == 0)
        {
            return 0;
        }

        try
        {
            return clause.Bound is { } bound and not 0
                ? Math.Round(margin / Math.Abs(bound) * 100, 2, MidpointRounding.ToNegativeInfinity)
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Signs of statuses, for those who print in grey.</summary>
internal static class StatusSign
{
    internal static string Of(Status status) => status switch
    {
        Status.Met => "✓",
        Status.NotMet => "✗",
        Status.NotApplicable => "–",
        _ => "?",
    };
}
