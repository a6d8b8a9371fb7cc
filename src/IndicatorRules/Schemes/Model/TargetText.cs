using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Schemes.Model;

/// <summary>The numbers in a printed target (指标值). Immutable.</summary>
/// <remarks>
/// Parts are separated by lines or commas. A part is an optional name, a sign or its word, a number, an optional unit and an optional note
/// in brackets. A bare number is a part too. Other text is not.
/// </remarks>
internal sealed partial class TargetText
{
    private TargetText(ImmutableArray<TargetPart> parts, bool isWhole) => (Parts, IsWhole) = (parts, isWhole);

    /// <summary>The parts, in the order printed.</summary>
    internal ImmutableArray<TargetPart> Parts { get; }

    /// <summary>Whether the target consists of parts only.</summary>
    internal bool IsWhole { get; }

    internal static TargetText Parse(string printed)
    {
        var written = SeparatorPattern().Split(printed).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        var parts = written.Select(Part).OfType<TargetPart>().ToImmutableArray();
        return new(parts, parts.Length == written.Count);
    }

    private static TargetPart? Part(string text)
    {
        var match = PartPattern().Match(Narrow(text));
        if (!match.Success
            || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var after = match.Groups["after"].Value;
        var sign = match.Groups["sign"].Value;
        // ≥20以上 has two signs, and 3A级 is not a number.
        var label = match.Groups["label"].Value.Trim();
        if ((sign.Length > 0 && after.Length > 0) || (label.Length > 0 && sign.Length + after.Length == 0))
        {
            return null;
        }

        return new TargetPart(
            label, Kind(sign.Length > 0 ? sign : after), number, match.Groups["unit"].Value.Trim(),
            match.Groups["note"].Value.Trim('(', ')'));
    }

    // Full-width characters become half-width: ＞８０, >80.
    private static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            narrow[i] = wide[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(wide[i] - 0xFEE0) : wide[i];
        }
    });

    private static BoundKind? Kind(string sign) => sign switch
    {
        "≥" or "≧" or ">=" or "不低于" or "不少于" or "不小于" or "以上" or "及以上" => BoundKind.AtLeast,
        ">" or "高于" or "大于" or "超过" or "多于" => BoundKind.MoreThan,
        "≤" or "≦" or "<=" or "不高于" or "不超过" or "不大于" or "不多于" or "以下" or "及以下" or "以内" =>
            BoundKind.AtMost,
        "<" or "低于" or "小于" or "少于" => BoundKind.LessThan,
        _ => null,
    };

    // A comma before three digits does not separate: 1,000 stays one part, which is then not read as a number.
    [GeneratedRegex(@"[\n；;]|(?<!\d)[，,]|[，,](?!\d{3}(?!\d))")]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(
        @"^(?<label>[^\d<>=≥≤≧≦()]*?)"
        + @"(?<sign>>=|<=|[≥≧>≤≦<]|不低于|不少于|不小于|不高于|不超过|不大于|不多于"
        + @"|高于|大于|超过|多于|低于|小于|少于)?\s*"
        + @"(?<number>-?\d+(?:\.\d+)?)\s*(?<unit>[^\d\s<>=≥≤≧≦()左右以及上下内]*(?: [a-zA-Z³²/]+)?)"
        + @"(?<after>及?以上|及?以下|以内)?\s*(?<note>\(.*\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartPattern();
}

/// <summary>One number in a printed target. Immutable.</summary>
/// <param name="Label">The words before it; empty if there are none.</param>
/// <param name="Kind">How it is compared; null for a bare number.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">The unit after it; empty if there is none.</param>
/// <param name="Note">The words in brackets, which say for whom or when it applies; empty if there are none.</param>
internal sealed record TargetPart(string Label, BoundKind? Kind, decimal Number, string Unit, string Note);
