using IndicatorRules.Protocol;
using IndicatorRules.Store;

namespace IndicatorRules.Scripting;

/// <summary>What the compiler is asked for a scheme. Immutable.</summary>
/// <param name="Name">SHA-256 over the request.</param>
/// <param name="Request">The request; made where it is needed.</param>
/// <param name="Stored">The image, verified, where one is stored.</param>
internal sealed record AskedImage(string Name, Lazy<CompileRequest> Request, StoredImage? Stored);
