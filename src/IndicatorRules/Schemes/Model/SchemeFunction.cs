using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>A function of a compiled extension that a scheme's rules may call. Immutable.</summary>
/// <param name="Signature">What it takes and gives; the extension must offer the same.</param>
/// <param name="Name">What it gives, as reasons call it.</param>
/// <param name="Extension">The extension's name.</param>
/// <param name="Cost">The steps that a call counts for.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record SchemeFunction(FunctionSignature Signature, LocalizedText Name, string Extension, int Cost, Location Location);
