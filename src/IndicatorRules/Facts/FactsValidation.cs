using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Validates facts against their scheme, before any rule runs.</summary>
internal static class FactsValidation
{
    private static readonly string[] Denials = ["还没有", "没有", "还未", "尚未", "暂未"];

    /// <summary>Reports faults, and marks their rows as not judged.</summary>
    /// <param name="file">The facts.</param>
    /// <param name="known">The indicators that facts may name.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="faults">Receives the rows.</param>
    internal static void Run(FactsFile file, KnownIndicators known, DiagnosticBag bag, RowFaults faults)
    {
        if (file.IsBuilt)
        {
            BuiltFacts.Validate(file, bag, faults);
        }

        FactsOfOneYear.Validate(file, known, bag, faults);
        foreach (var year in file.Facts.Years)
        {
            Background(file, year, known, bag, faults);
            AdjustmentValidation.Run(file, year, known, bag, faults);
            Renamed(file, year, known, bag);
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                var before = bag.Count;
                Run(file, year, i, known, bag);
                faults.Take(bag, before, new FactPath(year.Year, year.Indicators[i].Id));
            }
        }
    }

    /// <summary>Reports facts under an id of an upper scheme, which would otherwise be ignored without notice.</summary>
    private static void Renamed(FactsFile file, YearFacts year, KnownIndicators known, DiagnosticBag bag)
    {
        foreach (var (own, upper) in known.Renames)
        {
            if (year.Find(own) is null && year.Find(upper) is not null)
            {
                bag.Add(DiagnosticCatalog.FactsRenamed, file.At(new FactPath(year.Year, upper)), upper, known.SchemeId, own);
            }
        }
    }

    private static void Background(FactsFile file, YearFacts year, KnownIndicators known, DiagnosticBag bag, RowFaults faults)
    {
        foreach (var (id, fact) in year.Background)
        {
            var before = bag.Count;
            var path = FactsFile.BackgroundPath(year.Year, id);
            if (known.Background.GetValueOrDefault(id) is { } figure)
            {
                Validate(file, path, fact, figure, bag);
            }
            else
            {
                var nearest = bag.Guess(id, known.Background.Keys.Order(StringComparer.Ordinal));
                bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownBackground, file.At(path), nearest, id);
            }

            faults.Take(bag, before, path);
        }
    }

    /// <summary>Validates one indicator's facts of one year.</summary>
    /// <param name="file">The facts.</param>
    /// <param name="year">The year.</param>
    /// <param name="index">The index of the indicator in the year.</param>
    /// <param name="known">The indicators that facts may name.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    private static void Run(FactsFile file, YearFacts year, int index, KnownIndicators known, DiagnosticBag bag)
    {
        var facts = year.Indicators[index];
        var path = new FactPath(year.Year, facts.Id);
        if (known.Find(facts.Id, index) is not { } indicator)
        {
            known.Report(facts.Id, file.At(path), bag);
            return;
        }

        Validate(file, path, facts.Own, indicator.Own, bag);
        if (facts.SuperiorTask.State == SuperiorTaskState.Figures)
        {
            SuperiorTask(file.At(path), facts.SuperiorTask, indicator.Own, bag);
        }

        foreach (var one in facts.Items)
        {
            var (id, fact) = one;
            if (indicator.Item(id) is { } item)
            {
                Validate(file, path with { Item = id }, fact, item, bag);
                if (one.SuperiorTask.State != SuperiorTaskState.NotStated)
                {
                    ItemTask(file.At(path with { Item = id }), one, indicator, item, bag);
                }
            }
            else
            {
                indicator.ReportItem(id, file.At(path with { Item = id }), bag);
            }
        }
    }

    private static void ItemTask(Location at, ItemFact fact, KnownIndicator indicator, KnownFigure item, DiagnosticBag bag)
    {
        if (!indicator.IsJudged(fact.Id))
        {
            bag.Add(DiagnosticCatalog.FactsItemTask, at, item.Name);
        }
        else if (fact.SuperiorTask.State == SuperiorTaskState.Figures)
        {
            SuperiorTask(at, fact.SuperiorTask, item, bag);
        }
    }

    private static void Validate(FactsFile file, FactPath path, Fact fact, KnownFigure known, DiagnosticBag bag)
    {
        if (IsPlainlySound(fact, known))
        {
            return;
        }

        Value(new Entry(file, path, known.Name), fact.Value, fact.Unit, known, bag);
        if (fact.ParentAverage is { } average)
        {
            var name = new LocalizedText($"{known.Name.Zh}的上级平均", $"{known.Name.En} `parentAverage`");
            Value(new Entry(file, path, name), average.Value, average.Unit, known, bag);
        }
    }

    // Fast path for most facts: a plausible number without a unit, or a state of the row. Needs neither location nor name.
    private static bool IsPlainlySound(Fact fact, KnownFigure known) =>
        fact.ParentAverage is null
        && (fact.IsNumber ? fact.Unit is null && known.WrittenIn is null && known.Expects(fact.Number) : known.Answers(fact.Value.Text));

    private static void Value(Entry entry, Reading value, string? unit, KnownFigure known, DiagnosticBag bag)
    {
        if (known.Answers(value.Text))
        {
            return;
        }

        if (value.Kind == ReadingKind.Words)
        {
            Words(entry, value.Text, known, bag);
        }

        // The number is right where it was written for, and would be another one here.
        else if (known.WrittenIn is { } other && value.IsNumeric && value.Kind != ReadingKind.Quota && UnitName.Same(unit ?? other, other))
        {
            bag.Add(DiagnosticCatalog.FactsOtherUnit, entry.At, entry.Name, other, known.Unit, UnitName.Remedy(known.Unit, other));
        }

        // A quota has the unit of its two counts, independent of the row's.
        else if (unit is not null && value.Kind != ReadingKind.Quota && !UnitName.Same(unit, known.Unit))
        {
            bag.Add(DiagnosticCatalog.FactsUnit, entry.At, entry.Name, known.Unit, unit, UnitName.Remedy(known.Unit, unit));
        }
        else if (value.IsNumeric && known.WantsState)
        {
            Words(entry, value.Text, known, bag);
        }
        else if (value is { IsAbsent: true, Absence: AbsenceKind.NothingOfTheKind } && known.Of(value.Absence) == Status.Undetermined)
        {
            bag.Add(DiagnosticCatalog.FactsCannotBeAbsent, entry.At, entry.Name, value.Text, Present(known));
        }
        else if (value.IsNumeric && known.Range is { } range && (range.Excludes(value.Low) || range.Excludes(value.High)))
        {
            var limits = new LocalizedText(
                range switch
                {
                    { Least: { } least, Most: { } most } => $"{Reading.Plain(least)} 到 {Reading.Plain(most)}",
                    { Least: { } least } => $"不小于 {Reading.Plain(least)}",
                    _ => $"不大于 {Reading.Plain(range.Most!.Value)}",
                },
                range switch
                {
                    { Least: { } least, Most: { } most } => $"{Reading.Plain(least)} to {Reading.Plain(most)}",
                    { Least: { } least } => $"{Reading.Plain(least)} or more",
                    _ => $"{Reading.Plain(range.Most!.Value)} or less",
                });
            bag.Add(
                range.Rejects ? DiagnosticCatalog.FactsOutsideRange : DiagnosticCatalog.FactsOutsideRangeWarning,
                entry.At, entry.Name, value.Text, limits);
        }
        else if (value.IsNumeric && known.IsPercent)
        {
            Percentage(entry, value, unit, known, bag);
        }
    }

    private static void Percentage(Entry entry, Reading value, string? unit, KnownFigure known, DiagnosticBag bag)
    {
        if (known.IsShare && (value.Low is < 0 or > 100 || value.High is < 0 or > 100))
        {
            bag.Add(DiagnosticCatalog.FactsShareOutside, entry.At, entry.Name, Shown(value));
        }
        else if (unit is null && value is { Low: null or > 0 and < 1, High: null or > 0 and < 1 })
        {
            var percents = new[] { value.Low, value.High }.OfType<decimal>().Distinct()
                .Select(n => (n * 100m).ToString("0.##########", CultureInfo.InvariantCulture));
            bag.Add(DiagnosticCatalog.FactsFraction, entry.At, entry.Name, Shown(value), string.Join('-', percents));
        }
    }

    // Without the remark behind it, so that a sentence can go on with a percent sign.
    private static string Shown(Reading value) => value is { Kind: ReadingKind.Number, Low: { } number }
        && value.Text.AsSpan().IndexOfAny('(', '（') >= 0 ? Reading.Plain(number) : value.Text;

    private static void Words(Entry entry, string words, KnownFigure known, DiagnosticBag bag)
    {
        // A row may take both states and figures: text that looks like a figure gets the hint for figures.
        if (known.States.IsEmpty || (!known.WantsState && words.Any(char.IsAsciiDigit)))
        {
            bag.Add(DiagnosticCatalog.FactsWords, entry.At, entry.Name, words, CellRemedy.Of(words));
            return;
        }

        // 预计建成 is not yet 建成.
        var nearest = PrintedCell.SaysEstimate(words) ? null
            : Stated(words, known) ?? bag.Guess(words, known.States.SelectMany(s => s.Answers));
        var absent = known.Of(AbsenceKind.NothingOfTheKind) == Status.Undetermined
            ? LocalizedText.Empty
            : new LocalizedText("本地没有这类事物的，填“不涉及”。", " Where there is nothing of the kind, write `不涉及`.");
        bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownState, entry.At, nearest, entry.Name, words, Listed(known), absent);
    }

    // A state in other words: 制定实施（县政府〔2022〕5号）, 没有制定.
    private static string? Stated(string words, KnownFigure known)
    {
        var bare = CellRemedy.WithoutRemarks(words);
        return known.Answers(bare) ? bare
            : Denials.Select(d => bare.StartsWith(d, StringComparison.Ordinal) ? $"未{bare[d.Length..]}" : bare)
                .FirstOrDefault(known.Answers);
    }

    private static void SuperiorTask(Location at, SuperiorTaskFacts task, KnownFigure known, DiagnosticBag bag)
    {
        if (task.Claim != SuperiorTaskState.NotStated)
        {
            SuperiorTaskClaims.Compare(task.Claim, task, at, bag);
        }

        foreach (var figure in task.Figures)
        {
            if (figure.Actual.Kind is ReadingKind.Words or ReadingKind.Quota)
            {
                var name = new LocalizedText($"{known.Name.Zh}的上级任务“{figure.Name}”", $"{known.Name.En} `task` \"{figure.Name}\"");
                bag.Add(DiagnosticCatalog.FactsWords, at, name, figure.Actual.Text, CellRemedy.Of(figure.Actual.Text));
            }
        }
    }

    private static LocalizedText Present(KnownFigure known) =>
        !known.States.IsEmpty ? new(
            $"还没有做的，填所处的状态，由低到高：{Listed(known).Zh}；",
            $"If it is not done, write its state, lowest first: {Listed(known).En}. ")
        : known.IsPercent ? LocalizedText.Empty
        : new("数目是零的填 0；", "Write 0 for none at all. ");

    private static LocalizedText Listed(KnownFigure known) => new(
        string.Join('、', known.States.Select(s => s.Text.Zh)), string.Join(", ", known.States.Select(s => $"`{s.Text.En}`")));

    internal static string Name(FactPath path) =>
        path.Item.Length == 0 ? path.Indicator
        : FactsFile.IsBackground(path) ? path.Item
        : $"{path.Indicator}.{path.Item}";

    /// <summary>A fact in diagnostics. Its location is found on demand: few facts need it.</summary>
    private readonly record struct Entry(FactsFile File, FactPath Path, LocalizedText Name)
    {
        internal Location At => File.At(Path);
    }
}
