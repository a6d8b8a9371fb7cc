using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>The assemblies that scripts may reference: the contract and the core types. Read once per process.</summary>
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
