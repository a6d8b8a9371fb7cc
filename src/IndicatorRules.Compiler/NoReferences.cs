using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>Finds nothing, so that <c>#r</c> reaches no file even while a compilation is being made.</summary>
internal sealed class NoReferences : MetadataReferenceResolver
{
    internal static readonly NoReferences Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 1;
}
