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
