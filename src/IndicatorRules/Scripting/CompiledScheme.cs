using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>A scheme with its rules ready to run, and its upper schemes'. Safe on any thread.</summary>
internal sealed class CompiledScheme : IDisposable
{
    private readonly SchemeImage _image;
    private readonly ConcurrentBag<SchemeRules> _idle = [];

    internal CompiledScheme(Scheme scheme, SchemeImage image, ImmutableArray<long> steps, ImmutableArray<CompiledScheme> bases)
    {
        Scheme = scheme;
        _image = image;
        Steps = steps;
        Bases = bases;
    }

    internal Scheme Scheme { get; }

    /// <summary>The most steps of each indicator's rule and stages, upper schemes' included.</summary>
    internal ImmutableArray<long> Steps { get; }

    internal ImmutableArray<CompiledScheme> Bases { get; }

    internal long StepsOf(string indicatorId) => Steps[Scheme.Indicators.IndexOf(Scheme.Find(indicatorId)!)];

    /// <summary>Rules that no one else uses; hand them back with <see cref="Return"/>.</summary>
    internal SchemeRules Rent() => _idle.TryTake(out var rules) ? rules : new SchemeRules(this, _image.CreateTable());

    internal void Return(SchemeRules rules)
    {
        rules.Forget();
        _idle.Add(rules);
    }

    public void Dispose()
    {
        _idle.Clear();
        _image.Dispose();
    }
}
