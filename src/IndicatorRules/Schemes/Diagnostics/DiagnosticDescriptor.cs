using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>One kind of diagnostic: its id is never reused. Immutable.</summary>
/// <param name="Id">IR1xxx shape, IR2xxx meaning, IR3xxx resolving, IR4xxx script, IR5xxx facts, IR6xxx trust, IR9xxx our own
/// fault.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence with <c>{0}</c>-style places for the author's words.</param>
/// <param name="Help">The remedy.</param>
public sealed record DiagnosticDescriptor(string Id, Severity Severity, LocalizedText Message, LocalizedText Help);
