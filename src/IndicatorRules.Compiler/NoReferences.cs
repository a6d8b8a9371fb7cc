using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>Resolves no reference, so that <c>#r</c> cannot reach a file.</summary>
internal sealed class NoReferences : MetadataReferenceResolver
{
    internal static readonly NoReferences Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 1;
}
