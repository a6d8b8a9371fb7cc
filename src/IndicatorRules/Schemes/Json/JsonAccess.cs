using System.Globalization;
using IndicatorRules.Contract;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>Typed access to JSON values that a schema has validated.</summary>
internal static class JsonAccess
{
    internal static string Text(this JObject o, string name, string otherwise = "") => o.Value<string>(name) ?? otherwise;

    internal static string? TextOrNull(this JObject o, string name) => o.Value<string>(name);

    internal static int Whole(this JObject o, string name) => (int?)o[name] ?? 0;

    internal static int? WholeOrNull(this JObject o, string name) => (int?)o[name];

    internal static bool Flag(this JObject o, string name, bool otherwise = false) => (bool?)o[name] ?? otherwise;

    internal static bool? FlagOrNull(this JObject o, string name) => (bool?)o[name];

    internal static decimal Number(this JObject o, string name) => Number(o[name]!);

    internal static decimal? NumberOrNull(this JObject o, string name) => o[name] is { } token ? Number(token) : null;

    // Uses Convert, since Newtonsoft's cast can lose a decimal's trailing zeros.
    internal static decimal Number(JToken token) =>
        Convert.ToDecimal(((JValue)token).Value, CultureInfo.InvariantCulture);

    internal static LocalizedText? LocalizedOrNull(this JObject o, string name) => o[name] switch
    {
        JValue { Value: string text } => new LocalizedText(text, text),
        JObject both => Localized(both),
        _ => (LocalizedText?)null,
    };

    internal static LocalizedText Localized(this JObject o, string name) => o.LocalizedOrNull(name) ?? LocalizedText.Empty;

    internal static IEnumerable<JObject> Objects(this JObject o, string name) =>
        (o[name] as JArray)?.OfType<JObject>() ?? [];

    internal static IEnumerable<JToken> Tokens(this JObject o, string name) => (o[name] as JArray)?.Children() ?? [];

    internal static IEnumerable<string> Texts(this JObject o, string name) =>
        o.Tokens(name).Select(t => (string)t!);

    private static LocalizedText Localized(JObject both)
    {
        var zh = both.TextOrNull("zh");
        var en = both.TextOrNull("en");
        return new LocalizedText(zh ?? en ?? "", en ?? zh ?? "");
    }
}
