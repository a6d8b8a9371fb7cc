using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>An image loaded into its own unloadable context. Its end gives the memory back.</summary>
/// <remarks>Schemes that compile to the same image share it: what they judge by is told to their rules, not to the image.</remarks>
internal sealed class SchemeImage : Counted
{
    private readonly SchemeLoadContext _context;
    private readonly Func<object?[], Task<RuleTable>> _factory;
    private readonly Action<SchemeImage> _ended;
    private RuleTable? _first;

    /// <summary>Loads an image.</summary>
    /// <exception cref="ImageRefusedException">The runtime does not take it, or it is not that scheme's.</exception>
    internal SchemeImage(Scheme scheme, string key, VerifiedImage image, ImmutableArray<RuleCost> costs, Action<SchemeImage> ended, bool unloadable)
    {
        Source = image;
        _context = new SchemeLoadContext(scheme.Key, unloadable);
        _ended = ended;
        Key = key;
        Costs = costs;
        try
        {
            _factory = FactoryOf(_context, image);
            // What came with the program made its rules when the program was built.
            _first = image.IsOfTheProgram ? null : First(scheme);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the check lets through and the runtime does not is refused like the rest: the runtime reads parts that rules have no use
            // for.
            _context.End();
            throw e as ImageRefusedException ?? new ImageRefusedException("the runtime does not load it");
        }
    }

    /// <summary>SHA-256 over everything that decides the image.</summary>
    internal string Key { get; }

    /// <summary>The most steps of each text, in the order of the request.</summary>
    internal ImmutableArray<RuleCost> Costs { get; }

    /// <summary>What it was loaded from.</summary>
    internal VerifiedImage Source { get; }

    /// <summary>Fresh rules, for one worker. The submission runs to its end at once: there is nothing in it to await.</summary>
    internal RuleTable CreateTable() => Interlocked.Exchange(ref _first, null) ?? _factory([null, null]).GetAwaiter().GetResult();

    private protected override void End()
    {
        _ended(this);
        _context.End();
    }

    // By its token, as the check saw it: to find it by name is most of a first load.
    private static Func<object?[], Task<RuleTable>> FactoryOf(SchemeLoadContext context, VerifiedImage image) =>
        ((MethodInfo)context.Load(image).ManifestModule.ResolveMethod(image.Entry)!).CreateDelegate<Func<object?[], Task<RuleTable>>>();

    private RuleTable First(Scheme scheme) => CreateTable() is var table && table.Rules.Length == scheme.Indicators.Length
        ? table
        : throw new ImageRefusedException($"{table.Rules.Length} rules for {scheme.Indicators.Length} indicators");
}
