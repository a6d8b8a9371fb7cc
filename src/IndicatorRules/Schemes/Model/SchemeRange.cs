using System.Diagnostics.CodeAnalysis;
using IndicatorRules.Schemes.Resolving;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Model;

/// <summary>A range of versions: <c>[1.0.0,2.0.0)</c>, or a single version. Immutable.</summary>
/// <remarks>
/// A NuGet range with two more rules. Both ends must be three-part versions. An excluded upper end also excludes its prereleases:
/// 2.0.0-beta is not in <c>[1.0.0,2.0.0)</c>. Prereleases match only if the lower end is one.
/// </remarks>
public sealed class SchemeRange
{
    private readonly VersionRange _range;

    private SchemeRange(VersionRange range, string text)
    {
        _range = range;
        Text = text;
    }

    /// <summary>The range as written.</summary>
    public string Text { get; }

    /// <summary>Parses a range or a single version.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SchemeRange? range)
    {
        range = null;
        if (text is null || text.Contains('*'))
        {
            return false;
        }

        if (NuGetVersion.TryParseStrict(text, out var exact))
        {
            range = new SchemeRange(new VersionRange(exact, true, exact, true), text);
            return true;
        }

        if (!VersionRange.TryParse(text, out var parsed) || !parsed.IsMinInclusive || parsed.MinVersion is null
            || parsed.MaxVersion is null || !Ends(text).All(end => NuGetVersion.TryParseStrict(end, out _)))
        {
            return false;
        }

        range = new SchemeRange(parsed, text);
        return parsed.MinVersion <= parsed.MaxVersion;
    }

    /// <summary>Whether a version is in the range.</summary>
    public bool Contains(SchemeVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _range.Satisfies(version.Semantic)
            && (!version.IsPrerelease || (_range.MinVersion!.IsPrerelease && !IsPrereleaseOfUpperEnd(version.Semantic)));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool IsPrereleaseOfUpperEnd(NuGetVersion version) =>
        !_range.IsMaxInclusive && version.Version == _range.MaxVersion!.Version;

    private static IEnumerable<string> Ends(string text) => text.Trim('[', ']', '(', ')').Split(',').Select(e => e.Trim());
}
