using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>Resolves a place's attributes as a scheme's rules read them.</summary>
internal static class PlaceResolver
{
    internal static PlaceValue[] Resolve(FactsFile file, Scheme scheme, DiagnosticBag bag)
    {
        var values = new PlaceValue[scheme.Place.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Resolve(file, scheme.Place[i], bag);
        }

        return values;
    }

    private static PlaceValue Resolve(FactsFile file, PlaceAttribute asked, DiagnosticBag bag)
    {
        var at = file.At(new FactPath(0, asked.Id));
        if (file.Facts.Place.Find(asked.Id) is not { } given)
        {
            bag.Add(DiagnosticCatalog.FactsLackAttribute, at, Called(asked), Wanted(asked));
            return default;
        }

        if (Forms(given) > 1)
        {
            bag.Add(DiagnosticCatalog.FactsAttributeForms, at, asked.Name);
            return default;
        }

        if (Forms(given) == 0)
        {
            bag.Add(DiagnosticCatalog.FactsAttributeBlank, at, asked.Name, Wanted(asked), Headings(asked));
            return new PlaceValue(0, 0, [], asked.Name);
        }

        return asked.Kind switch
        {
            AttributeKind.Choice => Choice(given, asked, at, bag),
            AttributeKind.Shares => Shares(given, asked, at, bag),
            _ when given.Number is { } number => new PlaceValue(0, number, []),
            _ => Refused(given, asked, at, bag),
        };
    }

    private static int Forms(AttributeValue given) =>
        (string.IsNullOrWhiteSpace(given.Choice) ? 0 : 1) + (given.Number is null ? 0 : 1) + (given.Shares.IsEmpty ? 0 : 1);

    private static LocalizedText Headings(PlaceAttribute asked) => asked.Kind != AttributeKind.Shares
        ? new($"“{asked.Name.Zh}”", $"`{asked.Id}`")
        : new(
            string.Join('、', asked.Choices.Select(c => $"“{asked.Name.Zh}.{c.Text.Zh}”")),
            string.Join(", ", asked.Choices.Select(c => $"`place.{asked.Id}.{c.Id}`")));

    private static LocalizedText Wanted(PlaceAttribute asked) => asked.Kind switch
    {
        AttributeKind.Choice => new(
            string.Join('、', asked.Choices.Select(c => c.Text.Zh)), string.Join(", ", asked.Choices.Select(c => c.Text.En))),
        AttributeKind.Shares => new(
            $"{string.Join('、', asked.Choices.Select(c => c.Text.Zh))}各占百分之几，合计 100",
            $"{string.Join(", ", asked.Choices.Select(c => c.Text.En))} in percent, 100 together"),
        _ => new("一个数", "a number"),
    };

    private static PlaceValue Choice(AttributeValue given, PlaceAttribute asked, Location at, DiagnosticBag bag)
    {
        return given.Choice is { } words && IndexOf(asked, words) is >= 0 and var choice
            ? new PlaceValue(choice, 0, [])
            : Refused(given, asked, at, bag);
    }

    // Exactly by preference: most names are, and other spellings take longer to compare.
    private static int IndexOf(PlaceAttribute asked, string words)
    {
        for (var i = 0; i < asked.Choices.Length; i++)
        {
            if (asked.Choices[i].Is(words))
            {
                return i;
            }
        }

        for (var i = 0; i < asked.Choices.Length; i++)
        {
            if (asked.Choices[i].Answers(words))
            {
                return i;
            }
        }

        return -1;
    }

    private static PlaceValue Shares(AttributeValue given, PlaceAttribute asked, Location at, DiagnosticBag bag)
    {
        foreach (var unknown in given.Shares.Where(s => IndexOf(asked, s.Part) < 0))
        {
            bag.AddWithSuggestion(
                DiagnosticCatalog.FactsAttributeValue, at, bag.Guess(unknown.Part, asked.Choices.Select(c => c.Id)),
                new LocalizedText($"“{asked.Name.Zh}”的部分", $"`{asked.Id}`"), unknown.Part, Parts(asked));
        }

        // Shares outside 0 to 100 are reported and not summed.
        var outside = given.Shares.Where(s => s.Percent is < 0 or > 100).ToList();
        foreach (var share in outside)
        {
            var part = IndexOf(asked, share.Part) is >= 0 and var named ? asked.Choices[named].Text.Zh : share.Part;
            bag.Add(
                DiagnosticCatalog.FactsAttributeValue, at, new LocalizedText($"“{asked.Name.Zh}”的“{part}”",
                    $"`{asked.Id}.{share.Part}`"),
                Contract.Readings.Reading.Plain(share.Percent), new LocalizedText("0 到 100 的数", "0–100"));
        }

        if (outside.Count > 0)
        {
            return default;
        }

        var shares = new decimal[asked.Choices.Length];
        var all = 0m;
        foreach (var share in given.Shares)
        {
            if (IndexOf(asked, share.Part) is >= 0 and var part)
            {
                shares[part] += share.Percent;
                all += share.Percent;
            }
        }

        if (all != 100m)
        {
            bag.Add(DiagnosticCatalog.FactsShares, at, Called(asked), Contract.Readings.Reading.Plain(all));
        }

        return new PlaceValue(0, 0, ImmutableArray.Create(shares));
    }

    private static PlaceValue Refused(AttributeValue given, PlaceAttribute asked, Location at, DiagnosticBag bag)
    {
        var written = given.Choice ?? (given.Number is { } n ? Contract.Readings.Reading.Plain(n) : null);
        bag.AddWithSuggestion(
            DiagnosticCatalog.FactsAttributeValue, at, written is null ? null : bag.Guess(written, asked.Choices.Select(c => c.Text.Zh)),
            Called(asked), written is null ? new("各部分的占比", "shares") : (LocalizedText)written, Wanted(asked));
        return default;
    }

    private static LocalizedText Called(PlaceAttribute asked) => new($"“{asked.Name.Zh}”", $"`{asked.Id}`");

    private static LocalizedText Parts(PlaceAttribute asked) => new(
        string.Join('、', asked.Choices.Select(c => c.Text.Zh)),
        string.Join(", ", asked.Choices.Select(c => $"`{c.Id}`")));
}
