using IndicatorRules.Compiler.Subset;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Compiler;

/// <summary>Compiles a scheme's scripts into one image with Roslyn, in this process. Thread-safe and deterministic.</summary>
/// <remarks>A host uses it through the compile worker, which keeps its crashes and memory out of the host's process.</remarks>
internal sealed class RuleCompiler : IRuleCompiler
{
    /// <summary>The name of every image's assembly.</summary>
    public const string AssemblyName = "IndicatorRules.Scheme";

    // Each fault costs a search for a suggestion, and an author does not read more at once.
    private const int MostFaults = 50;

    private readonly Layers _layers;
    private readonly CSharpCompilation _submission;

    /// <summary>Creates a compiler with all layers.</summary>
    public RuleCompiler()
        : this(Layers.All)
    {
    }

    internal RuleCompiler(Layers layers, CSharpCompilation? submission = null)
    {
        _layers = layers;
        _submission = submission ?? Submission.Empty;
    }

    /// <inheritdoc/>
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new List<CompileFault>();
        if (ScriptGenerator.Generate(request, _layers, faults) is not { } source)
        {
            return CompileResponse.Refused(faults);
        }

        // Texts that parsed are validated even if others did not, so that an author sees all faults at once.
        var unparsed = faults.Count;
        var compilation = Compilation(source.Code);
        var errors = Errors(compilation, cancellationToken);
        if (errors.Count > 0)
        {
            // A concurrent build finds out whether there are errors; a sequential one reports them in a stable order.
            compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
            errors = Errors(compilation, cancellationToken);
        }

        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        faults.AddRange(errors.Take(MostFaults).Select(e => ScriptFaults.Semantic(e, model, source)));
        if (faults.Count == unparsed && _layers.HasFlag(Layers.Meaning))
        {
            faults.AddRange(new MeaningGate(model, source, cancellationToken).Validate());
        }

        if (faults.Count == unparsed)
        {
            faults.AddRange(new ScriptValidation(request, source, model).Run(cancellationToken));
            faults.AddRange(new WordArguments(source, model).Validate(cancellationToken));
            faults.AddRange(new HeldUppers(request, source, model).Validate(cancellationToken));
        }

        if (faults.Count > 0)
        {
            return CompileResponse.Refused(faults);
        }

        var guarded = OperandGuards.Insert(source, model, cancellationToken);
        return new CompileResponse(
            Emit(guarded is null ? compilation : Compilation(guarded), cancellationToken), [], [.. CostMeter.Of(request, source, model)]);
    }

    /// <summary>Compiles a sample rule, to load Roslyn's code before the first request.</summary>
    internal void Prepare()
    {
        var rule = new RuleUnit("AtLeast(1) & EachItem(i => i.StableOrImproving())", "scheme.json", 1, true);
        Compile(new CompileRequest([], [new(new("row", true, []), [new("item", true, [])], [], rule, [])]));
    }

    private static List<Diagnostic> Errors(CSharpCompilation compilation, CancellationToken cancellationToken) =>
        [.. compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error)];

    private CSharpCompilation Compilation(string code) =>
        _submission.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, ScriptParser.Options));

    private static byte[] Emit(Compilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: cancellationToken);
        return emitted.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }
}

/// <summary>The compiler's validation layers. Tests switch them off one at a time to exercise the next one.</summary>
[Flags]
internal enum Layers
{
    None = 0,

    /// <summary>Characters, sizes and depths, before parsing.</summary>
    Lexical = 1,

    /// <summary>Kinds of syntax.</summary>
    Syntax = 2,

    /// <summary>Operations, members and conversions.</summary>
    Meaning = 4,

    All = Lexical | Syntax | Meaning,
}
