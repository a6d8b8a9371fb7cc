using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Makes an indicator of the scheme's own whole.</summary>
internal sealed class IndicatorComposer(SchemeDraft draft, DiagnosticBag bag)
{
    internal Indicator? Compose(IndicatorEntry entry)
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
            Name = f.Name!,
            Unit = f.Unit!,
            MeasuredIn = f.MeasuredIn,
            Direction = f.Direction ?? Direction.None,
            Decimals = f.Decimals,
            Starred = f.Starred ?? false,
            Bindings = [new LevelBinding(draft.Id, f.Binding!.Value)],
            Target = f.Target!,
            Items = f.Items ?? [],
            States = f.States ?? [],
            Absence = f.Absence ?? draft.Absence ?? new AbsencePolicy(),
            Rule = f.Rule!,
            Source = f.Source ?? draft.Source,
            Stages = [.. entry.Stages.Select(stage => Origins.Own(stage, draft, f.Source))],
            Origins = Origins.Own(f, draft),
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
