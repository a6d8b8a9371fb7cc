using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Extending;

/// <summary>An assessment as a report writer sees it. Immutable.</summary>
public sealed class AssessmentView
{
    /// <summary>The scheme's id.</summary>
    public required string Scheme { get; init; }

    /// <summary>The scheme's version.</summary>
    public required string Version { get; init; }

    /// <summary>The scheme's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>SHA-256 of the scheme's own files, in lower-case hexadecimal.</summary>
    public required string SchemeHash { get; init; }

    /// <summary>The place judged.</summary>
    public required Place Place { get; init; }

    /// <summary>The year judged.</summary>
    public required int Year { get; init; }

    /// <summary>Which evidence counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>SHA-256 of the facts file; empty for facts built in code.</summary>
    public required string FactsHash { get; init; }

    /// <summary>The facts' words about themselves, such as that they are invented; empty when none. A report must show them.</summary>
    public required string Note { get; init; }

    /// <summary>One verdict per indicator, in order of their numbers.</summary>
    public required ImmutableArray<VerdictView> Verdicts { get; init; }
}
