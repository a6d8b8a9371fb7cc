using System.Globalization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>The sheet to fill in: a row for each indicator and item, in the order of the table.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="workbook">The workbook that gets the sheet.</param>
/// <param name="known">Facts of the place; those of the year are filled in, and those of the year before are shown in 上年值.</param>
/// <param name="year">The year of the form.</param>
internal sealed class FormSheet(Scheme scheme, WorkbookDraft workbook, PlaceFacts? known, int? year)
{
    internal const string Name = "填报表";

    private const string AnotherTask = "（另一项上级任务）";
    private const string Grey = "EDEDED";
    private const string DomainFill = "DDEBF7";

    private static readonly CellLook Fixed = new() { Fill = Grey };
    private static readonly CellLook FixedCentered = Fixed with { Centered = true };
    private static readonly CellLook Input = new() { Fill = "FFFFFF", Locked = false, Format = "@" };
    private static readonly CellLook NotHere = new() { Hatched = true, Fill = "F2F2F2" };

    // Headings and widths in the order of FormColumn; the sheet has a subset of these columns.
    private static readonly (FormColumn Column, string Heading, int Width)[] Shown =
    [
        (FormColumn.Domain, "领域", 6), (FormColumn.TaskGroup, "任务", 12), (FormColumn.Number, "序号", 6),
        (FormColumn.Name, "指标名称", 24), (FormColumn.Item, "分项", 18), (FormColumn.Unit, "单位", 9),
        (FormColumn.Target, "指标值", 18),
        (FormColumn.Kind, "指标属性", 10), (FormColumn.LastYear, "上年值", 12), (FormColumn.Value, "本年现状值", 16),
        (FormColumn.Reason, "没有数字的原因", 16), (FormColumn.Met, "是否达标", 9), (FormColumn.Trend, "变化情况", 11),
        (FormColumn.Task, "上级任务", 10), (FormColumn.TaskName, "任务名称", 16), (FormColumn.TaskUnit, "任务单位", 10),
        (FormColumn.TaskRequired, "任务目标", 10), (FormColumn.TaskLimit, "方向", 8), (FormColumn.TaskActual, "完成数", 10),
        (FormColumn.OfYear, "数据年份", 9), (FormColumn.Source, "数据来源", 18), (FormColumn.Owner, "责任单位", 14),
        (FormColumn.Note, "备注", 20), (FormColumn.Id, "编号", 10),
    ];

    private static readonly FormColumn[] Task =
        [FormColumn.Task, FormColumn.TaskName, FormColumn.TaskUnit, FormColumn.TaskRequired, FormColumn.TaskLimit, FormColumn.TaskActual];

    private readonly SheetDraft _sheet = workbook.Add(Name);
    private readonly YearFacts? _now = year is { } now ? known?.Find(now) : null;
    private readonly YearFacts? _before = year is { } now ? known?.Find(now - 1) : null;
    private int _row = 1;

    /// <summary>The column of a heading, from 1.</summary>
    internal static int At(FormColumn column) => Array.FindIndex(Shown, s => s.Column == column) + 1;

    internal SheetDraft Write(string footer)
    {
        foreach (var (column, heading, width) in Shown)
        {
            _sheet.Set(1, At(column), heading, CellLook.Heading);
            _sheet.Widths[At(column)] = width;
        }

        foreach (var domain in scheme.Domains)
        {
            WriteDomain(domain);
        }

        _sheet.HiddenColumns.Add(At(FormColumn.Id));
        _sheet.Frozen = (1, At(FormColumn.Item));
        _sheet.RepeatedRows = 1;
        (_sheet.IsProtected, _sheet.IsLandscape, _sheet.Paper, _sheet.Footer) = (true, true, Paper.A3, footer);
        return _sheet;
    }

    private void WriteDomain(Domain domain)
    {
        var first = _row + 1;
        foreach (var group in domain.TaskGroups)
        {
            var start = _row + 1;
            foreach (var indicator in scheme.Indicators.Where(i => i.TakesFacts && i.TaskGroup == group.Id))
            {
                Write(indicator);
            }

            if (_row >= start)
            {
                _sheet.Set(start, At(FormColumn.TaskGroup), group.Name.Zh, Fixed with { Fill = DomainFill, Centered = true });
                _sheet.Merge(start, At(FormColumn.TaskGroup), _row, At(FormColumn.TaskGroup));
            }
        }

        if (_row >= first)
        {
            _sheet.Set(first, At(FormColumn.Domain), domain.Name.Zh, Fixed with { Fill = DomainFill, Centered = true, Bold = true });
            _sheet.Merge(first, At(FormColumn.Domain), _row, At(FormColumn.Domain));
        }
    }

