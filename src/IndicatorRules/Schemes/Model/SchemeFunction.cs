using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>A function of a compiled extension that a scheme's rules may call. Immutable.</summary>
/// <param name="Signature">The signature, which the extension must provide.</param>
/// <param name="Name">The name of its result in reasons.</param>
/// <param name="Extension">The extension's name.</param>
/// <param name="Cost">The number of steps that a call counts for.</param>
/// <param name="Location">The location of the declaration.</param>
internal sealed record SchemeFunction(FunctionSignature Signature, LocalizedText Name, string Extension, int Cost, Location Location);
