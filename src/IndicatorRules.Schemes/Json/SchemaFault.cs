using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace IndicatorRules.Schemes.Json;

/// <summary>Turns what the schema library found into diagnostics in the author's terms.</summary>
internal static class SchemaFault
{
    internal static void Report(ValidationError error, JsonText text, DiagnosticBag bag)
    {
        if (error is ChildSchemaValidationError { Errors: var children })
        {
            foreach (var child in children.Values.SelectMany(c => c))
            {
                Report(child, text, bag);
            }

            return;
        }

        var token = Token(error, text);
        var name = error.Property ?? Name(token);
        var value = token is JValue { Value: { } held } ? Convert.ToString(held, CultureInfo.InvariantCulture)! : name;
        switch (error.Kind)
        {
            case ValidationErrorKind.PropertyRequired:
                bag.Add(DiagnosticCatalog.PropertyMissing, text.At(token), name);
                break;
            case ValidationErrorKind.NoAdditionalPropertiesAllowed:
                var known = error.Schema.ActualSchema.Properties.Keys;
                bag.AddWithSuggestion(
                    DiagnosticCatalog.PropertyUnknown, text.At(PropertyOf(token, name)), Nearest.To(name, known), name, Listed(known));
                break;
            case ValidationErrorKind.NotInEnumeration:
                var choices = error.Schema.ActualSchema.Enumeration.Select(e => e?.ToString() ?? "null").ToList();
                bag.AddWithSuggestion(
                    DiagnosticCatalog.ValueNotListed, text.At(token), Nearest.To(value, choices), Name(token), value, Listed(choices));
                break;
            case ValidationErrorKind.PatternMismatch:
                bag.Add(DiagnosticCatalog.ValueForm, text.At(token), Name(token), value, error.Schema.ActualSchema.Pattern ?? "");
                break;
            default:
                ReportOther(error, text.At(token), Name(token), bag);
                break;
        }
    }

    private static void ReportOther(ValidationError error, Location at, string name, DiagnosticBag bag)
    {
        var type = error.Schema.ActualSchema.Type;
        if (type != JsonObjectType.None && error.Kind.ToString().EndsWith("Expected", StringComparison.Ordinal))
        {
            var expected = type.ToString().ToLowerInvariant();
            bag.Add(DiagnosticCatalog.ValueType, at, name, expected);
        }
        else
        {
            bag.Add(DiagnosticCatalog.ValueRefused, at, name, $"{error.Kind}");
        }
    }

    // The library's paths start with "#/"; Newtonsoft's do not.
    private static JToken Token(ValidationError error, JsonText text)
    {
        var path = error.Path?.TrimStart('#', '/') ?? "";
        if (error.Kind is ValidationErrorKind.PropertyRequired or ValidationErrorKind.NoAdditionalPropertiesAllowed
            && error.Property is { } property)
        {
            path = path == property ? "" : path.EndsWith("." + property, StringComparison.Ordinal) ? path[..^(property.Length + 1)] : path;
        }

        return (path.Length == 0 ? null : text.Root.SelectToken(path)) ?? text.Root;
    }

    private static JToken PropertyOf(JToken token, string name) => (token as JObject)?.Property(name) ?? token;

    private static string Name(JToken token) => token.Parent switch
    {
        JProperty property => property.Name,
        JArray array => $"{Name(array)}[{array.IndexOf(token)}]",
        _ => "$",
    };

    private static string Listed(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => w != "$schema").Select(w => $"`{w}`"));
}
