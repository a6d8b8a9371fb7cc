using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>
/// Finds the place attribute that a heading names: place.Climate, 气候区, 地形占比.山区, 地形占比（山区）, 山区占比（%）.
/// </summary>
internal static class AttributeHeading
{
    private const string Prefix = "place.";
    private const string Between = ".-:·/_(";

    private static readonly string[] Ends = ["(%)", "占比", "比例", "面积占比", "面积比例"];

    /// <summary>The attribute, and its part if it consists of shares. An unknown part is returned as written.</summary>
    internal static (PlaceAttribute Attribute, string Part)? Find(string heading, IReadOnlyList<PlaceAttribute> attributes)
    {
        return FindWhole(heading, attributes)
            // Below a group of its own, such as 县情.
            ?? (heading.IndexOf('/') is var group and > 0 ? FindWhole(heading[(group + 1)..], attributes) : null);
    }

    private static (PlaceAttribute Attribute, string Part)? FindWhole(string heading, IReadOnlyList<PlaceAttribute> attributes)
    {
        var rest = FoldedName.Of(heading);
        rest = rest.StartsWith(Prefix, StringComparison.Ordinal) ? rest[Prefix.Length..] : rest;
        foreach (var attribute in attributes)
        {
            string[] names = [attribute.Id, attribute.Name.Zh, attribute.Name.En];
            foreach (var name in names.Select(FoldedName.Of).Where(n => n.Length > 0))
            {
                if (rest == name && attribute.Kind != AttributeKind.Shares)
                {
                    return (attribute, "");
                }

                if (attribute.Kind == AttributeKind.Shares && rest.StartsWith(name, StringComparison.Ordinal)
                    && Part(rest[name.Length..], attribute) is { } part)
                {
                    return (attribute, part);
                }
            }
        }

        return Alone(rest, attributes);
    }

    /// <summary>How a heading for a part should be written.</summary>
    internal static string Of(PlaceAttribute attribute, Choice part) => $"{attribute.Name.Zh}.{part.Text.Zh}";

    /// <summary>The heading of an attribute's document.</summary>
    internal static string OfSource(PlaceAttribute attribute) => $"{attribute.Name.Zh}.来源";

    /// <summary>The heading of an attribute's locator within its document.</summary>
    internal static string OfSourcePlace(PlaceAttribute attribute) => $"{attribute.Name.Zh}.来源位置";

    /// <summary>The attribute whose source a heading names, and whether it is the place within the document.</summary>
    internal static (PlaceAttribute Attribute, TableColumn Column)? FindSource(string heading, IReadOnlyList<PlaceAttribute> attributes) =>
        attributes.FirstOrDefault(a => heading == OfSource(a)) is { } document ? (document, TableColumn.Source)
        : attributes.FirstOrDefault(a => heading == OfSourcePlace(a)) is { } place ? (place, TableColumn.SourcePlace)
        : null;

    // The part behind the attribute's name; null if nothing separates them and it is not a part.
    private static string? Part(string text, PlaceAttribute attribute)
    {
        var isSeparate = text.Length > 1 && Between.Contains(text[0]);
        var bare = isSeparate ? text[1..] : text;
        bare = text.StartsWith('(') && bare.EndsWith(')') ? bare[..^1] : bare;
        return Choice(bare, attribute)?.Id ?? (isSeparate ? bare : null);
    }

    private static (PlaceAttribute Attribute, string Part)? Alone(string text, IReadOnlyList<PlaceAttribute> attributes)
    {
        var found = attributes.Where(a => a.Kind == AttributeKind.Shares)
            .Select(a => (Attribute: a, Part: Choice(text, a))).Where(f => f.Part is not null).Take(2).ToList();
        return found is [var (attribute, part)] ? (attribute, part!.Id) : null;
    }

    private static Choice? Choice(string text, PlaceAttribute attribute)
    {
        var bare = text.EndsWith("(%)", StringComparison.Ordinal) ? text[..^3] : text;
        return Array.Find([.. attribute.Choices], c => Answers(c, bare))
            ?? Ends.Where(e => bare.EndsWith(e, StringComparison.Ordinal) && bare.Length > e.Length)
                .Select(e => Array.Find([.. attribute.Choices], c => Answers(c, bare[..^e.Length]))).FirstOrDefault(c => c is not null);
    }

    private static bool Answers(Choice choice, string text) => choice.Answers(text) || FoldedName.Same(choice.Id, text);
}
