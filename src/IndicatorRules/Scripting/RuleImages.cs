using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting.Caching;

/// <summary>
/// Request → checked image: kept from an earlier run where it can be, compiled and then kept where not. Safe on any thread.
/// </summary>
/// <remarks>
/// Neither a seal nor a name makes an image trusted: every image, kept or fresh, goes through the image check, but for those that
/// came with the program, which did so when it was built. What fails the check is not kept.
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
        _identity = new(() => stores.IsEmpty ? null : compiler.Identity);
        if (!stores.IsEmpty)
        {
            // Read from files, while schemes are read; whoever needs it before a thread of the pool is free reads it.
            ThreadPool.UnsafeQueueUserWorkItem(static identity => ReadAhead(identity), _identity, preferLocal: false);
        }
    }

    /// <summary>Whether the compiler compiles the simplest of all rules; taken for granted of one that is not ours.</summary>
    internal bool IsCompilerWell(CancellationToken cancellationToken) => (_compiler as CompileWorker)?.IsWell(cancellationToken) ?? true;

    /// <summary>What the compiler is asked for a scheme, and its image where that is kept.</summary>
    internal AskedImage Ask(Scheme scheme)
    {
        var request = new Lazy<CompileRequest>(() => CompileRequest.For(scheme));
        var name = NameOf(scheme, request);
        return new AskedImage(name, request, Kept(name, CompileRequest.TextsOf(scheme).Count()));
    }

    /// <summary>Names what the compiler is asked for a scheme.</summary>
    internal string NameOf(Scheme scheme) => NameOf(scheme, new(() => CompileRequest.For(scheme)));

    /// <summary>The image of what was asked; null when a script is wrong, which the faults then tell.</summary>
    /// <inheritdoc cref="Get(CompileRequest, CancellationToken)"/>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        AskedImage asked, CancellationToken cancellationToken) => asked.Kept is var (image, costs) ? (image, costs, []) : Compile(asked.Name, asked.Request.Value, cancellationToken);

    /// <summary>The image of a request; null when a script is wrong, which the faults then tell.</summary>
    /// <exception cref="ImageRefusedException">The compiler made something that no compiled rule is.</exception>
    internal (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Get(
        CompileRequest request, CancellationToken cancellationToken)
    {
        var name = CompileKey.Of(request);
        return Get(new AskedImage(name, new(request), Kept(name, request.Units().Count())), cancellationToken);
    }

    private static void ReadAhead(Lazy<string?> identity)
    {
        try
        {
            _ = identity.Value;
        }
        catch (Exception)
        {
            // A compiler that cannot say throws again to whoever asks for an image.
        }
    }

    private (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Compile(
        string name, CompileRequest request, CancellationToken cancellationToken)
    {
        var key = KeyOf(name);
        var response = _compiler.Compile(request, cancellationToken);
        if (ResponseValidation.FaultIn(response, request) is { } fault)
        {
            throw new CompileWorkerException(WorkerFault.Unreadable, new($"编译器给出的结果不可用（{fault}）", $"the compiler gave an impossible answer ({fault})"), "");
        }

        if (response.Image is not { } bytes)
        {
            return (null, [], response.Faults);
        }

        var image = VerifiedImage.Verify(bytes);
        if (key is not null && response.Faults.IsEmpty)
        {
            _stores[^1].Keep(key, ImageEntry.Write(bytes, image.Version, image.Entry, response.Costs), Bound);
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

    // A request follows from the files of the scheme's lineage and from this program alone, so its name is kept under theirs: a request is
    // long to make.
    private string NameOf(Scheme scheme, Lazy<CompileRequest> request)
    {
        if (scheme.RequestName is { } known)
        {
            return known;
        }

        if (_stores.IsEmpty)
        {
            return CompileKey.Of(request.Value);
        }

        var key = NameKey(scheme);
        foreach (var store in _stores)
        {
            if (store.Find(key) is { Length: 2 * SHA256.HashSizeInBytes } kept)
            {
                return Encoding.ASCII.GetString(kept.Span);
            }
        }

        var name = CompileKey.Of(request.Value);
        _stores[^1].Keep(key, Encoding.ASCII.GetBytes(name), NameBound);
        return name;
    }

    /// <summary>
    /// Covers all that decides a request: the files of the lineage, each scheme under its id and version, and this program.
    /// </summary>
    private static CacheKey NameKey(Scheme scheme) => CacheKey.Of(
        NameKind,
        [.. scheme.Lineage().Select(s => Encoding.UTF8.GetBytes($"{s.Key} {s.Hash}")), .. Modules()]);

    private static byte[][] Modules() =>
    [
        typeof(Verdict).Module.ModuleVersionId.ToByteArray(),
        typeof(CompileRequest).Module.ModuleVersionId.ToByteArray(),
        typeof(RuleImages).Module.ModuleVersionId.ToByteArray(),
    ];

    private (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Kept(string name, int texts) => KeyOf(name) is { } key ? Find(key, texts) : null;

    private CacheKey? KeyOf(string name) => _identity.Value is { } identity ? Key(name, identity) : null;

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
                var kept = ImageEntry.Read(entry);
                if (kept.Costs.Length == texts)
                {
                    return (store.IsOfTheProgram ? kept.Trusted(store.FindAssembly(key)) : VerifiedImage.Verify(kept.Image.Span), kept.Costs);
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
