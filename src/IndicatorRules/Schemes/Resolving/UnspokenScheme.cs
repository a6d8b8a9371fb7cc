using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A scheme that is there, but for a contract that this host does not speak: found by what was told of it. Immutable.</summary>
internal sealed record UnspokenScheme(string Id, NuGetVersion Version, Diagnostic Told)
{
    internal static IEnumerable<UnspokenScheme> In(IEnumerable<Diagnostic> told) => told
        .Where(d => d.Id == DiagnosticCatalog.ContractRange.Id)
        .Select(d => new UnspokenScheme(d.Arguments[0].En, NuGetVersion.Parse(d.Arguments[1].En), d));

    /// <summary>The diagnostic with who asks for what at its end.</summary>
    internal Diagnostic For(LocalizedText aside) => Told with { Arguments = [.. Told.Arguments[..^1], aside] };
}