    private void Write(Indicator indicator)
    {
        var first = _row + 1;
        var (facts, now) = (_before?.Find(indicator.Id), _now?.Find(indicator.Id));
        var (usesTask, usesTrend) = (FormScope.UsesTask(scheme, indicator), FormScope.UsesTrend(scheme, indicator));
        var figures = facts?.SuperiorTask.Figures ?? [];
        var tasks = now?.SuperiorTask.Figures ?? [];
        Write(indicator, null, facts?.Own, usesTrend, usesTask);
        Fill(indicator, null, now?.Own);
        Fill(now?.SuperiorTask, tasks.FirstOrDefault());
        Tell(tasks.IsEmpty ? figures.FirstOrDefault() : null);
        foreach (var item in indicator.Items)
        {
            // An item with a rule of its own may have a task of its own.
            var ofItem = scheme.Find($"{indicator.Id}/{item.Id}") is { } row && FormScope.UsesTask(scheme, row);
            Write(indicator, item, facts?.Item(item.Id), usesTrend, ofItem);
            Fill(indicator, item, now?.Item(item.Id));
            var ofNow = now?.Items.FirstOrDefault(i => i.Id == item.Id)?.SuperiorTask;
            Fill(ofNow, ofNow?.Figures.FirstOrDefault());
        }

        // A second task of the same indicator has a row of its own, as it has in a CSV table.
        foreach (var index in Enumerable.Range(1, Math.Max(0, Math.Max(figures.Length, tasks.Length) - 1)))
        {
            Write(indicator, null, null, usesTrend: false, usesTask: true, isOfTask: true);
            Fill(null, tasks.ElementAtOrDefault(index));
            Tell(tasks.IsEmpty ? figures[index] : null);
        }

        foreach (var column in (FormColumn[])[FormColumn.Number, FormColumn.Name])
        {
            _sheet.Merge(first, At(column), _row, At(column));
        }
    }

    private void Write(Indicator indicator, Item? item, Fact? fact, bool usesTrend, bool usesTask, bool isOfTask = false)
    {
        _row++;
        var (unit, states) = (item?.MeasuredIn ?? item?.Unit ?? indicator.MeasuredIn ?? indicator.Unit, item?.States ?? indicator.States);
        var star = indicator.Starred ? "*" : "";
        Text(FormColumn.Number, indicator.Number, FixedCentered);
        Text(FormColumn.Name, star + indicator.Name.Zh, Fixed);
        var part = item is null ? "" : (item.Starred ? "*" : "") + item.Name.Zh;
        Text(FormColumn.Item, isOfTask ? AnotherTask : part, Fixed);
        Text(FormColumn.Unit, unit, FixedCentered);
        Text(FormColumn.Target, isOfTask ? "" : item is null ? indicator.Target.Zh : item.Target?.Zh ?? "", Fixed);
        var kind = indicator.Kind.Name.Zh;
        Text(FormColumn.Kind, item is null && !isOfTask ? kind : "", FixedCentered);
        Text(FormColumn.Id, item is null ? indicator.Id : $"{indicator.Id}.{item.Id}", Fixed);

        // The value of an indicator with items is theirs; a figure for the whole can still be typed.
        var isWhole = item is null && indicator.Items.Length > 0;
        var before = fact is { Value: { IsAbsent: false, Kind: not ReadingKind.Quota } value } ? value.Text : "";
        Text(FormColumn.LastYear, before, usesTrend && !isOfTask && !isWhole ? Input : NotHere);
        Text(FormColumn.Value, "", isOfTask ? NotHere : isWhole ? NotHere with { Locked = false, Format = "@" } : Input);
        if (!isOfTask && !isWhole)
        {
            Allow(indicator, item, unit, states.Select(s => s.Text.Zh).ToList());
        }

        Choice(FormColumn.Reason, FormWords.Reasons, !isOfTask);
        Choice(FormColumn.Met, FormWords.Met, !isOfTask);
        Choice(FormColumn.Trend, FormWords.Trends, usesTrend && !isOfTask);
        foreach (var column in Task)
        {
            Text(column, "", usesTask ? Input : NotHere);
        }

        if (usesTask)
        {
            Choice(FormColumn.Task, FormWords.Tasks, true);
            Choice(FormColumn.TaskLimit, FormWords.Limits, true);
        }

        foreach (var column in (FormColumn[])[FormColumn.OfYear, FormColumn.Source, FormColumn.Note])
        {
            Text(column, "", Input);
        }

        // The office mostly stays the same.
        Text(FormColumn.Owner, fact?.Owner ?? "", Input);
    }

