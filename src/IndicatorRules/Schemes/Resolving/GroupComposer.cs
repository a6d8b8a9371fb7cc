using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes the groups of a table: a line above the first row of each, whose verdict combines those of its rows.</summary>
/// <remarks>A scheme has its own groups, and those of its upper schemes that its rows are still in.</remarks>
internal sealed class GroupComposer(SchemeDraft draft, ImmutableArray<Scheme> uppers, KindList kinds, DiagnosticBag bag)
{
    internal ImmutableArray<Indicator> Compose(ImmutableArray<Indicator> rows)
    {
        var groups = draft.Groups.Concat(Above()).DistinctBy(g => g.Id).ToDictionary(g => g.Id, StringComparer.Ordinal);
        // A row that is taken over has its group from an upper scheme, which reports it.
        var own = draft.Indicators.Where(e => e.From.IsEmpty || e.Override?.Group is not null).Select(e => e.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Group is not null && !groups.ContainsKey(r.Group) && own.Contains(r.Id)))
        {
            bag.AddWithSuggestion(
                DiagnosticCatalog.UnknownId, draft.Indicators.FirstOrDefault(e => e.Id == row.Id)?.At("group") ?? row.Location,
                bag.Guess(row.Group!, groups.Keys), new("分组", "group"), row.Group!);
        }

        if (groups.Count == 0)
        {
            return rows;
        }

        var members = rows.Where(r => r.ItemOf is null && r.Group is not null).GroupBy(r => r.Group!)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var empty in draft.Groups.Where(g => !members.ContainsKey(g.Id)))
        {
            bag.Add(DiagnosticCatalog.GroupEmpty, empty.Location, empty.Id);
        }

        var lines = ImmutableArray.CreateBuilder<Indicator>(rows.Length + groups.Count);
        foreach (var row in rows)
        {
            var group = row.ItemOf is null && row.Group is not null ? groups.GetValueOrDefault(row.Group) : null;
            if (group is not null && members[group.Id][0] == row)
            {
                lines.Add(Group(group, members[group.Id]));
            }

            lines.Add(group is { CountsAsOne: true } ? row with { CountsAsRow = false } : row);
        }

        return lines.DrainToImmutable();
    }

    private IEnumerable<GroupEntry> Above() =>
        from upper in uppers
        from i in upper.Indicators
        where i.Combines is { IsGroup: true }
        select new GroupEntry(i.Id, i.Number, i.Name, draft.Locations.At("extends"))
        {
            Target = i.Target,
            AtLeast = i.Combines!.AtLeast,
            Kind = i.Kind.Id,
            CountsAsOne = i.CountsAsRow,
        };

    private Indicator Group(GroupEntry group, List<Indicator> rows)
    {
        if (rows.Find(r => r.TaskGroup != rows[0].TaskGroup) is { } other)
        {
            bag.Add(DiagnosticCatalog.GroupTasks, other.Location, group.Id, rows[0].Id, other.Id);
        }

        if (group.AtLeast > rows.Count)
        {
            bag.Add(
                DiagnosticCatalog.GroupCount, group.Location, group.Id, group.AtLeast.Value.ToString(CultureInfo.InvariantCulture),
                rows.Count.ToString(CultureInfo.InvariantCulture));
        }

        var kind = group.Kind is { } named
            ? kinds.Find(named, new IndicatorEntry { Id = group.Id, Location = group.Location, Own = new IndicatorFields() })
            : kinds.First([.. rows.Select(r => new LevelKind(draft.Id, r.Kind))]);
        var target = group.Target ?? (group.AtLeast is { } least
            ? new($"{rows.Count} 项中至少 {least} 项达标", $"at least {least} of {rows.Count} met") : new("各项均达标", "all met"));
        var rule = ItemComposer.Left("按本组各项判定", group.Location);
        return new Indicator
        {
            Number = group.Number,
            Id = group.Id,
            TaskGroup = rows[0].TaskGroup,
            Name = group.Name,
            Unit = "-",
            Kinds = [new LevelKind(draft.Id, kind)],
            Kind = kind,
            Target = target,
            Rule = rule,
            Source = rows[0].Source with { Row = null },
            Stages = ItemComposer.WithStagesOf(rows, [], target, rule, group.Location),
            Combines = new Combination([.. rows.Select(r => r.Id)], group.AtLeast, IsGroup: true),
            CountsAsRow = group.CountsAsOne,
            Location = group.Location,
        };
    }
}
