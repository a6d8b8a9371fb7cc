using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Makes an indicator whole: its own fields, or those of the upper schemes it is taken over from.</summary>
internal sealed class IndicatorComposer(SchemeDraft draft, ImmutableArray<Scheme> bases, DiagnosticBag bag)
{
    internal Indicator? Compose(IndicatorEntry entry) => entry.From.IsEmpty ? Own(entry) : TakenOver(entry);

    private Indicator? Own(IndicatorEntry entry)
    {
        var f = entry.Own;
        var missing = new List<string>();
        Require(f.Number is not null, "number");
        Require(f.Task is not null, "task");
        Require(f.Name is not null, "name");
        Require(f.Unit is not null, "unit");
        Require(f.Binding is not null, "binding");
        Require(f.Target is not null, "target");
        Require(f.Rule is not null, "rule");
        foreach (var name in missing)
        {
            bag.Add(DiagnosticCatalog.IndicatorIncomplete, entry.Location, entry.Id, name);
        }

        return missing.Count > 0 ? null : new Indicator
        {
            Number = f.Number!.Value,
            Id = entry.Id,
            Task = f.Task!,
            Name = f.Name!.Value,
            Unit = f.Unit!,
            MeasuredIn = f.MeasuredIn,
            Direction = f.Direction ?? Direction.None,
            Decimals = f.Decimals,
            Starred = f.Starred ?? false,
            Bindings = [new LevelBinding(draft.Id, f.Binding!.Value)],
            Target = f.Target!.Value,
            Items = f.Items ?? [],
            States = f.States ?? [],
            Absence = f.Absence ?? draft.Absence ?? new AbsencePolicy(),
            Rule = f.Rule!,
            Source = f.Source ?? draft.Source,
            Stages = entry.Stages,
            Note = f.Note ?? new("", ""),
            Location = entry.Location,
        };

        void Require(bool there, string name)
        {
            if (!there)
            {
                missing.Add(name);
            }
        }
    }

    private Indicator? TakenOver(IndicatorEntry entry)
    {
        var uppers = new List<Indicator>();
        foreach (var scheme in entry.From.Select(f => bases.FirstOrDefault(b => b.Id == f)).OfType<Scheme>())
        {
            if (scheme.Find(entry.Id) is { } upper)
            {
                uppers.Add(upper);
            }
            else
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.FromLacksIndicator, entry.Location,
                    Nearest.To(entry.Id, scheme.Indicators.Select(i => i.Id)), scheme.Id, entry.Id);
            }
        }

        return uppers.Count < entry.From.Length ? null : Merge(entry, uppers, entry.Override ?? new IndicatorFields());
    }

    private Indicator Merge(IndicatorEntry entry, List<Indicator> uppers, IndicatorFields f) => new()
    {
        Number = f.Number ?? Shared(entry, uppers, "number", i => i.Number),
        Id = entry.Id,
        Task = f.Task ?? Shared(entry, uppers, "task", i => i.Task),
        Name = f.Name ?? Shared(entry, uppers, "name", i => i.Name),
        Unit = f.Unit ?? Shared(entry, uppers, "unit", i => i.Unit),
        MeasuredIn = f.MeasuredIn ?? Shared(entry, uppers, "measuredIn", i => i.MeasuredIn),
        Direction = f.Direction ?? Shared(entry, uppers, "direction", i => i.Direction),
        Decimals = f.Decimals ?? Shared(entry, uppers, "decimals", i => i.Decimals),
        Starred = f.Starred ?? uppers.Exists(i => i.Starred),
        Bindings = f.Binding is { } force
            ? [new LevelBinding(draft.Id, force)]
            : [.. uppers.SelectMany(i => i.Bindings).DistinctBy(b => b.SchemeId)],
        Target = f.Target ?? Shared(entry, uppers, "target", i => i.Target),
        Items = Items(entry, uppers),
        States = States(entry, uppers),
        Absence = f.Absence ?? Shared(entry, uppers, "absence", i => i.Absence),
        Rule = f.Rule ?? entry.Own.Rule ?? AllUppers(entry),
        Source = f.Source ?? draft.Source with { Row = uppers[0].Source.Row },
        Stages = entry.Stages,
        From = entry.From,
        Because = f.Because ?? new("", ""),
        Note = f.Note ?? entry.Own.Note ?? new("", ""),
        Location = entry.Location,
    };

    // The fullest list, with what another level adds behind it: it counts here too. What both have must be the same.
    private ImmutableArray<Item> Items(IndicatorEntry entry, List<Indicator> uppers)
    {
        var all = uppers.OrderByDescending(i => i.Items.Length).SelectMany(i => i.Items).GroupBy(i => i.Id).ToList();
        if (all.Exists(same => same.Select(i => (i.Name, i.Unit, i.MeasuredIn, i.Direction, i.Target, Spelt(i.States))).Distinct().Count() > 1))
        {
            bag.Add(DiagnosticCatalog.BasesDisagree, entry.Location, entry.Id, "items");
        }

        return [.. all.Select(same => same.First())];
    }

    // States are an order: a shorter list must be the longer one with some left out.
    private ImmutableArray<StateInfo> States(IndicatorEntry entry, List<Indicator> uppers)
    {
        var longest = uppers.MaxBy(i => i.States.Length)!.States;
        foreach (var other in uppers.Select(i => i.States))
        {
            if (Spelt(longest.Where(s => other.Any(o => o.Id == s.Id))) != Spelt(other))
            {
                bag.Add(DiagnosticCatalog.BasesDisagree, entry.Location, entry.Id, "states");
            }
        }

        return longest;
    }

    private static string Spelt(IEnumerable<StateInfo> states) =>
        string.Join('\n', states.Select(s => $"{s.Id} {string.Join('|', s.Answers)}"));

    private T Shared<T>(IndicatorEntry entry, List<Indicator> uppers, string name, Func<Indicator, T> field)
    {
        var values = uppers.Select(field).Distinct().ToList();
        if (values.Count > 1)
        {
            bag.Add(DiagnosticCatalog.BasesDisagree, entry.Location, entry.Id, name);
        }

        return values[0];
    }

    private static RuleText AllUppers(IndicatorEntry entry) =>
        RuleText.Made(string.Join(" & ", entry.From.Select(f => $"Upper(\"{f}\")")), entry.Location with { File = SchemeReader.FileName });
}
