using System.Collections.Immutable;
using IndicatorRules.Observing;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Store;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>Request → verified image: from the store, or compiled and then stored. Safe on any thread.</summary>
/// <remarks>Verifies every image, stored or new, except those that were shipped with the program. A rejected image is not stored.</remarks>
internal sealed class RuleImages(IRuleCompiler compiler, SchemeStore store, Signals? signals = null)
{
    // A program may be shipped without a compiler; its images are found under the identity of the one that made them.
    private readonly Lazy<string?> _identity = new(() => store.IsEmpty ? null : compiler.Identity ?? store.Compiler);

    /// <summary>Whether the compiler compiles a trivial rule; assumed of one that is not ours.</summary>
    internal bool IsCompilerWell(CancellationToken cancellationToken) => (compiler as CompileWorker)?.IsWell(cancellationToken) ?? true;

    /// <summary>The request of a scheme, and its image when that is stored.</summary>
    internal AskedImage Ask(Scheme scheme)
    {
        var request = new Lazy<CompileRequest>(() => SchemeRequest.Of(scheme));
        var name = store.RequestOf(scheme, request);
        var stored = Find(name, SchemeRequest.TextsOf(scheme).Count());
        if (!store.IsEmpty)
        {
            signals?.Searched("image", stored is not null);
        }

        return new AskedImage(name, request, stored);
    }

    /// <summary>The image of a request; null when a script is wrong, as the faults then report.</summary>
    /// <inheritdoc cref="Get(CompileRequest, CancellationToken)"/>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        AskedImage asked, CancellationToken cancellationToken) =>
        asked.Stored is { } stored ? (stored.Image, stored.Costs, []) : Compile(asked.Name, asked.Request.Value, cancellationToken);

    /// <summary>The image of a request; null when a script is wrong, as the faults then report.</summary>
    /// <exception cref="ImageRefusedException">The compiler emitted something that no compiled rule contains.</exception>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        CompileRequest request, CancellationToken cancellationToken)
    {
        var name = CompileKey.Of(request);
        return Get(new AskedImage(name, new(request), Find(name, request.Units().Count())), cancellationToken);
    }

    /// <summary>The store key: covers everything that decides an image and whether it is accepted.</summary>
    internal static StoreKey Key(string request, string compiler) => StoreKey.Of(StoreKey.Image, request, compiler);

    private StoredImage? Find(string request, int texts) => KeyOf(request) is { } key ? store.FindImage(key, texts) : null;

    private StoreKey? KeyOf(string request) => _identity.Value is { } identity ? Key(request, identity) : null;

    private (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Compile(
        string name, CompileRequest request, CancellationToken cancellationToken)
    {
        var key = KeyOf(name);
        var response = compiler.Compile(request, cancellationToken);
        if (ResponseValidation.FaultIn(response, request) is { } fault)
        {
            var what = new Contract.LocalizedText(
                $"编译器给出的结果不可用（{fault}）", $"the compiler gave an impossible answer ({fault})");
            throw new CompileWorkerException(WorkerFault.Unreadable, what, "");
        }

        if (response.Image is not { } bytes)
        {
            return (null, [], response.Faults);
        }

        var image = VerifiedImage.Verify(bytes);
        if (key is not null && response.Faults.IsEmpty)
        {
            store.Write(key, new StoredImage(image, response.Costs));
        }

        return (image, response.Costs, response.Faults);
    }
}

/// <summary>The compile request of a scheme. Immutable.</summary>
/// <param name="Name">SHA-256 over the request.</param>
/// <param name="Request">The request, made on demand.</param>
/// <param name="Stored">The verified image; null when none is stored.</param>
internal sealed record AskedImage(string Name, Lazy<CompileRequest> Request, StoredImage? Stored);
