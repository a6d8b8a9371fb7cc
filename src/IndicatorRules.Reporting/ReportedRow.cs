using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Reporting;

/// <summary>One row of the table as papers show it, in one language. Immutable.</summary>
public sealed class ReportedRow
{
    /// <summary>A met row is tight (压线) if it has at most so many percent of the requirement to spare.</summary>
    public const int TightPercent = 5;

    private readonly Language _language;
    private readonly Wording _words;

    internal ReportedRow(IndicatorVerdict verdict, Assessment assessment, Language language)
    {
        (Verdict, _language, _words) = (verdict, language, new Wording(language));
        var row = ReportRow.Of(verdict, assessment.Scheme, language);
        (Domain, TaskGroup, Number, Name, Kind, Status) = (row.Domain, row.TaskGroup, row.Number, row.Name, row.Force, row.Status);
        Basis = verdict.Basis is { } basis ? _words.Of(basis) : "";
        Lines = PrintedLine.Of(verdict, assessment.Scheme, language);
        Stages = [.. verdict.Stages.Select(s => new ReportedStage(s, language))];
        Clauses = [.. verdict.Clauses(language).Select(c => new ReportedClause(c, language))];
        Deciding = [.. verdict.DecidingClauses(language).Select(c => new ReportedClause(c, language))];
        var labels = new SchemeLabels(assessment.Scheme, language);
        Uppers = [.. verdict.Uppers.Select(u => new ReportedUpper(labels.Of(u.SchemeId), StatusSign.Of(u.Status), _words.Of(u.Status)))];
    }

    /// <summary>The verdict.</summary>
    public IndicatorVerdict Verdict { get; }

    /// <summary>The first heading above it (领域).</summary>
    public string Domain { get; }

    /// <summary>The second heading above it (任务).</summary>
    public string TaskGroup { get; }

    /// <summary>The number as printed.</summary>
    public string Number { get; }

    /// <summary>The name, behind a * where it is marked.</summary>
    public string Name { get; }

    /// <summary>第3项“名称”.</summary>
    public string Named => _words.Say(
        $"第{Number}项“{Verdict.Indicator.Name.Zh}”", $"no. {Number} “{Verdict.Indicator.Name.En}”");

    /// <summary>约束性, 参考性 or another kind.</summary>
    public string Kind { get; }

    /// <summary>✓ ✗ ? –.</summary>
    public string Sign => StatusSign.Of(Verdict.Status);

    /// <summary>达标, 未达标, 不适用, 无法判定.</summary>
    public string Status { get; }

    /// <summary>What the printed table has in its column 是否达标: ✓ 是, ✗ 否（自报）, – 不适用.</summary>
    public string Met => Sign + " " + Verdict.Status switch
    {
        Contract.Status.Met => _words.Say("是", "yes"),
        Contract.Status.NotMet => _words.Say("否", "no"),
        _ => Status,
    } + (Verdict.Basis == Contract.Basis.Declared ? _words.Say("（自报）", " (declared)") : "");

    /// <summary>有据, 自报; empty when nothing was decided.</summary>
    public string Basis { get; }

    /// <summary>The lines that it has in the printed table: its own, and one for each printed item.</summary>
    public ImmutableArray<PrintedLine> Lines { get; }

    /// <summary>The printed target on one line, followed by what was applied where that differs.</summary>
    public string Target
    {
        get
        {
            var applied = string.Join(_words.Say("、", ", "), Verdict.UnprintedRequirements(_language));
            var printed = Verdict.Indicator.Target.In(_language).Trim().Replace("\n", _words.Say("；", "; "), StringComparison.Ordinal);
            return applied.Length == 0 ? printed : printed + _words.Say($"（实际按 {applied}）", $" (judged by {applied})");
        }
    }

    /// <summary>All readings that were handed in, on one line; - where there are none.</summary>
    public string Value => ReportRow.ValueOf(Verdict, _language);

    /// <summary>The clauses that ask something of a figure; empty where there are none.</summary>
    public ImmutableArray<ReportedClause> Clauses { get; }

    /// <summary>The clauses whose margins are the row's: one, or the tightest of each unit.</summary>
    public ImmutableArray<ReportedClause> Deciding { get; }

