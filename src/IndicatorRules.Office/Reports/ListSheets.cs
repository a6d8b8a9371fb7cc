using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Office.Writing;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office.Reports;

/// <summary>The sheets behind the printed table: a heading with filters and a line for each row, clause or finding.</summary>
internal sealed class ListSheets(PlaceReport report, Func<string, SheetDraft> add)
{
    private readonly Wording _words = new(report.Language);

    internal void Write()
    {
        WriteVerdicts();
        if (!report.Stages.IsEmpty)
        {
            WriteStages();
        }

        WriteTight();
        WriteClaims();
        WriteContradictions();
        WriteVersions();
    }

    private void WriteVerdicts()
    {
        var levels = report.Rows.SelectMany(r => r.Uppers).Select(u => u.Level).Distinct().ToList();
        var withPoints = report.Rows.Any(r => r.Points.Length > 0);
        var due = report.Assessment.Summary.DueStages.Select(d => d.Stage).ToList();
        var (withOwners, withNotes) = (report.Rows.Any(r => !r.Owners.IsEmpty), report.Rows.Any(r => !r.Notes.IsEmpty));
        var withOriginal = report.Rows.SelectMany(r => r.Clauses.Concat(r.Deciding))
            .Any(c => ReportCells.Original(c.Clause.Number).Length > 0 || ReportCells.Original(c.Clause.Bound).Length > 0);
        var list = new List(add(Say("判定明细", "Verdicts")), report,
        [
            new(Say("序号", "No."), 7), new(Say("指标", "Indicator"), 28), new(Say("分项", "Item"), 20),
            new(Say("要求", "Requirement"), 26),
            new(Say("要求值", "Bound"), 10), new(Say("现状", "Value"), 26), new(Say("现状数值", "Number"), 10),
            .. withOriginal ? [new(Say("全部位数", "All digits"), 32)] : Array.Empty<ListColumn>(),
            new(Say("判定", "Verdict"), 12),
            new(Say("依据", "Basis"), 8), new(Say("余量", "Margin"), 10), new(Say("余量单位", "Margin unit"), 11),
            new(Say("余量占要求%", "Margin %"), 12), .. levels.Select(l => new ListColumn(Say($"{l}判定", $"Verdict: {l}"), 12)),
            .. due.Select(s => new ListColumn(Say($"{s.Name.Zh}（{s.Year}年）判定", $"{s.Name.En} ({s.Year})"), 14)),
            .. withPoints ? [new(Say("得分", "Points"), 10)] : Array.Empty<ListColumn>(),
            new(Say("自报", "Reported"), 7), new(Say("自报与判定不一致", "Disagrees"), 12), new(Say("缺什么", "Lacking"), 34),
            new(Say("理由", "Reasons"), 60), new(Say("来源", "Sources"), 30),
            .. withOwners ? [new(Say("责任单位", "Office"), 20)] : Array.Empty<ListColumn>(),
            .. withNotes ? [new(Say("备注", "Notes"), 30)] : Array.Empty<ListColumn>(),
        ]);
        foreach (var row in report.Rows)
        {
            var clause = row.Deciding is [var only] ? only : null;
            Lead(list, row, "");
            list.Text(row.Target);
            list.Number(clause?.Clause.Bound);
            list.Text(row.Value);
            list.Number(clause?.Clause.Number);
            Original(clause);
            list.Status(row.Verdict.Status, $"{row.Sign} {row.Status}");
            list.Text(row.Basis);
            Margin(list, clause, row.MarginText);
            foreach (var level in levels)
            {
                var upper = row.Uppers.FirstOrDefault(u => u.Level == level);
                list.Text(upper is null ? "" : $"{upper.Sign} {upper.Status}");
            }

            foreach (var stage in due)
            {
                var of = row.Stages.FirstOrDefault(s => s.Verdict.Stage.Stage.Id == stage.Id);
                list.Text(of is null ? "" : $"{of.Sign} {of.State}");
            }

            if (withPoints)
            {
                list.Text(row.Points);
            }

            list.Text(row.Reported);
            list.Text(row.Disagrees ? Say("不一致", "disagrees") : "");
            list.Text(Lines(row.Lacking));
            list.Text(Lines(row.Reasons));
            list.Text(Lines(row.Sources));
            if (withOwners)
            {
                list.Text(Lines(row.Owners));
            }

            if (withNotes)
            {
                list.Text(Lines(row.Notes));
            }

            list.End();
            foreach (var item in row.Clauses.Where(c => c.Clause.Subject.Length > 0))
            {
                Lead(list, row, item.Clause.Subject);
                list.Text(item.Clause.Requirement);
                list.Number(item.Clause.Bound);
                list.Text(item.Clause.Value);
                list.Number(item.Clause.Number);
                Original(item);
                list.Status(item.Clause.Status, $"{item.Sign} {item.Status}");
                list.Text(item.Basis);
                Margin(list, item, "");
                list.Skip(levels.Count + due.Count + (withPoints ? 1 : 0) + 2);
                list.Text(item.Lacking);
                list.Skip(2 + (withOwners ? 1 : 0) + (withNotes ? 1 : 0));
                list.End();
            }
        }

        list.Close(frozen: 3);

        void Original(ReportedClause? c)
        {
            if (withOriginal)
            {
                list.Text(string.Join('；', ((string[])[ReportCells.Original(c?.Clause.Bound), ReportCells.Original(c?.Clause.Number)])
                    .Where(o => o.Length > 0)));
            }
        }
    }

