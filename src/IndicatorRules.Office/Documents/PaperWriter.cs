using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office.Documents;

/// <summary>A report → the paper that a bureau signs.</summary>
internal sealed class PaperWriter(PlaceReport report, DocumentDraft draft)
{
    private readonly Wording _words = new(report.Language);
    private readonly int _width = DocumentDraft.WidthOf(isLandscape: false);

    internal void Write()
    {
        var place = report.Assessment.Place.Name;
        draft.Add(DocumentLook.Title, Say(
            $"{place}{report.Assessment.Year}年\n指标评判情况报告", $"Indicators of {place} in {report.Assessment.Year}"));
        draft.Add(DocumentLook.Subtitle, Say($"（{report.Assessment.Scheme.Title.Zh}）", $"({report.Assessment.Scheme.Title.En})"));
        Section("一、总体情况", "1. Overview");
        draft.Add(DocumentLook.Body, report.Overview);
        WriteCounts();
        draft.EndPages(isLandscape: false);
        WriteTable();
        draft.EndPages(isLandscape: true);
        WriteNotMet();
        WriteTight();
        WriteClaims();
        WriteContradictions();
        WriteSources();
        WriteSignatures();
    }

    private void WriteCounts()
    {
        var summary = report.Assessment.Summary;
        var table = new DocumentTable(_width,
            (Say("范围", "Rows"), 30), (Say("项数", "All"), 9), (Say("达标", "Met"), 9), (Say("其中\n自报", "On\nclaims"), 9),
            (Say("未达标", "Not met"), 10), (Say("不适用", "Not\napplicable"), 10), (Say("无法\n判定", "Unde-\ntermined"), 10));
        Count(Say("合计", "All"), summary.All);
        foreach (var (kind, counts) in summary.ByKind)
        {
            Count(Say($"其中：{kind.Name.Zh}", kind.Name.En) + (kind.Counted ? "" : Say("（不计入合计）", " (not counted)")), counts);
        }

        foreach (var domain in summary.ByDomain)
        {
            Count(domain.Domain.Name.In(report.Language) + (domain.Points is { } points ? Say($"（得分 {points}）", $" ({points})") : ""),
                domain.Counts);
        }

        foreach (var (stage, counts) in summary.DueStages)
        {
            Count(Say($"到期目标：{stage.Name.Zh}（{stage.Year}年）", $"Due: {stage.Name.En} ({stage.Year})"), counts);
        }

        draft.Add(DocumentLook.TableTitle, Say("各领域评判结果", "Results by domain"));
        draft.Add(table);

        void Count(string name, Counts c) => table.Add(
            name, Cell(c.Total), Cell(c.Met), Cell(c.DeclaredMet), Cell(c.NotMet), Cell(c.NotApplicable), Cell(c.Undetermined));

        static DocumentCell Cell(int count) => DocumentCell.Centered($"{count}");
    }

    private void WriteTable()
    {
        draft.Add(DocumentLook.TableTitle, report.TableTitle);
        draft.Add(new IndicatorTable(report).Make());
        if (report.Marks.Length > 0)
        {
            draft.Add(DocumentLook.Note, report.Marks);
        }

        draft.Add(DocumentLook.Note, Say(
            "“是否达标”栏：✓ 达标　✗ 未达标　? 无法判定　– 不适用；“自报”指仅凭填报、没有数据或材料佐证。",
            "Met: ✓ met, ✗ not met, ? undetermined, – not applicable; “declared” rests on claims alone."));
    }

