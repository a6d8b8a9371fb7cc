using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>An image loaded into its own context, which the collector unloads with it.</summary>
/// <remarks>Schemes that compile to the same image share it: what they judge by is given to their rules, not to the image.</remarks>
internal sealed class SchemeImage
{
    private readonly SchemeLoadContext? _context;
    private readonly Func<object?[], Task<RuleTable>>? _factory;
    private RuleTable? _first;

    /// <summary>Loads an image, or keeps its bytes for an isolated process that does.</summary>
    /// <exception cref="ImageRefusedException">The runtime does not take it, or it is not that scheme's.</exception>
    internal SchemeImage(Scheme scheme, VerifiedImage image, ImmutableArray<RuleCost> costs, bool unloadable, bool loads = true)
    {
        Source = image;
        Costs = costs;
        if (!loads)
        {
            return;
        }

        _context = new SchemeLoadContext(scheme.Key, unloadable);
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
            throw e as ImageRefusedException ?? new ImageRefusedException("the runtime does not load it");
        }
    }

    /// <summary>The most steps of each text, in the order of the request.</summary>
    internal ImmutableArray<RuleCost> Costs { get; }

    /// <summary>What it was loaded from.</summary>
    internal VerifiedImage Source { get; }

    /// <summary>Fresh rules, for one worker. The submission runs to its end at once: there is nothing in it to await.</summary>
    internal RuleTable CreateTable() => Interlocked.Exchange(ref _first, null) ?? _factory!([null, null]).GetAwaiter().GetResult();

    // By its token, as the check saw it: to find it by name is most of a first load.
    private static Func<object?[], Task<RuleTable>> FactoryOf(SchemeLoadContext context, VerifiedImage image) =>
        ((MethodInfo)context.Load(image).ManifestModule.ResolveMethod(image.Entry)!).CreateDelegate<Func<object?[], Task<RuleTable>>>();

    private RuleTable First(Scheme scheme) => CreateTable() is var table && table.Rules.Length == scheme.Indicators.Length
        ? table
        : throw new ImageRefusedException($"{table.Rules.Length} rules for {scheme.Indicators.Length} indicators");
}
