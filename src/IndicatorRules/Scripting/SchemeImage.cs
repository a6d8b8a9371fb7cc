using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>An image loaded into its own unloadable context. Its end gives the memory back.</summary>
/// <remarks>Schemes that compile to the same image share it: what they judge by is told to their rules, not to the image.</remarks>
internal sealed class SchemeImage : Counted
{
    private readonly SchemeLoadContext _context;
    private readonly Func<object?[], Task<RuleTable>> _factory;
    private readonly Action<SchemeImage> _ended;

    internal SchemeImage(string name, string key, VerifiedImage image, ImmutableArray<RuleCost> costs, Action<SchemeImage> ended, bool unloadable)
    {
        Source = image;
        _context = new SchemeLoadContext(name, unloadable);
        var assembly = _context.Load(image);
        // By its token, as the check saw it: to find it by name is most of a first load.
        var entry = assembly.ManifestModule.ResolveMethod(image.Entry);
        _factory = ((MethodInfo)entry!).CreateDelegate<Func<object?[], Task<RuleTable>>>();
        _ended = ended;
        Key = key;
        Costs = costs;
    }

    /// <summary>SHA-256 over everything that decides the image.</summary>
    internal string Key { get; }

    /// <summary>The most steps of each text, in the order of the request.</summary>
    internal ImmutableArray<RuleCost> Costs { get; }

    /// <summary>What it was loaded from.</summary>
    internal VerifiedImage Source { get; }

    /// <summary>Fresh rules, for one worker. The submission runs to its end at once: there is nothing in it to await.</summary>
    internal RuleTable CreateTable() => _factory([null, null]).GetAwaiter().GetResult();

    private protected override void End()
    {
        _ended(this);
        if (_context.IsCollectible)
        {
            _context.Unload();
        }
    }
}
