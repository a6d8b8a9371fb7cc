using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting.Caching;

/// <summary>What the compiler is asked for a scheme. Immutable.</summary>
/// <param name="Name">SHA-256 over everything that decides the request.</param>
/// <param name="Request">The request; made where it is needed.</param>
/// <param name="Kept">The image, checked, where it was kept.</param>
internal sealed record AskedImage(string Name, Lazy<CompileRequest> Request, (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Kept);
