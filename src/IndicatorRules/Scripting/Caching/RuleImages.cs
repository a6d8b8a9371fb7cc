using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Compiling;
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

    private static readonly CacheBound Bound = new(Entries: 256, Bytes: 64 * 1024 * 1024);

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

    /// <summary>The image of a request; null when a script is wrong, which the faults then tell.</summary>
    /// <exception cref="ImageRefusedException">The compiler made something that no compiled rule is.</exception>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        CompileRequest request, CancellationToken cancellation)
    {
        var key = _stores.IsEmpty || _identity.Value is not { } identity ? null : Key(request, identity);
        if (key is not null && Find(key, request) is var (kept, keptCosts))
        {
            return (kept, keptCosts, []);
        }

        var response = _compiler.Compile(request, cancellation);
        if (response.Image is not { } bytes)
        {
            return (null, [], response.Faults);
        }

        var image = VerifiedImage.Check(bytes);
        if (key is not null && response.Faults.IsEmpty)
        {
            _stores[^1].Keep(key, ImageEntry.Write(bytes, response.Costs), Bound);
        }

        return (image, response.Costs, response.Faults);
    }

    /// <summary>
    /// Covers all that decides an image and what is let through: the request, the compiler, and this host's own assemblies,
    /// whose module versions stand for the allow lists and limits that they carry.
    /// </summary>
    internal static CacheKey Key(CompileRequest request, string compiler) => CacheKey.Of(
        Kind,
        RequestBytes.Of(request),
        System.Text.Encoding.UTF8.GetBytes(compiler),
        typeof(Verdict).Module.ModuleVersionId.ToByteArray(),
        typeof(CompileRequest).Module.ModuleVersionId.ToByteArray(),
        typeof(RuleImages).Module.ModuleVersionId.ToByteArray());

    private (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Find(CacheKey key, CompileRequest request)
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
                if (costs.Length == request.Units().Count())
                {
                    return (VerifiedImage.Check(image.Span), costs);
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
