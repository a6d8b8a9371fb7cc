using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>
/// The papers of one place and year (县级材料) in one language: what workbooks, documents and pages show. Immutable; has no clock.
/// </summary>
public sealed class PlaceReport
{
    private PlaceReport(Assessment assessment, Language language, FactsReview? review)
    {
        (Assessment, Language, Review) = (assessment, language, review);
        Rows = [.. assessment.Indicators.Select(v => new ReportedRow(v, assessment, language))];
        FoundIn = review is null ? "" : ContradictionsText.CommonDocument(review);
        Contradictions = [.. (review?.Contradictions ?? []).Select(c => new ReportedContradiction(c, language, FoundIn))
            .OrderBy(f => f.LacksEvidence).ThenBy(f => f.Row is { } row ? assessment.Scheme.Indicators.IndexOf(row) : int.MaxValue)];
    }

    /// <summary>The assessment.</summary>
    public Assessment Assessment { get; }

    /// <summary>The language of all texts.</summary>
    public Language Language { get; }

    /// <summary>What the scheme's checks found; null if they did not run.</summary>
    public FactsReview? Review { get; }

    /// <summary>The rows of the table, in its order.</summary>
    public ImmutableArray<ReportedRow> Rows { get; }

    /// <summary>What the scheme's checks found: contradictions before lack of evidence, each in the order of the table.</summary>
    public ImmutableArray<ReportedContradiction> Contradictions { get; }

    /// <summary>The document that all entries of <see cref="Contradictions"/> come from; empty if there are several or none.</summary>
    public string FoundIn { get; }

    /// <summary>The stages of the table, earliest first.</summary>
    public ImmutableArray<Stage> Stages => Assessment.Scheme.Stages;

    /// <summary>静乐县 2022 年 · ….</summary>
    public string Title => SummaryText.Title(Assessment, Language);

    /// <summary>The title above the table: its number and the scheme's title.</summary>
    public string TableTitle
    {
        get
        {
            var (scheme, words) = (Assessment.Scheme, new Wording(Language));
            var table = scheme.Source.Table.Length == 0 ? "" : words.Say($"表{scheme.Source.Table}　", $"Table {scheme.Source.Table}  ");
            return table + scheme.Title.In(Language);
        }
    }

    /// <summary>
    /// The headings of the printed table: 领域, 任务, 序号, 指标名称, 单位, 指标值, 指标属性, 现状值, 是否达标, and one for each stage.
    /// </summary>
    public ImmutableArray<string> Columns
    {
        get
        {
            var words = new Wording(Language);
            return
            [
                words.Say("领域", "Domain"), words.Say("任务", "Task"), words.Say("序号", "No."), words.Say("指标名称", "Indicator"),
                words.Say("单位", "Unit"), words.Say("指标值", "Target"), words.Say("指标属性", "Force"),
                words.Say($"现状值\n（{Assessment.Year}年）", $"Value\n({Assessment.Year})"), words.Say("是否达标", "Met"),
                .. Stages.Select(s => words.Say($"{s.Name.Zh}\n（{s.Year}年）", $"{s.Name.En}\n({s.Year})")),
            ];
        }
    }

    /// <summary>The line below the table that explains its marks; empty if it has none.</summary>
    public string Marks => string.Concat(SummaryText.Marks(Assessment, Language));

    /// <summary>The situation as a whole, in one paragraph.</summary>
    public string Overview => new OverviewWriter(this).Write();

    /// <summary>The counts, one sentence each.</summary>
    public ImmutableArray<string> Counts => [.. SummaryText.Lines(Assessment, Language).Select(l => PaperText.Of(l, Language))];

    /// <summary>The rows that are not met.</summary>
    public ImmutableArray<ReportedRow> NotMet => Only(r => r.Verdict.Status == Status.NotMet);

    /// <summary>The rows that cannot be judged.</summary>
    public ImmutableArray<ReportedRow> Undetermined => Only(r => r.Verdict.Status == Status.Undetermined);

    /// <summary>The met rows with little to spare (压线), the least first.</summary>
    public ImmutableArray<ReportedRow> Tight => [.. Rows.Where(r => r.IsTight).OrderBy(r => r.SparePercent)];

    /// <summary>The rows that rest on claims alone.</summary>
    public ImmutableArray<ReportedRow> Claimed => Only(r => r.Verdict.Basis == Basis.Declared);

    /// <summary>The rows where the table handed in says otherwise than the verdict.</summary>
    public ImmutableArray<ReportedRow> Disagreeing => Only(r => r.Disagrees);

    /// <summary>The schemes judged by, uppermost first.</summary>
    public ImmutableArray<ReportedScheme> Schemes
    {
        get
        {
            var labels = new SchemeLabels(Assessment.Scheme, Language);
            return [.. Assessment.Scheme.Lineage().Select(s => new ReportedScheme(s, labels.Of(s.Id), Language))];
        }
    }

    /// <summary>The papers of an assessment that was made with reasons.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="language">The language.</param>
    /// <param name="review">What the scheme's checks found in the same facts; null if they did not run.</param>
    public static PlaceReport Of(Assessment assessment, Language language, FactsReview? review = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new(assessment, language, review);
    }

    private ImmutableArray<ReportedRow> Only(Func<ReportedRow, bool> holds) => [.. Rows.Where(holds)];
}

/// <summary>One scheme that an assessment was made by. Immutable.</summary>
public sealed class ReportedScheme
{
    internal ReportedScheme(Scheme scheme, string level, Language language) =>
        (Scheme, Level, Title, Issuer) = (scheme, level, scheme.Title.In(language), scheme.Issuer.In(language));

    /// <summary>The scheme, with its version and hash.</summary>
    public Scheme Scheme { get; }

    /// <summary>国家, 省级, 本县.</summary>
    public string Level { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The issuer.</summary>
    public string Issuer { get; }
}
