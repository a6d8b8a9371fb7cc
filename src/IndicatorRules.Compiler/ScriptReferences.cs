using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>What scripts may refer to: the contract and the core types, read once for the life of the process.</summary>
internal static class ScriptReferences
{
    internal static MetadataReference[] All { get; } = [Read("System.Runtime.dll"), Read("IndicatorRules.Contract.dll")];

    private static PortableExecutableReference Read(string name)
    {
        using var stream = typeof(ScriptReferences).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The compiler carries no reference `{name}`.");
        return MetadataReference.CreateFromStream(stream);
    }
}
