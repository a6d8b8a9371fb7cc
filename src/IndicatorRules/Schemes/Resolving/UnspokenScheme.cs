using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A scheme that needs another version of the contract, known by the diagnostic that says so. Immutable.</summary>
internal sealed record UnspokenScheme(string Id, SchemeVersion Version, Diagnostic Reported)
{
    internal static IEnumerable<UnspokenScheme> In(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(d => d.Id == DiagnosticCatalog.ContractRange.Id)
        .Select(d => new UnspokenScheme(d.Arguments[0].En, SchemeVersion.Parse(d.Arguments[1].En), d));

    /// <summary>The diagnostic with the references to the scheme appended.</summary>
    internal Diagnostic For(LocalizedText aside) => Reported with { Arguments = [.. Reported.Arguments[..^1], aside] };
}
