using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes a scheme's own indicators.</summary>
internal sealed class IndicatorComposer(SchemeDraft draft, KindList kinds, DiagnosticBag bag)
{
    internal Indicator? Compose(IndicatorEntry entry)
    {
        var f = entry.Own;
        var missing = new List<string>();
        Require(f.Number is not null, "number");
        Require(f.TaskGroup is not null, "task");
        Require(f.Name is not null, "name");
        Require(f.Unit is not null, "unit");
        Require(f.Kind is not null, draft.Kinds.IsEmpty ? "binding" : "kind");
        Require(f.Target is not null, "target");
        Require(f.Rule is not null || f.ItemRows.Count > 0, "rule");
        foreach (var name in missing)
        {
            bag.Add(DiagnosticCatalog.IndicatorIncomplete, entry.Location, entry.Id, name);
        }

        // A row without a rule is judged by its items.
        var rule = f.Rule ?? ItemComposer.LeftToItems(entry.Location);
        return missing.Count > 0 ? null : new Indicator
        {
            Number = f.Number!,
            Id = entry.Id,
            TaskGroup = f.TaskGroup!,
            Name = f.Name!,
            Aliases = [.. f.Aliases.Where(a => a.Item.Length == 0).Select(a => a.Name)],
            Unit = f.Unit!,
            MeasuredIn = f.MeasuredIn,
            Direction = f.Direction ?? Direction.None,
            Decimals = f.Decimals,
            Range = f.Range,
            Starred = f.Starred ?? false,
            Kinds = [new LevelKind(draft.Id, kinds.Find(f.Kind!, entry))],
            Kind = kinds.Find(f.Kind!, entry),
            Target = f.Target!,
            Items = f.Items ?? [],
            States = f.States ?? [],
            Absence = f.Absence ?? draft.Absence ?? new AbsencePolicy(),
            Group = f.Group,
            Rule = rule,
            Source = f.Source ?? draft.Source,
            Stages =
            [
                .. StageComposer.Entries(entry, draft).OrderBy(s => s.Stage.Year)
                    .Select(s => ProvenanceComposer.Own(s.Of(f.Target!, rule), s, draft, f.Source)),
            ],
            Provenance = ProvenanceComposer.Own(f, draft),
            Note = f.Note ?? LocalizedText.Empty,
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
}