    // Where figures of several units decide, the column of the unit says all of them in words.
    private static void Margin(List list, ReportedClause? clause, string text)
    {
        list.Number(clause?.Clause.Margin);
        list.Text(clause is { Clause.Margin: not null } ? clause.MarginUnit : text);
        list.Number(clause?.SparePercent);
    }

    private void WriteStages()
    {
        var withProgress = report.Rows.Any(r => r.Progress.Length > 0);
        var list = new List(add(Say("目标进度", "Targets")), report,
        [
            new(Say("序号", "No."), 7), new(Say("指标", "Indicator"), 28), new(Say("现状", "Value"), 24),
            .. report.Stages.SelectMany(s => (ListColumn[])
            [
                new(Say($"{s.Year}年目标", $"Target {s.Year}"), 24), new(Say($"{s.Year}年状态", $"State {s.Year}"), 14),
                new(Say($"{s.Year}年还差", $"Short {s.Year}"), 10), new(Say("每年须", "Per year"), 10), new(Say("单位", "Unit"), 10),
                new(Say("说明", "Note"), 44),
            ]),
            .. withProgress ? [new(Say("规划进度", "Progress"), 44)] : Array.Empty<ListColumn>(),
        ]);
        foreach (var row in report.Rows.Where(r => r.Stages.Length > 0))
        {
            list.Number(row.Number);
            list.Text(row.Name);
            list.Text(row.Value);
            foreach (var stage in report.Stages)
            {
                if (row.Stages.FirstOrDefault(s => s.Verdict.Stage.Stage.Id == stage.Id) is not { } of)
                {
                    list.Skip(6);
                    continue;
                }

                list.Text(of.Target);
                list.Status(of.Verdict.HasCome || of.Verdict.Due ? of.Verdict.Status : Now(of), $"{of.Sign} {of.State}");
                list.Number(of.Lacking);
                list.Number(of.YearlyChange);
                list.Text(of.Lacking is null ? "" : of.Unit);
                list.Text(Lines(of.Reasons));
            }

            if (withProgress)
            {
                list.Text(row.Progress);
            }

            list.End();
        }

        list.Close(frozen: 2);

        static Status Now(ReportedStage of) => of.Verdict.Verdict.StatusUnder(of.Verdict.Evidence);
    }

    private void WriteTight()
    {
        var list = new List(add(Say("压线", "Tight")), report,
        [
            new(Say("序号", "No."), 7), new(Say("指标", "Indicator"), 30), new(Say("要求", "Requirement"), 26),
            new(Say("现状", "Value"), 26),
            new(Say("余量", "Margin"), 10), new(Say("余量单位", "Margin unit"), 11), new(Say("余量占要求%", "Margin %"), 12),
            new(Say("怎样就不达标", "What would turn it"), 60),
        ]);
        foreach (var row in report.Tight)
        {
            var clause = row.Deciding.MinBy(c => c.SparePercent ?? decimal.MaxValue)!;
            list.Number(row.Number);
            list.Text(row.Name);
            list.Text(clause.Requirement);
            list.Text(clause.Clause.Value);
            Margin(list, clause, "");
            list.Text(Lines(row.Flips));
            list.End();
        }

        list.Close(frozen: 2, Say(
            $"压线指有数据证明达标、但余量不超过要求的{ReportedRow.TightPercent}%的项，按余量占要求的百分比从小到大排列。",
            $"Met by figures with at most {ReportedRow.TightPercent}% of the requirement to spare, the least first."));
    }

    private void WriteClaims()
    {
        var list = new List(add(Say("自报清单", "Claims")), report,
        [
            new(Say("序号", "No."), 7), new(Say("指标", "Indicator"), 30), new(Say("分项", "Item"), 22),
            new(Say("要求", "Requirement"), 30),
            new(Say("判定", "Verdict"), 12), new(Say("自报", "Reported"), 8), new(Say("应补的数据或材料", "What would settle it"), 56),
            new(Say("来源", "Sources"), 30),
        ]);
        foreach (var row in report.Claimed)
        {
            foreach (var claim in row.Claims)
            {
                Lead(list, row, claim.Clause.Subject);
                list.Text(claim.Clause.Requirement);
                list.Status(claim.Clause.Status, $"{claim.Sign} {claim.Status}");
                list.Text(row.Reported);
                list.Text(claim.Lacking);
                list.Text(Lines(row.Sources));
                list.End();
            }
        }

        list.Close(frozen: 2, Say(
            "这些项的结论仅凭填报，没有数据或材料佐证；补上所列材料后才能算有据。",
            "These rest on claims alone until the figures or documents are there."));
    }

