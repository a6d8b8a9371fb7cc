using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A kind of diagnostic. Its id is never reused. Immutable.</summary>
/// <param name="Id">IR1xxx shape, IR2xxx meaning, IR3xxx resolving, IR4xxx scripts, IR5xxx facts, IR6xxx trust, IR9xxx internal
/// errors.</param>
/// <param name="Severity">Whether it is an error or a warning.</param>
/// <param name="Message">A sentence with placeholders such as <c>{0}</c>.</param>
/// <param name="Help">The remedy.</param>
public sealed record DiagnosticDescriptor(string Id, Severity Severity, LocalizedText Message, LocalizedText Help);

/// <summary>The severity of a diagnostic.</summary>
public enum Severity : byte
{
    /// <summary>A possible problem that does not stop anything.</summary>
    Warning = 0,

    /// <summary>The input is invalid. The step reports all problems but yields no value.</summary>
    Error = 1,
}
