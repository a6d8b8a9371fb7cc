using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Service.Answering;

/// <summary>An answer, ready to be sent. Immutable.</summary>
/// <param name="ContentType">The header <c>Content-Type</c>.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record Answer(string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The status of HTTP.</summary>
    internal int Status { get; init; } = 200;

    /// <summary>All schemes that it was judged by, uppermost first.</summary>
    internal ImmutableArray<Scheme> Schemes { get; init; } = [];

    /// <summary>The compiled extensions in force while it was judged, by name.</summary>
    internal ImmutableArray<ExtensionDeclaration> Extensions { get; init; } = [];

    /// <summary>The number of errors in the facts whose rows were not judged.</summary>
    internal int Errors { get; init; }

    /// <summary>The number of warnings.</summary>
    internal int Warnings { get; init; }

    internal bool IsRefusal => Status != 200;
}

/// <summary>A question cannot be answered.</summary>
internal sealed class RefusedException(int status, params ImmutableArray<Diagnostic> diagnostics) : Exception
{
    /// <summary>The status of HTTP.</summary>
    internal int Status => status;

    internal ImmutableArray<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Diagnostics that only the operator may see.</summary>
    internal ImmutableArray<Diagnostic> Hidden { get; init; } = [];

    internal static RefusedException Of(int status, DiagnosticDescriptor kind, string at, params ImmutableArray<LocalizedText> arguments) =>
        new(status, new Diagnostic(kind, new Location(at), arguments));
}
