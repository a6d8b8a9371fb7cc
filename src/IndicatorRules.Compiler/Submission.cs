using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace IndicatorRules.Compiler;

/// <summary>The script submission into which each scheme's source is put.</summary>
internal static class Submission
{
    // The namespaces that scripts import implicitly.
    private static readonly string[] Imports = ["IndicatorRules.Contract", "IndicatorRules.Contract.Rules"];

    /// <summary>Created once: every script keeps a load context for the life of the process.</summary>
    internal static CSharpCompilation Empty { get; } = typeof(object).Assembly.Location.Length > 0 ? OfScript() : ByHand();

    /// <summary>Creates the submission with the scripting library.</summary>
    internal static CSharpCompilation OfScript()
    {
        var options = ScriptOptions.Default
            .WithReferences(ImmutableArray<MetadataReference>.Empty)
            .WithMetadataResolver(NoReferences.Instance)
            .WithSourceResolver(NoSources.Instance)
            .WithLanguageVersion(LanguageVersion.CSharp9)
            .WithImports(Imports)
            .WithAllowUnsafe(false);
        var compilation = (CSharpCompilation)CSharpScript.Create<RuleTable>("return null;", options, typeof(RuleTable)).GetCompilation();
        return compilation.WithReferences(ScriptReferences.All).WithAssemblyName(RuleCompiler.AssemblyName)
            .WithOptions(Strict(compilation.Options));
    }

    /// <summary>
    /// Creates the same submission without the scripting library, which reads the platform's assembly files: native and single-file
    /// applications have none.
    /// </summary>
    internal static CSharpCompilation ByHand()
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: "Submission#0",
            usings: Imports,
            sourceReferenceResolver: NoSources.Instance,
            metadataReferenceResolver: NoReferences.Instance);
        return CSharpCompilation.CreateScriptCompilation(
            RuleCompiler.AssemblyName, references: ScriptReferences.All, options: Strict(options),
            returnType: typeof(RuleTable), globalsType: typeof(RuleTable));
    }

    private static CSharpCompilationOptions Strict(CSharpCompilationOptions options) => options
        .WithDeterministic(true)
        .WithOverflowChecks(true)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithConcurrentBuild(true);
}

/// <summary>Resolves no reference, so that <c>#r</c> cannot reach a file.</summary>
internal sealed class NoReferences : MetadataReferenceResolver
{
    internal static readonly NoReferences Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 1;
}

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
