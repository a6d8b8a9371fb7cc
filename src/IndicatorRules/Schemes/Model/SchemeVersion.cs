using System.Diagnostics.CodeAnalysis;
using IndicatorRules.Contract;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Model;

/// <summary>The version of a scheme: <c>1.0.0</c>, <c>2.0.0-beta.1</c>. Immutable.</summary>
/// <remarks>
/// Semantic Versioning 2.0 with three parts. A prerelease comes before its release. Build metadata (<c>+…</c>) and the case of
/// prerelease labels make no difference.
/// </remarks>
public sealed class SchemeVersion : IEquatable<SchemeVersion>, IComparable<SchemeVersion>
{
    private SchemeVersion(NuGetVersion semantic) => Semantic = semantic;

    /// <summary>The first part; a higher one breaks what relies on the scheme.</summary>
    public int Major => Semantic.Major;

    /// <summary>Whether it is a prerelease, such as <c>2.0.0-beta.1</c>.</summary>
    public bool IsPrerelease => Semantic.IsPrerelease;

    internal NuGetVersion Semantic { get; }

    /// <summary>The version as it was written, with its build metadata.</summary>
    internal string Written => Semantic.OriginalVersion ?? Semantic.ToFullString();

    /// <summary>Parses a version.</summary>
    /// <exception cref="FormatException">The text is not a version of three parts.</exception>
    public static SchemeVersion Parse(string text) =>
        TryParse(Given.NotNull(text), out var version) ? version
        : throw new FormatException($"'{text}' is no version. Write three parts: 1.0.0.");

    /// <summary>Parses a version. Returns false if the text is not a version of three parts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SchemeVersion? version)
    {
        version = NuGetVersion.TryParseStrict(text!, out var semantic) ? new SchemeVersion(semantic) : null;
        return version is not null;
    }

    /// <summary>The first three parts of a version of the platform.</summary>
    internal static SchemeVersion Of(Version version) => new(new NuGetVersion(version.Major, version.Minor, version.Build));

    /// <inheritdoc/>
    public int CompareTo(SchemeVersion? other) => Semantic.CompareTo(other?.Semantic);

    /// <inheritdoc/>
    public bool Equals(SchemeVersion? other) => Semantic.Equals(other?.Semantic);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemeVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => Semantic.GetHashCode();

    /// <summary>The version without build metadata.</summary>
    public override string ToString() => Semantic.ToNormalizedString();

    /// <summary>Whether two versions are equal.</summary>
    public static bool operator ==(SchemeVersion? left, SchemeVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two versions differ.</summary>
    public static bool operator !=(SchemeVersion? left, SchemeVersion? right) => !(left == right);

    /// <summary>Whether the left version is lower.</summary>
    public static bool operator <(SchemeVersion? left, SchemeVersion? right) => Comparer<SchemeVersion>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left version is lower or equal.</summary>
    public static bool operator <=(SchemeVersion? left, SchemeVersion? right) => !(right < left);

    /// <summary>Whether the left version is higher.</summary>
    public static bool operator >(SchemeVersion? left, SchemeVersion? right) => right < left;

    /// <summary>Whether the left version is higher or equal.</summary>
    public static bool operator >=(SchemeVersion? left, SchemeVersion? right) => !(left < right);
}
