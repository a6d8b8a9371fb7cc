using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Targets;

/// <summary>The words by which tables print a target for each kind of place, and the attributes that they are choices of.</summary>
internal static partial class PlaceWords
{
    /// <summary>The climate. A place lies in one.</summary>
    internal static PlaceAttribute Climate { get; } = Of("Climate", new("气候区", "Climate"),
        ("Humid", new("湿润地区", "Humid")), ("SemiHumid", new("半湿润地区", "Semi-humid")),
        ("SemiArid", new("半干旱地区", "Semi-arid")), ("Arid", new("干旱地区", "Arid")));

    private static readonly ImmutableArray<PlaceAttribute> Own =
    [
        Climate,
        Of("Terrain", new("地形", "Terrain"),
            ("Mountain", new("山区", "Mountain areas")), ("Hill", new("丘陵区", "Hill areas")),
            ("Plain", new("平原区", "Plain areas")), ("Plateau", new("高原区", "Plateau areas"))),
        Of("Level", new("级别", "Level"),
            ("County", new("县级", "County")), ("City", new("市级", "City")), ("Province", new("省级", "Province"))),
    ];

    /// <summary>The attribute of which all labels are different choices, with their ids; an empty id is what 其他地区 says.</summary>
    /// <param name="known">Attributes of upper schemes and those already declared.</param>
    /// <param name="labels">The labels.</param>
    internal static (PlaceAttribute Attribute, ImmutableArray<string> Ids)? Find(
        ImmutableArray<PlaceAttribute> known, IReadOnlyList<string> labels)
    {
        // An attribute of the same id that others declare means what they say.
        var among = known.Concat(Own.Where(o => known.All(k => k.Id != o.Id)));
        foreach (var attribute in among.Where(a => a.Kind != AttributeKind.Number))
        {
            if (Ids(attribute, labels) is { } ids)
            {
                return (attribute, ids);
            }
        }

        var named = labels.Where(l => !OtherPattern().IsMatch(l)).ToList();
        if (named.Count == 0 || named.Distinct().Count() < named.Count || !named.TrueForAll(l => KindPattern().IsMatch(l)))
        {
            return null;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"Area{known.Length + 1}");
        var declared = Of(id, new("地区类别", "Kind of area"),
            [.. named.Select((l, i) => (string.Create(CultureInfo.InvariantCulture, $"Kind{i + 1}"), new LocalizedText(l, l))),
                ("Other", new LocalizedText("其他地区", "Other areas"))]);
        return Ids(declared, labels) is { } own ? (declared, own) : null;
    }

    /// <summary>The words 国家 and 全国, which name who asks and not a kind of place.</summary>
    internal static bool IsNation(string label) => label is "国家" or "国家级" or "全国";

    private static ImmutableArray<string>? Ids(PlaceAttribute attribute, IReadOnlyList<string> labels)
    {
        var ids = labels.Select(l => OtherPattern().IsMatch(l) ? ""
            : attribute.Choices.Where(c => Names(c, l)).ToList() is [var one] ? one.Id : null).ToList();
        return ids.Contains(null) || ids.TrueForAll(i => i!.Length == 0) || ids.Distinct().Count() < ids.Count ? null : [.. ids!];
    }

    // 湿润, 湿润区 and 湿润地区 are one.
    private static bool Names(Choice choice, string label) => choice.Answers(label)
        || (Stem(label) is { Length: > 1 } stem && choice.Also.Append(choice.Text.Zh).Any(w => Stem(w) == stem));

    private static string Stem(string word) => SuffixPattern().Replace(word, "");

    private static PlaceAttribute Of(string id, LocalizedText name, params (string Id, LocalizedText Text)[] choices) =>
        new(id, AttributeKind.Choice, name, [.. choices.Select(c => new Choice(c.Id, c.Text, []))]);

    [GeneratedRegex("^(?:其他|其余|其它)(?:地区|区域|区|县)?$")]
    private static partial Regex OtherPattern();

    [GeneratedRegex("^[\\u4e00-\\u9fff]{1,20}(?:地区|类区|功能区|类县)$")]
    private static partial Regex KindPattern();

    [GeneratedRegex("(?:地区|区)$")]
    private static partial Regex SuffixPattern();
}