    /// <summary>The margins in words: 高出 8 个百分点; empty where there are none.</summary>
    public string MarginText
    {
        get
        {
            var texts = Verdict.MarginTexts(_language).ToList();
            var isOfSeveral = Deciding.Length > 1 && Deciding.Length == texts.Count;
            return PaperText.Of(string.Join(_words.Say("；", "; "),
                isOfSeveral ? texts.Select((t, i) => $"{Deciding[i].Clause.Subject} {t}".Trim()) : texts), _language);
        }
    }

    /// <summary>The least of the margins in percent of the requirement; null where there is none.</summary>
    public decimal? SparePercent => Deciding.Min(c => c.SparePercent);

    /// <summary>Whether figures show that it is met, with little to spare.</summary>
    public bool IsTight => Verdict.IsTight;

    /// <summary>The verdicts of upper schemes: 国家, 省级.</summary>
    public ImmutableArray<ReportedUpper> Uppers { get; }

    /// <summary>What the table handed in says in its "met" column: 是, 否; empty where it says nothing.</summary>
    public string Reported => ReportedMet switch { true => _words.Say("是", "yes"), false => _words.Say("否", "no"), null => "" };

    /// <summary>Whether it says otherwise than the verdict.</summary>
    public bool Disagrees => ReportedMet switch
    {
        true => Verdict.Status != Contract.Status.Met,
        false => Verdict.Status != Contract.Status.NotMet,
        null => false,
    };

    /// <summary>The figures and documents that would settle what figures leave open; empty where they leave nothing open.</summary>
    public ImmutableArray<string> Lacking => Verdict.Verdict.Proven != Contract.Status.Undetermined ? []
        : [.. Clauses.Select(c => c.Lacking).Where(l => l.Length > 0).Distinct()];

    /// <summary>The clauses that rest on claims alone; empty for a row that does not.</summary>
    public ImmutableArray<ReportedClause> Claims => Verdict.Basis != Contract.Basis.Declared ? []
        : [.. Clauses.Where(c => c.Clause.Basis == Contract.Basis.Declared)];

    /// <summary>The reasons, one sentence each.</summary>
    public ImmutableArray<string> Reasons => [.. Verdict.Reasons(_language).Select(r => PaperText.Of(r, _language))];

    /// <summary>What would turn the verdict, one sentence each; empty where nothing is known.</summary>
    public ImmutableArray<string> Flips => [.. Verdict.Flips(_language).Select(f => PaperText.Of(f, _language))];

    /// <summary>The documents that its figures come from, each once.</summary>
    public ImmutableArray<string> Sources => [.. ReportRow.Beside(Verdict, f => f.Source?.ToString())];

    /// <summary>The offices that are responsible for its figures (责任单位), each once.</summary>
    public ImmutableArray<string> Owners => [.. ReportRow.Beside(Verdict, f => f.Owner)];

    /// <summary>The notes beside its figures (备注), each once.</summary>
    public ImmutableArray<string> Notes => [.. ReportRow.Beside(Verdict, f => f.Note)];

    /// <summary>The dated targets, in the order of the scheme's stages.</summary>
    public ImmutableArray<ReportedStage> Stages { get; }

    /// <summary>Its points of those possible; empty where the scheme gives it none.</summary>
    public string Points => Verdict.Points?.OfPossible(_language) ?? "";

    /// <summary>How far it has come on the way to its next dated target, in one sentence; empty where nothing is known.</summary>
    public string Progress => PaperText.Of(Verdict.Progress?.Sentence(_language) ?? "", _language);

    private bool? ReportedMet
    {
        get
        {
            if (Verdict.Facts is not { } facts || facts.Own.ReportedMet is not null)
            {
                return Verdict.Facts?.Own.ReportedMet;
            }

            var items = Verdict.Indicator.Items.Where(i => i.Printed).Select(i => facts.Item(i.Id).ReportedMet).ToList();
            return items.Contains(false) ? false : items.Count > 0 && items.TrueForAll(i => i is true) ? true : null;
        }
    }
}

/// <summary>The verdict of an upper scheme on a row, in one language. Immutable.</summary>
/// <param name="Level">国家, 省级.</param>
/// <param name="Sign">✓ ✗ ? –.</param>
/// <param name="Status">达标, 未达标, 不适用, 无法判定.</param>
public sealed record ReportedUpper(string Level, string Sign, string Status);
