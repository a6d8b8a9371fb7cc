using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>An image loaded into its own context, which the collector unloads with it.</summary>
/// <remarks>Schemes that compile to the same image share it: what their rules compare with is not compiled in.</remarks>
internal sealed class SchemeImage
{
    private readonly SchemeLoadContext? _context;
    private readonly Func<object?[], Task<RuleTable>>? _factory;
    private RuleTable? _first;

    /// <summary>Loads an image, or only keeps its bytes for an isolated process that loads it.</summary>
    /// <exception cref="ImageRefusedException">The runtime rejects it, or it belongs to another scheme.</exception>
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
            // A shipped image has created its rules once, when the program was built.
            _first = image.IsOfTheProgram ? null : First(scheme);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The runtime may reject what the verification accepts: it also reads parts that rules do not use.
            throw e as ImageRefusedException ?? new ImageRefusedException("the runtime does not load it");
        }
    }

    /// <summary>The maximum steps of each text, in the order of the request.</summary>
    internal ImmutableArray<RuleCost> Costs { get; }

    internal VerifiedImage Source { get; }

    /// <summary>Creates rules for one user at a time. The submission completes synchronously: it awaits nothing.</summary>
    internal RuleTable CreateTable() => Interlocked.Exchange(ref _first, null) ?? _factory!([null, null]).GetAwaiter().GetResult();

    // By the verified token: finding the method by name takes most of a first load.
    private static Func<object?[], Task<RuleTable>> FactoryOf(SchemeLoadContext context, VerifiedImage image) =>
        ((MethodInfo)context.Load(image).ManifestModule.ResolveMethod(image.Entry)!).CreateDelegate<Func<object?[], Task<RuleTable>>>();

    private RuleTable First(Scheme scheme) => CreateTable() is var table && table.Rules.Length == scheme.Indicators.Length
        ? table
        : throw new ImageRefusedException($"{table.Rules.Length} rules for {scheme.Indicators.Length} indicators");
}
