using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes a scheme from its draft and upper schemes.</summary>
internal sealed class SchemeComposer(SchemeDraft draft, ImmutableArray<Scheme> uppers, DiagnosticBag bag)
{
    internal Scheme Compose()
    {
        var domains = Domains();
        var account = new UpperAccount(draft, uppers, bag);
        var entries = account.Entries();
        account.Validate(entries);
        var kinds = new KindList(draft, uppers, bag);
        var own = new IndicatorComposer(draft, kinds, bag);
        var takenOver = new TakenOverComposer(draft, uppers, kinds, bag);
        var numbering = draft.Numbering ?? uppers.FirstOrDefault()?.Numbering ?? Numbering.Table;
        var indicators = RowOrder.Of(
            [.. entries.Select(e => e.From.IsEmpty ? own.Compose(e) : takenOver.Compose(e)).OfType<Indicator>()],
            draft.Indicators.Select(e => e.Id).ToHashSet(StringComparer.Ordinal), uppers, numbering);
        indicators = WithItemsAndGroups(indicators, entries, kinds);
        ValidateTaskGroups(indicators, domains);
        ValidateNumbers(indicators, domains, numbering);
        AliasValidation.Run(draft, indicators, bag);
        var scheme = new Scheme
        {
            Id = draft.Id,
            Version = draft.Version,
            Title = draft.Title,
            Issuer = draft.Issuer,
            Level = draft.Level,
            Note = draft.Note,
            InForceFrom = draft.InForceFrom,
            InForceTo = draft.InForceTo,
            BaseYear = draft.BaseYear ?? uppers.Select(b => b.BaseYear).FirstOrDefault(y => y is not null),
            Source = draft.Source,
            Uppers = uppers,
            LeftOut = [.. draft.Extends.SelectMany(e => e.LeftOut)],
            Stages = Stages(),
            Place = [.. draft.Place.Concat(uppers.SelectMany(b => b.Place)).DistinctBy(p => p.Id)],
            Tally = draft.Tally ?? uppers.FirstOrDefault()?.Tally ?? new Tally(),
            StarMeaning = draft.StarMeaning ?? uppers.FirstOrDefault(u => u.Indicators.Any(i => i.HasStar))?.StarMeaning
                ?? Scheme.UsualStar,
            Domains = domains,
            Kinds = kinds.All,
            Numbering = numbering,
            Indicators = indicators,
            Conclusion = draft.Conclusion,
            Checks = draft.Checks,
            OverPlaces = draft.OverPlaces,
            Background = draft.Background,
            Functions = draft.Functions,
            Folder = draft.Folder,
            Hash = draft.Hash,
        };
        OverallValidation.Run(scheme, draft.Locations.Top, bag);
        return scheme;
    }

    private ImmutableArray<Indicator> WithItemsAndGroups(
        ImmutableArray<Indicator> rows, ImmutableArray<IndicatorEntry> entries, KindList kinds)
    {
        var entryOf = entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var items = new ItemComposer(draft, uppers, bag);
        return new GroupComposer(draft, uppers, kinds, bag).Compose([.. rows.SelectMany(r => items.Compose(r, entryOf[r.Id]))]);
    }

    // Own headings first, then those of upper schemes. Each task group is listed once, under the domain with the same id.
    private ImmutableArray<Domain> Domains()
    {
        var all = draft.Domains.Concat(uppers.OrderByDescending(b => b.Domains.Sum(d => d.TaskGroups.Length)).SelectMany(b => b.Domains));
        return
        [
            .. all.GroupBy(d => d.Id).Select(same => new Domain(
                same.Key, same.First().Name, [.. same.SelectMany(d => d.TaskGroups).DistinctBy(t => t.Id)])),
        ];
    }

    // A stage must have the same year in all schemes.
    private ImmutableArray<Stage> Stages()
    {
        var all = draft.Stages.Concat(uppers.SelectMany(b => b.Stages)).GroupBy(s => s.Id).ToList();
        foreach (var stage in all.Where(same => same.Any(s => s.Year != same.First().Year)))
        {
            var years = string.Join(", ", stage.Select(s => s.Year).Distinct());
            bag.Add(DiagnosticCatalog.StagesDisagree, draft.Locations.At(draft.Stages.IsEmpty ? "extends" : "stages"), stage.Key, years);
        }

        return [.. all.Select(same => same.First()).OrderBy(s => s.Year).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private void ValidateTaskGroups(ImmutableArray<Indicator> indicators, ImmutableArray<Domain> domains)
    {
        var tasks = domains.SelectMany(d => d.TaskGroups).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        // A row that is taken over has its heading from an upper scheme, which reports it.
        var own = draft.Indicators.Where(e => e.From.IsEmpty || e.Override?.TaskGroup is not null).Select(e => e.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in indicators.Where(i => !tasks.Contains(i.TaskGroup) && own.Contains(i.Id)))
        {
            var nearest = bag.Guess(indicator.TaskGroup, tasks);
            bag.AddWithSuggestion(
                DiagnosticCatalog.UnknownId, At(indicator, "task"), nearest, new("任务", "task group"), indicator.TaskGroup);
        }
    }

    private void ValidateNumbers(ImmutableArray<Indicator> indicators, ImmutableArray<Domain> domains, Numbering numbering)
    {
        var domainOf = domains.SelectMany(d => d.TaskGroups.Select(t => (Task: t.Id, Domain: d.Id)))
            .GroupBy(t => t.Task).ToDictionary(g => g.Key, g => g.First().Domain, StringComparer.Ordinal);
        var within = numbering switch
        {
            Numbering.Domain => i => domainOf.GetValueOrDefault(i.TaskGroup, ""),
            Numbering.Kind => i => i.Kind.Id,
            _ => (Func<Indicator, string>)(_ => ""),
        };
        // An item without a number of its own has its row's.
        var numbers = indicators.Where(i => i.ItemOf is not { } row || indicators.First(r => r.Id == row).Number != i.Number);
        foreach (var twice in numbers.GroupBy(i => (within(i), PrintedNumber.Key(i.Number))).Where(g => g.Count() > 1))
        {
            WrittenId.Twice(At(twice.First(), "number"), At(twice.Last(), "number"), new("序号", "number"), twice.Last().Number, bag);
        }
    }

    private Location At(Indicator indicator, string field) =>
        draft.Indicators.FirstOrDefault(e => e.Id == indicator.Id)?.At(field) ?? indicator.Location;
}