    private void WriteNotMet()
    {
        Section("二、未达标项", "2. Not met");
        if (report.NotMet.IsEmpty)
        {
            draft.Add(DocumentLook.Body, Say("没有未达标的项。", "None."));
        }
        else
        {
            var table = Table(
                ("要求", "Requirement", 20), ("现状", "Value", 18), ("差多少", "Short by", 16), ("各期目标", "Dated targets", 26));
            foreach (var row in report.NotMet)
            {
                Add(table, row, row.Target, row.Value, row.MarginText.Length > 0 ? row.MarginText : "—", Stages(row));
            }

            draft.Add(table);
        }

        var missed = (from row in report.Rows
                      from stage in row.Stages
                      where stage.Verdict is { HasCome: true, Status: Status.NotMet }
                      select (Row: row, Stage: stage)).ToList();
        if (missed.Count > 0)
        {
            draft.Add(DocumentLook.Subsection, Say("到期目标没有达到的项", "Targets due and missed"));
            var table = Table(("目标", "Target", 22), ("现状", "Value", 18), ("差距和理由", "Why", 40));
            foreach (var (row, stage) in missed)
            {
                Add(table, row, $"{stage.Verdict.Stage.Stage.Year}{Say("年：", ": ")}{stage.Target}", row.Value, Join(stage.Reasons));
            }

            draft.Add(table);
        }

        if (!report.Undetermined.IsEmpty)
        {
            draft.Add(DocumentLook.Subsection, Say("无法判定的项和缺少的数据", "Undetermined, and what is lacking"));
            var table = Table(("要求", "Requirement", 24), ("现状", "Value", 18), ("缺什么", "Lacking", 38));
            foreach (var row in report.Undetermined)
            {
                Add(table, row, row.Target, row.Value, row.Lacking.IsEmpty ? Join(row.Reasons) : Join(row.Lacking));
            }

            draft.Add(table);
        }
    }

    private void WriteTight()
    {
        Section("三、压线项", "3. Tight");
        if (report.Tight.IsEmpty)
        {
            draft.Add(DocumentLook.Body, Say("没有压线的项。", "None."));
            return;
        }

        draft.Add(DocumentLook.Body, Say(
            $"以下各项有数据证明达标，但余量不超过要求的{ReportedRow.TightPercent}%，按余量从小到大排列。",
            $"Met by figures with at most {ReportedRow.TightPercent}% of the requirement to spare, the least first."));
        var table = Table(("要求", "Requirement", 22), ("现状", "Value", 16), ("余量", "Margin", 20), ("占要求的%", "Percent", 12));
        foreach (var row in report.Tight)
        {
            Add(table, row, row.Target, row.Value, row.MarginText, DocumentCell.Centered(Wording.Number(row.SparePercent ?? 0)));
        }

        draft.Add(table);
    }

    private void WriteClaims()
    {
        Section("四、仅凭自报的项和应补材料", "4. On claims alone, and what would settle them");
        if (report.Claimed.IsEmpty)
        {
            draft.Add(DocumentLook.Body, Say("没有仅凭自报的项。", "None."));
        }
        else
        {
            var table = Table(("仅凭自报的内容", "Claim", 34), ("应补的数据或材料", "What would settle it", 46));
            foreach (var row in report.Claimed)
            {
                Add(table, row, Join(row.Claims.Select(c => $"{c.Requirement}（{c.Sign} {c.Status}）")),
                    Join(row.Claims.Select(c => c.Lacking).Where(l => l.Length > 0).Distinct()));
            }

            draft.Add(table);
        }

        if (!report.Disagreeing.IsEmpty)
        {
            draft.Add(DocumentLook.Subsection, Say("自报“是否达标”与评判结论不一致的项", "Reported otherwise than judged"));
            var table = Table(("自报", "Reported", 10), ("评判", "Verdict", 14), ("理由", "Reasons", 56));
            foreach (var row in report.Disagreeing)
            {
                Add(table, row, DocumentCell.Centered(row.Reported), DocumentCell.Centered($"{row.Sign} {row.Status}"), Join(row.Reasons));
            }

            draft.Add(table);
        }
    }

    private void WriteContradictions()
    {
        Section("五、校核发现及更正", "5. Findings of the checks");
        if (report.Contradictions.IsEmpty)
        {
            draft.Add(DocumentLook.Body, report.Review is null ? Say("没有做校核。", "The checks did not run.")
                : Say("校核没有发现问题。", "The checks found nothing."));
            return;
        }

        foreach (var (group, index) in report.Contradictions.GroupBy(f => f.Group).Select((g, i) => (g, i)))
        {
            var all = group.ToList();
            draft.Add(DocumentLook.Subsection, Say($"（{"一二三"[index]}）{group.Key}（{all.Count}处）", $"{group.Key} ({all.Count})"));
            var table = Table(
                ("发现", "Finding", 28), ("涉及的填报", "Entries", 24), ("怎么办", "What to do", 18), ("更正\n情况", "Correction", 10));
            foreach (var finding in all)
            {
                table.Add(
                    DocumentCell.Centered(finding.Row?.Number ?? "—"),
                    finding.Row?.Name.In(report.Language) ?? Say("（表外数据）", "(background)"),
                    finding.Message, Join(finding.Sides), finding.ToDo, "");
            }

            draft.Add(table);
        }

        if (report.FoundIn.Length > 0)
        {
            draft.Add(DocumentLook.Note, Say($"出处都在：{report.FoundIn}", $"All in: {report.FoundIn}"));
        }
    }

