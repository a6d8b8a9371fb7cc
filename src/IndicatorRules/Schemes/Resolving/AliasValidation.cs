using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Validates that each alias of a scheme names one thing: no other row, no item beside it, and no number.</summary>
/// <remarks>Aliases of upper schemes give way to the names of the scheme, so only those that it writes itself are validated.</remarks>
internal static class AliasValidation
{
    internal static void Run(SchemeDraft draft, IReadOnlyList<Indicator> rows, DiagnosticBag bag)
    {
        foreach (var entry in draft.Indicators)
        {
            foreach (var alias in entry.Own.Aliases.Concat(entry.Override?.Aliases ?? []))
            {
                if (rows.FirstOrDefault(r => r.Id == entry.Id) is { } row && Other(alias, row, rows) is { } other)
                {
                    bag.Add(DiagnosticCatalog.AliasTaken, alias.At, alias.Name, Of(row, alias.Item), other);
                }
            }
        }
    }

    private static LocalizedText? Other(WrittenAlias alias, Indicator row, IReadOnlyList<Indicator> rows)
    {
        var name = FoldedName.Of(alias.Name);
        // With its unit or number, an alias may be another row's name.
        var names = NameParts.Of(name).Select(p => p.Name).ToList();
        if (name.All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            return new("只是一个数，会同序号混淆", "is a mere number");
        }

        if (alias.Item.Length > 0)
        {
            return row.Items.FirstOrDefault(i => i.Id != alias.Item && (i.Id == alias.Name || Means(names, i.Name, i.Aliases))) is { } item
                ? new($"也指分项“{item.Name.Zh}”", $"also means the item `{item.Id}`") : null;
        }

        return rows.FirstOrDefault(r => r.Id != row.Id && r.ItemOf != row.Id
                && (r.Id == alias.Name || FoldedName.Same(r.Number, alias.Name) || Means(names, r.Name, r.Aliases))) is { } other
            ? new($"也指第{other.Number}项“{other.Name.Zh}”", $"also means no. {other.Number} `{other.Id}`") : null;
    }

    private static bool Means(List<string> folded, LocalizedText name, IEnumerable<string> aliases) =>
        aliases.Append(name.Zh).Append(name.En).Any(n => folded.Contains(FoldedName.Of(n)));

    private static LocalizedText Of(Indicator row, string item) => row.Items.FirstOrDefault(i => i.Id == item) is { } one
        ? new($"第{row.Number}项“{row.Name.Zh}”的分项“{one.Name.Zh}”", $"the item `{item}` of `{row.Id}`")
        : new($"第{row.Number}项“{row.Name.Zh}”", $"`{row.Id}`");
}
