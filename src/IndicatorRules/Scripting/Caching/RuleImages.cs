using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Request → checked image: kept from an earlier run where it can be, compiled and then kept where not. Safe on any thread.</summary>
/// <remarks>
/// Neither a seal nor a name makes an image trusted: every image, kept or fresh, goes through the image check. What fails
/// it is not kept.
/// </remarks>
internal sealed class RuleImages
{
    private const string Kind = "image";
    private const string NameKind = "request";

    private static readonly CacheBound Bound = new(Entries: 256, Bytes: 64 * 1024 * 1024);
    private static readonly CacheBound NameBound = new(Entries: 1024, Bytes: 1024 * 1024);

    private readonly IRuleCompiler _compiler;
    private readonly ImmutableArray<EntryStore> _stores;
    private readonly Lazy<string?> _identity;

    /// <param name="compiler">Compiles what is not kept.</param>
    /// <param name="stores">Where images may be kept, the first asked first; what is new goes into the last.</param>
    internal RuleImages(IRuleCompiler compiler, ImmutableArray<EntryStore> stores)
    {
        _compiler = compiler;
        _stores = stores;
        _identity = new(() => compiler.Identity);
    }

    /// <summary>
    /// The name of what the compiler is asked for a scheme, and the request itself where it is needed. A request follows from the files of the
    /// scheme's lineage and from this program alone, so its name is kept under theirs: a request is long to make.
    /// </summary>
    internal (string Name, Func<CompileRequest> Request) Ask(Scheme scheme)
    {
        var request = new Lazy<CompileRequest>(() => CompileRequest.For(scheme));
        if (_stores.IsEmpty)
        {
            return (CompileKey.Of(request.Value), () => request.Value);
        }

        var key = NameKey(scheme);
        foreach (var store in _stores)
        {
            if (store.Find(key) is { Length: 2 * SHA256.HashSizeInBytes } kept)
            {
                return (Encoding.ASCII.GetString(kept.Span), () => request.Value);
            }
        }

        var name = CompileKey.Of(request.Value);
        _stores[^1].Keep(key, Encoding.ASCII.GetBytes(name), NameBound);
        return (name, () => request.Value);
    }

    /// <summary>The image of a request that was made already.</summary>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        CompileRequest request, CancellationToken cancellation) => Get(CompileKey.Of(request), () => request, request.Units().Count(), cancellation);

    /// <summary>The image of a request; null when a script is wrong, which the faults then tell.</summary>
    /// <param name="name">The request's name, as <see cref="Ask"/> gives it.</param>
    /// <param name="request">Makes the request, when it comes to that.</param>
    /// <param name="texts">How many texts the request holds.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <exception cref="ImageRefusedException">The compiler made something that no compiled rule is.</exception>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        string name, Func<CompileRequest> request, int texts, CancellationToken cancellation)
    {
        var key = _stores.IsEmpty || _identity.Value is not { } identity ? null : Key(name, identity);
        if (key is not null && Find(key, texts) is var (kept, keptCosts))
        {
            return (kept, keptCosts, []);
        }

        var response = _compiler.Compile(request(), cancellation);
        if (response.Image is not { } bytes)
        {
            return (null, [], response.Faults);
        }

        var image = VerifiedImage.Check(bytes);
        if (key is not null && response.Faults.IsEmpty)
        {
            _stores[^1].Keep(key, ImageEntry.Write(bytes, response.Costs), Bound);
            _stores[^1].KeepAssembly(key, bytes);
        }

        return (image, response.Costs, response.Faults);
    }

    internal static CacheKey Key(CompileRequest request, string compiler) => Key(CompileKey.Of(request), compiler);

    /// <summary>
    /// Covers all that decides an image and what is let through: the request, the compiler, and this host's own assemblies,
    /// whose module versions stand for the allow lists and limits that they carry.
    /// </summary>
    internal static CacheKey Key(string name, string compiler) => CacheKey.Of(
        Kind,
        [Encoding.ASCII.GetBytes(name), Encoding.UTF8.GetBytes(compiler), .. Modules()]);

    /// <summary>Covers all that decides a request: the files of the lineage, each scheme under its id and version, and this program.</summary>
    private static CacheKey NameKey(Scheme scheme) => CacheKey.Of(
        NameKind,
        [.. scheme.Lineage().Select(s => Encoding.UTF8.GetBytes($"{s.Key} {s.Hash}")), .. Modules()]);

    private static byte[][] Modules() =>
    [
        typeof(Verdict).Module.ModuleVersionId.ToByteArray(),
        typeof(CompileRequest).Module.ModuleVersionId.ToByteArray(),
        typeof(RuleImages).Module.ModuleVersionId.ToByteArray(),
    ];

    private (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Find(CacheKey key, int texts)
    {
        foreach (var store in _stores)
        {
            if (store.Find(key) is not { } entry)
            {
                continue;
            }

            try
            {
                var (image, costs) = ImageEntry.Read(entry);
                if (costs.Length == texts)
                {
                    return (VerifiedImage.Check(image.Span).Ahead(store.FindAssembly(key)), costs);
                }
            }
            catch (ImageRefusedException)
            {
                // Sealed by this user's key and yet no image of ours: compiled anew, and told of if that fails too.
            }

            store.Remove(key);
        }

        return null;
    }
}
