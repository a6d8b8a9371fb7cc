using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Puts the rows of a composed table in order.</summary>
/// <remarks>
/// By number where all are whole numbers of one numbering. Otherwise rows keep the order of the file, and a row that <c>rest</c> takes over
/// follows the row that it follows in its upper scheme, and the scheme's own rows that are written below that one.
/// </remarks>
internal static class RowOrder
{
    internal static ImmutableArray<Indicator> Of(
        ImmutableArray<Indicator> rows, HashSet<string> written, ImmutableArray<Scheme> uppers, Numbering numbering)
    {
        if (numbering == Numbering.Table && rows.All(i => PrintedNumber.Whole(i.Number) is not null))
        {
            return [.. rows.OrderBy(i => PrintedNumber.Whole(i.Number)).ThenBy(i => i.Id, StringComparer.Ordinal)];
        }

        var order = new LinkedList<Indicator>(rows.Where(i => written.Contains(i.Id)));
        var nodes = new Dictionary<UpperIndicator, LinkedListNode<Indicator>>();
        for (var node = order.First; node is not null; node = node.Next)
        {
            Note(node, nodes);
        }

        foreach (var row in rows.Where(i => !written.Contains(i.Id)))
        {
            var first = row.From[0];
            var upper = uppers.First(u => u.Id == first.SchemeId);
            var before = Enumerable.Range(1, upper.IndexOf(first.IndicatorId))
                .Select(back => new UpperIndicator(upper.Id, upper.Indicators[upper.IndexOf(first.IndicatorId) - back].Id))
                .FirstOrDefault(nodes.ContainsKey);
            Note(before is null ? order.AddFirst(row) : order.AddAfter(LastBelow(nodes[before], written), row), nodes);
        }

        return [.. order];
    }

    private static LinkedListNode<Indicator> LastBelow(LinkedListNode<Indicator> node, HashSet<string> written)
    {
        if (written.Contains(node.Value.Id))
        {
            while (node.Next is { Value.From.IsEmpty: true } below)
            {
                node = below;
            }
        }

        return node;
    }

    private static void Note(LinkedListNode<Indicator> node, Dictionary<UpperIndicator, LinkedListNode<Indicator>> nodes)
    {
        foreach (var from in node.Value.From)
        {
            nodes.TryAdd(from, node);
        }
    }
}