    private void WriteContradictions()
    {
        var list = new List(add(Say("校核", "Checks")), report,
        [
            new(Say("类别", "Group"), 12), new(Say("序号", "No."), 7), new(Say("指标", "Indicator"), 28), new(Say("校核内容", "Check"), 32),
            new(Say("发现", "Finding"), 54), new(Say("涉及的填报", "Entries"), 44), new(Say("怎么办", "What to do"), 44),
        ]);
        foreach (var finding in report.Contradictions)
        {
            list.Text(finding.Group);
            list.Number(finding.Row?.Number ?? "");
            list.Text(finding.Row?.Name.In(report.Language) ?? Say("（表外数据）", "(background)"));
            list.Text(finding.Title);
            list.Text(finding.Message);
            list.Text(Lines(finding.Sides));
            list.Text(finding.ToDo);
            list.End();
        }

        list.Close(frozen: 3, report.Review is null ? Say("没有做校核。", "The checks did not run.")
            : Say($"共做{report.Assessment.Scheme.Checks.Length}项校核，发现问题{report.Contradictions.Length}处。",
                $"{report.Assessment.Scheme.Checks.Length} checks, {report.Contradictions.Length} findings.")
            + (report.FoundIn.Length == 0 ? "" : Say($"出处都在：{report.FoundIn}", $" All in: {report.FoundIn}")));
    }

    private void WriteVersions()
    {
        var list = new List(add(Say("版本", "Versions")), report, [new(Say("项目", "What"), 26), new(Say("内容", "Content"), 100)]);
        var assessment = report.Assessment;
        Line(Say("行政区", "Place"), assessment.Place.Name);
        Line(Say("行政区代码", "Code"), assessment.Place.Code);
        Line(Say("年度", "Year"), $"{assessment.Year}");
        Line(Say("依据口径", "Evidence"), assessment.Evidence == Evidence.Measured
            ? Say("只认有据的", "measured alone") : Say("有据的和自报的都计", "claims count"));
        Line(Say("总体情况", "Overview"), report.Overview);
        foreach (var line in report.Counts)
        {
            Line(Say("计数", "Counts"), line);
        }

        foreach (var scheme in report.Schemes)
        {
            Line(Say($"{scheme.Level}指标体系", $"Scheme: {scheme.Level}"), Say(
                $"{scheme.Title}（{scheme.Issuer}），版本 {scheme.Scheme.Version}",
                $"{scheme.Title} ({scheme.Issuer}), {scheme.Scheme.Version}"));
            Line(Say("编号和内容校验值", "Id and hash"), $"{scheme.Scheme.Key}  {scheme.Scheme.Hash}");
        }

        Line(Say("填报数据校验值", "Hash of the facts"), assessment.FactsHash);
        if (assessment.Note.Length > 0)
        {
            Line(Say("填报说明", "Note"), assessment.Note);
        }

        list.Close(frozen: 0);

        void Line(string what, string content)
        {
            list.Text(what);
            list.Text(content);
            list.End();
        }
    }

    private static void Lead(List list, ReportedRow row, string item)
    {
        list.Number(row.Number);
        list.Text(row.Name);
        list.Text(item);
    }

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts);

    private string Say(string zh, string en) => _words.Say(zh, en);

    /// <summary>One sheet with a heading, filled cell by cell. Not thread-safe.</summary>
    private sealed class List
    {
        private readonly SheetDraft _sheet;
        private readonly int _columns;
        private int _row = 2;
        private int _column = 1;

        internal List(SheetDraft sheet, PlaceReport report, ListColumn[] columns)
        {
            (_sheet, _columns) = (sheet, columns.Length);
            for (var i = 0; i < columns.Length; i++)
            {
                sheet.Set(1, i + 1, columns[i].Heading, CellLook.Heading);
                sheet.Widths[i + 1] = columns[i].Width;
            }

            (sheet.Paper, sheet.IsLandscape, sheet.Footer, sheet.RepeatedRows) = (Paper.A3, true, PageFoot.Of(report), 1);
        }

        internal void Text(string text) => _sheet.PutText(_row, _column++, text);

        internal void Number(decimal? number) => _sheet.PutNumber(_row, _column++, number);

        internal void Number(string printed) => _sheet.Put(_row, _column++, printed, ReportCells.Centered);

        internal void Status(Status status, string text) => _sheet.Set(_row, _column++, text, ReportCells.Of(status));

        internal void Skip(int cells)
        {
            for (var i = 0; i < cells; i++)
            {
                Text("");
            }
        }

        internal void End() => (_row, _column) = (_row + 1, 1);

        // The remark is beside the list, so that filters and sorting leave it alone.
        internal void Close(int frozen, string remark = "")
        {
            (_sheet.Frozen, _sheet.FilterRow) = ((1, frozen), 1);
            if (remark.Length > 0)
            {
                _sheet.PutText(_row + 1, 1, remark, new CellLook { Bordered = false, Color = "595959" });
                _sheet.Merge(_row + 1, 1, _row + 1, _columns);
            }
        }
    }

    private sealed record ListColumn(string Heading, int Width);
}
