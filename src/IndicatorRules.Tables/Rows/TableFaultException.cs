using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables.Rows;

/// <summary>Ends a batch whose input as a whole is invalid. It is reported as its diagnostics.</summary>
internal sealed class TableFaultException : Exception
{
    internal TableFaultException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    internal static TableFaultException Of(
        DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<Contract.LocalizedText> arguments)
    {
        var bag = new DiagnosticBag();
        bag.Add(descriptor, location, arguments);
        return new TableFaultException(bag.ToImmutable());
    }
}
