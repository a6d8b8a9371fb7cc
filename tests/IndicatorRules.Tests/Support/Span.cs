using System.Globalization;
using System.Text.Json.Nodes;

namespace IndicatorRules.Tests.Support;

/// <summary>The interpreter's idea of a figure: every number between two ends.</summary>
internal sealed record Span(decimal Low, decimal High, bool LowOut = false, bool HighOut = false)
{
    /// <summary>Farther than any figure of a test.</summary>
    internal const decimal Far = 1_000_000_000m;

    private const decimal Little = 0.000001m;

    /// <summary>The numbers that a JSON value may stand for; null when it is no figure.</summary>
    internal static Span? Of(JsonNode? value, string unit) => value switch
    {
        null => null,
        JsonObject o => OfForm(o, unit),
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => At(value.GetValue<decimal>()),
        _ => OfWords(value.GetValue<string>()),
    };

    /// <summary>Enough members to tell all, some and none apart against each of the given numbers.</summary>
    internal IEnumerable<decimal> Members(params IEnumerable<decimal> against)
    {
        var tried = against.SelectMany(n => (decimal[])[n - Little, n, n + Little])
            .Concat([Low, Low + Little, High - Little, High]);
        return tried.Where(Contains).Distinct();
    }

    private bool Contains(decimal n) => n >= Low && n <= High && !(LowOut && n == Low) && !(HighOut && n == High);

    private static Span At(decimal n) => new(n, n);

    private static Span? OfForm(JsonObject o, string unit)
    {
        decimal? N(string name) => o[name]?.GetValue<decimal>();
        return N("low") is { } low ? new Span(low, N("high")!.Value)
            : N("atLeast") is { } least ? new Span(least, Far)
            : N("moreThan") is { } more ? new Span(more, Far, LowOut: true)
            : N("atMost") is { } most ? new Span(-Far, most)
            : N("lessThan") is { } less ? new Span(-Far, less, HighOut: true)
            : N("done") is { } done && unit == "%" ? At(100m * done / N("assigned")!.Value)
            : null;
    }

    private static Span? OfWords(string words)
    {
        var plain = words.Replace("%", "", StringComparison.Ordinal);
        return plain.Split('-') is [{ Length: > 0 } low, { Length: > 0 } high] && char.IsAsciiDigit(high[0])
            ? new Span(Parse(low), Parse(high))
            : plain.StartsWith('≥') ? new Span(Parse(plain[1..]), Far)
            : plain.StartsWith('＜') ? new Span(-Far, Parse(plain[1..]), HighOut: true)
            : plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? At(Parse(plain))
            : null;
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
