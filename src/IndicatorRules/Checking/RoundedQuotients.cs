using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Checking;

/// <summary>Warns of numbers divided in a script whose quotient has no end: <c>2.0 / 3</c>, which no figure can meet exactly.</summary>
internal static partial class RoundedQuotients
{
    internal static ImmutableArray<Diagnostic> Validate(Scheme scheme)
    {
        var bag = new DiagnosticBag();
        var scripts = scheme.Indicators.SelectMany(i => i.Stages.Select(s => s.Rule).Prepend(i.Rule))
            .Concat(scheme.Checks.Select(c => c.Script));
        foreach (var script in scripts.Concat(scheme.Conclusion is { } conclusion ? [conclusion.Script] : []).Distinct())
        {
            foreach (Match quotient in QuotientPattern().Matches(TextPattern().Replace(script.Code, text => new string(' ', text.Length))))
            {
                if (!IsExact(quotient.Groups["of"].Value, quotient.Groups["by"].Value))
                {
                    var at = script.At(quotient.Index);
                    bag.Add(DiagnosticCatalog.QuotientRounded, at with { File = Path.Combine(scheme.Folder, at.File) }, quotient.Value);
                }
            }
        }

        return bag.ToImmutable();
    }

    // A fraction in its lowest terms ends where its denominator has no other factors than 2 and 5.
    private static bool IsExact(string dividend, string divisor)
    {
        var (of, by) = (Digits(dividend), Digits(divisor));
        var rest = by.IsZero ? BigInteger.One : by / BigInteger.GreatestCommonDivisor(of, by);
        foreach (var factor in (ReadOnlySpan<int>)[2, 5])
        {
            while ((rest % factor).IsZero)
            {
                rest /= factor;
            }
        }

        return rest.IsOne;
    }

    // The digits alone: a power of ten more or less changes no other factor.
    private static BigInteger Digits(string number) =>
        BigInteger.Parse(number.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(\\.|[^"\\])*["]""", RegexOptions.Singleline)]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"(?<![\w.)]\s*)(?<of>[0-9]+(\.[0-9]+)?)[mM]?\s*/\s*(?<by>[0-9]+(\.[0-9]+)?)[mM]?(?![\w.])")]
    private static partial Regex QuotientPattern();
}