    private void WriteSources()
    {
        Section("附：数据来源", "Annex: sources");
        var table = new DocumentTable(_width, (Say("指标", "Indicators"), 40), (Say("数据来源", "Source"), 60));
        foreach (var rows in report.Rows.Where(r => !r.Sources.IsEmpty).GroupBy(r => Join(r.Sources)))
        {
            table.Add(string.Join(Say("、", ", "), rows.Select(r => rows.Count() == 1 ? r.Named : r.Number)), rows.Key);
        }

        draft.Add(table);
        draft.Add(DocumentLook.Subsection, Say("评判所用的指标体系", "Schemes"));
        var schemes = new DocumentTable(_width,
            (Say("级别", "Level"), 12), (Say("指标体系", "Scheme"), 42), (Say("版本", "Version"), 12), (Say("内容校验值", "Hash"), 34));
        foreach (var scheme in report.Schemes)
        {
            schemes.Add(DocumentCell.Centered(scheme.Level), $"{scheme.Title}\n{scheme.Issuer}",
                DocumentCell.Centered($"{scheme.Scheme.Version}"), scheme.Scheme.Hash);
        }

        if (report.Assessment.FactsHash.Length > 0)
        {
            schemes.Add(DocumentCell.Centered("—"), Say("填报数据", "Facts"), DocumentCell.Centered("—"), report.Assessment.FactsHash);
        }

        draft.Add(schemes);
        if (report.Assessment.Note.Length > 0)
        {
            draft.Add(DocumentLook.Note, Say($"填报说明：{report.Assessment.Note}", $"Note: {report.Assessment.Note}"));
        }
    }

    private void WriteSignatures()
    {
        draft.Add(DocumentLook.Signature, "");
        draft.Add(DocumentLook.Signature, Say("填报单位（盖章）：", "Unit (seal):"));
        draft.Add(DocumentLook.Signature, Say("填报人：　　　　　　　　审核人：", "Filled in by:                Reviewed by:"));
        draft.Add(DocumentLook.Signature with { StaysWithNext = false }, Say("日期：　　　　年　　月　　日", "Date:"));
    }

    // The yearly change says by when a target is reached.
    private string Stages(ReportedRow row) => Join(row.Stages.Select(s =>
    {
        var head = Say($"{s.Verdict.Stage.Stage.Year}年“{s.Target}”：{s.State}", $"{s.Verdict.Stage.Stage.Year} “{s.Target}”: {s.State}");
        var lacking = s.Lacking is { } by
            ? $"{(s.Verdict.HasCome ? Say("，还差", ", by") : "")}{Amount(by, s.Unit)}" : "";
        var yearly = s.YearlyChange is { } change
            ? Say($"，平均每年须改善{Amount(change, s.Unit)}", $",{Amount(change, s.Unit)} a year") : "";
        return head + lacking + yearly;

        string Amount(decimal number, string unit) =>
            Say($"{Wording.Number(number)}{unit}", $" {Wording.Number(number)} {unit}".TrimEnd());
    }));

    private DocumentTable Table(params (string Zh, string En, int Share)[] columns) => new(
        _width,
        [(Say("序号", "No."), 8), (Say("指标", "Indicator"), 22), .. columns.Select(c => (Say(c.Zh, c.En), c.Share))]);

    private static void Add(DocumentTable table, ReportedRow row, params DocumentCell[] cells) =>
        table.Add([DocumentCell.Centered(row.Number), string.Join('\n', row.Owners.Select(o => $"（{o}）").Prepend(row.Name)), .. cells]);

    private void Section(string zh, string en) => draft.Add(DocumentLook.Section, Say(zh, en));

    private static string Join(IEnumerable<string> texts) => string.Join('\n', texts);

    private string Say(string zh, string en) => _words.Say(zh, en);
}
