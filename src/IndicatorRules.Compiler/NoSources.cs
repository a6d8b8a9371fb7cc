using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>Resolves no source, so that <c>#load</c> cannot reach a file.</summary>
internal sealed class NoSources : SourceReferenceResolver
{
    internal static readonly NoSources Instance = new();

    public override string? NormalizePath(string path, string? baseFilePath) => null;

    public override string? ResolveReference(string path, string? baseFilePath) => null;

    public override Stream OpenRead(string resolvedPath) => throw new IOException("Scripts load no other files.");

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 1;
}