    // What is already known of the year.
    private void Fill(Indicator indicator, Item? item, Fact? fact)
    {
        if (fact is null || fact.Equals(Fact.Unknown))
        {
            return;
        }

        var value = fact.Value;
        if (value.IsAbsent)
        {
            Put(FormColumn.Reason, value.Absence switch
            {
                AbsenceKind.NothingOfTheKind => FormWords.NothingOfTheKind,
                AbsenceKind.NotAssessed => FormWords.NotAssessed,
                AbsenceKind.NotMeasurable => FormWords.NotMeasurable,
                _ => value.Text is "-" or "" ? "" : FormWords.NotCounted,
            });
        }
        else if (value is { Done: { } done, Assigned: { } assigned })
        {
            // What was set from above and what was done have columns of their own.
            var name = (item?.Name ?? indicator.Name).Zh;
            var unit = fact.Unit ?? (value.Text.Split(' ', 2) is [_, var counted] ? counted : "");
            Fill(null, new SuperiorTaskFigure(name, unit, assigned, AtMost: false, Reading.Number(done)));
        }
        else
        {
            var unit = fact.Unit ?? "";
            var isOther = value.IsNumeric && unit.Length > 0 && !IsOfRow(unit, indicator, item);
            Put(FormColumn.Value, isOther ? $"{value.Text}{unit}" : value.Text);
        }

        Put(FormColumn.Met, fact.ReportedMet switch { true => FormWords.Met[0], false => FormWords.Met[1], null => "" });
        Put(FormColumn.Trend, fact.ClaimedTrend switch
        {
            Trend.Stable => FormWords.Trends[0],
            Trend.Improving => FormWords.Trends[1],
            Trend.Worsening => FormWords.Trends[2],
            _ => "",
        });
        Put(FormColumn.OfYear, fact.OfYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        Put(FormColumn.Source, fact.Source?.ToString() ?? "");
        Put(FormColumn.Owner, fact.Owner ?? "");
        Put(FormColumn.Note, fact.Note ?? "");
    }

    private static bool IsOfRow(string unit, Indicator indicator, Item? item) =>
        unit == (item?.Unit ?? indicator.Unit) || unit == (item?.MeasuredIn ?? indicator.MeasuredIn);

    private void Fill(SuperiorTaskFacts? task, SuperiorTaskFigure? figure)
    {
        Put(FormColumn.Task, task?.State switch
        {
            SuperiorTaskState.NoneSet => FormWords.Tasks[0],
            SuperiorTaskState.SaidCompleted => FormWords.Tasks[1],
            SuperiorTaskState.SaidNotCompleted => FormWords.Tasks[2],
            _ => "",
        });
        if (figure is not null)
        {
            Put(FormColumn.TaskName, figure.Name);
            Put(FormColumn.TaskUnit, figure.Unit);
            Put(FormColumn.TaskRequired, Reading.Plain(figure.Required));
            Put(FormColumn.TaskLimit, FormWords.Limits[figure.AtMost ? 1 : 0]);
            Put(FormColumn.TaskActual, figure.Actual.Text);
        }
    }

    // Cells that the row does not use are hatched, but keep what was handed in.
    private void Put(FormColumn column, string text)
    {
        if (text.Length > 0)
        {
            _sheet.Set(_row, At(column), text, Input);
        }
    }

    // The task of the year before is shown, not filled in: a name without its figures would be half a task.
    private void Tell(SuperiorTaskFigure? figure)
    {
        if (figure is not null)
        {
            _sheet.Lists.Add(new(_row, At(FormColumn.TaskName), "", IsList: false, Refuses: false, "",
                $"上年的任务是“{figure.Name}”，单位{figure.Unit}，{FormWords.Limits[figure.AtMost ? 1 : 0]}。"));
        }
    }

    private void Allow(Indicator indicator, Item? item, string unit, List<string> states)
    {
        var at = At(FormColumn.Value);
        var what = $"第{indicator.Number}项“{indicator.Name.Zh}”{(item is null ? "" : $"的“{item.Name.Zh}”")}";
        if (states.Count > 0)
        {
            _sheet.Lists.Add(new(_row, at, workbook.List(states), IsList: true, Refuses: false,
                "下拉列表里没有这个词。确实要这样填吗？", "请从下拉列表选择。"));
            return;
        }

        var cell = $"{Location.ColumnLetters(at)}{_row}";
        if (unit == "%" && FormWords.IsShare(item?.Name.Zh ?? indicator.Name.Zh))
        {
            // Ranges such as 5-7 and bounds are texts that no condition judges.
            _sheet.Lists.Add(new(_row, at,
                $"OR(ISERROR(VALUE({cell})),ISNUMBER(FIND(\"-\",{cell})),ISNUMBER(FIND(\"/\",{cell})),"
                    + $"AND(VALUE({cell})>=0,VALUE({cell})<=100))",
                IsList: false, Refuses: false, $"{what}的单位是%，通常在 0 到 100 之间。确实要这样填吗？"));
        }
    }

    private void Choice(FormColumn column, string[] words, bool applies)
    {
        Text(column, "", applies ? Input with { Centered = true } : NotHere);
        if (applies)
        {
            var list = workbook.List(words);
            _sheet.Lists.Add(new(_row, At(column), list, IsList: true, Refuses: true, "请从下拉列表选择，或留空。"));
        }
    }

    private void Text(FormColumn column, string text, CellLook look) => _sheet.Set(_row, At(column), text, look);
}
