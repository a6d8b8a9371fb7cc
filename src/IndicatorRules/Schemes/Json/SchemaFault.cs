using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace IndicatorRules.Schemes.Json;

/// <summary>Turns the schema library's errors into diagnostics in the author's terms.</summary>
internal static class SchemaFault
{
    // Explains the patterns of schemas that people write for. Any other pattern is quoted.
    private static readonly Dictionary<string, LocalizedText> Forms = new(StringComparer.Ordinal)
    {
        ["^[a-z][a-z0-9]*(-[a-z0-9]+)*$"] = new(
            "只用小写字母、数字和连字符，以字母开头，如 `town-sewage`",
            "lower-case letters, digits and hyphens, a letter first, as in `town-sewage`"),
        ["^[A-Z][A-Za-z0-9]{0,63}$"] = new(
            "只用英文字母和数字，以大写字母开头，如 `Straw`，最多 64 个",
            "letters and digits, a capital first, as in `Straw`, 64 at most"),
        ["^(?!Functions$)[A-Z][A-Za-z0-9]{0,39}$"] = new(
            "只用英文字母和数字，以大写字母开头，最多 40 个，不能是 `Functions`",
            "letters and digits, a capital first, 40 at most, and not `Functions`"),
        ["^[a-z][A-Za-z0-9]{0,39}$"] = new(
            "只用英文字母和数字，以小写字母开头，最多 40 个", "letters and digits, a small letter first, 40 at most"),
        ["^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] = new("日期写作 `2023-06-30`", "a date, as in `2023-06-30`"),
        ["^rules/[A-Za-z0-9_-]+\\.csx$"] = new(
            "`rules` 文件夹里的文件，如 `rules/example.csx`", "a file under `rules`, as in `rules/example.csx`"),
        ["^[^\\s]+( [^\\s]+)*$"] = new(
            "照表中的序号写，如 `4.1`、`4（2）`、`参考1`，前后不留空格", "the number as printed, as in `4.1`, without blanks around it"),
        ["^[0-9a-f]{64}$"] = new("64 位十六进制数，字母小写", "64 hexadecimal digits, small letters"),
    };

    // The words of printed tables for the values of fields.
    private static readonly (string Chinese, string Value)[] Words =
    [
        ("约束性", "binding"), ("约束", "binding"), ("参考性", "reference"), ("指导性", "reference"), ("预期性", "reference"),
        ("越高越好", "higher"), ("越大越好", "higher"), ("正向", "higher"), ("越低越好", "lower"), ("越小越好", "lower"), ("负向", "lower"),
        ("稳定", "stable"), ("改善", "improving"), ("恶化", "worsening"), ("未下达", "none-set"), ("已完成", "completed"),
        ("未完成", "not-completed"), ("不低于", "at-least"), ("不高于", "at-most"), ("水平", "level"), ("变化", "change"),
        ("未填报", "not-reported"), ("不涉及", "nothing-of-the-kind"), ("不考核", "not-assessed"), ("无法监测", "not-measurable"),
        ("达标", "met"), ("未达标", "not-met"), ("不适用", "not-applicable"), ("无法判定", "undetermined"),
    ];

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
        if (error is MultiTypeValidationError { Errors: var byType } && byType.Keys.Any(k => Is(token, k)))
        {
            foreach (var inner in byType.Where(k => Is(token, k.Key)).SelectMany(k => k.Value))
            {
                Report(inner, text, bag);
            }

            return;
        }

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
                    DiagnosticCatalog.PropertyUnknown, text.At(PropertyOf(token, name)), bag.Guess(name, known), name, Listed(known));
                break;
            case ValidationErrorKind.NotInEnumeration:
                var choices = error.Schema.ActualSchema.Enumeration.Select(e => e?.ToString() ?? "null").ToList();
                bag.AddWithSuggestion(
                    DiagnosticCatalog.ValueNotListed, text.At(token), Meant(value, choices) ?? bag.Guess(value, choices), Name(token),
                    value, Listed(choices));
                break;
            case ValidationErrorKind.StringTooShort:
                bag.Add(
                    DiagnosticCatalog.ValueForm, text.At(token), Name(token), new LocalizedText("不能为空", "it is empty"),
                    new("至少写一个字", "at least one character"));
                break;
            case ValidationErrorKind.PatternMismatch:
                var pattern = (error.Schema.ActualSchema.Pattern ?? "").Replace(SchemaBuilder.EndOfText, "$", StringComparison.Ordinal);
                var form = Forms.GetValueOrDefault(pattern, pattern);
                bag.Add(DiagnosticCatalog.ValueForm, text.At(token), Name(token), $"`{value}`", form);
                break;
            default:
                ReportOther(error, text.At(token), Name(token), bag);
                break;
        }
    }

    private static string? Meant(string value, List<string> choices) =>
        Words.FirstOrDefault(w => w.Chinese == value.Trim() && choices.Contains(w.Value)).Value;

    private static void ReportOther(ValidationError error, Location at, string name, DiagnosticBag bag)
    {
        var schema = error.Schema.ActualSchema;
        if (error.Kind == ValidationErrorKind.NoTypeValidates || error.Kind.ToString().EndsWith("Expected", StringComparison.Ordinal))
        {
            bag.Add(DiagnosticCatalog.ValueType, at, name, Types(schema.Type));
            return;
        }

        bag.Add(DiagnosticCatalog.ValueRefused, at, name, error.Kind switch
        {
            ValidationErrorKind.StringTooLong => new($"最多 {schema.MaxLength} 个字符", $"at most {schema.MaxLength} characters"),
            ValidationErrorKind.TooManyItems => new($"最多 {schema.MaxItems} 项", $"at most {schema.MaxItems} entries"),
            ValidationErrorKind.TooFewItems => new($"至少要有 {schema.MinItems} 项", $"at least {schema.MinItems} entries"),
            ValidationErrorKind.NumberTooSmall => new($"不能小于 {schema.Minimum}", $"not below {schema.Minimum}"),
            ValidationErrorKind.NumberTooBig => new($"不能大于 {schema.Maximum}", $"not above {schema.Maximum}"),
            _ => (LocalizedText)$"{error.Kind}",
        });
    }

    private static LocalizedText Types(JsonObjectType types)
    {
        var words = new (JsonObjectType Type, LocalizedText Words)[]
        {
            (JsonObjectType.String, new("文字", "text")),
            (JsonObjectType.Number, new("数字", "a number")),
            (JsonObjectType.Integer, new("整数", "a whole number")),
            (JsonObjectType.Boolean, new("true 或 false（不加引号）", "true or false, without quotes")),
            (JsonObjectType.Object, new("对象 {…}", "an object {…}")),
            (JsonObjectType.Array, new("列表 […]", "a list […]")),
            (JsonObjectType.Null, new("null", "null")),
        }.Where(w => types.HasFlag(w.Type)).Select(w => w.Words).ToList();
        var zh = string.Join("、", words.Select(w => w.Zh));
        return new(char.IsAscii(zh.FirstOrDefault()) ? $" {zh}" : zh, string.Join(", ", words.Select(w => w.En)));
    }

    // The library's paths start with "#/", Newtonsoft's do not.
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

    private static bool Is(JToken token, JsonObjectType type) =>
        type.HasFlag(TypeOf(token)) || (token.Type == JTokenType.Integer && type.HasFlag(JsonObjectType.Integer));

    private static JsonObjectType TypeOf(JToken token) => token.Type switch
    {
        JTokenType.String => JsonObjectType.String,
        JTokenType.Object => JsonObjectType.Object,
        JTokenType.Array => JsonObjectType.Array,
        JTokenType.Integer or JTokenType.Float => JsonObjectType.Number,
        JTokenType.Boolean => JsonObjectType.Boolean,
        _ => JsonObjectType.Null,
    };

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
