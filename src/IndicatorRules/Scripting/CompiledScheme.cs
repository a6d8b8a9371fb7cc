using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>A scheme with its rules ready to run, and its upper schemes'. Safe on any thread while it is held.</summary>
internal sealed class CompiledScheme : Counted
{
    private readonly SchemeImage _image;
    private readonly Action<CompiledScheme> _ended;
    private readonly ConcurrentBag<SchemeRules> _idle = [];
    private Task<SchemeRules>? _ahead;

    /// <summary>Takes over the caller's holds on the image and on the bases.</summary>
    internal CompiledScheme(
        Scheme scheme, SchemeImage image, long[] steps, ImmutableArray<CompiledScheme> bases, Action<CompiledScheme> ended)
    {
        Scheme = scheme;
        _image = image;
        Steps = steps;
        Bases = bases;
        _ended = ended;
    }

    internal Scheme Scheme { get; }

    /// <summary>The image that its rules come from.</summary>
    internal VerifiedImage Image => _image.Source;

    /// <summary>The most steps of each indicator's rule and stages, upper schemes' included.</summary>
    internal IReadOnlyList<long> Steps { get; }

    /// <summary>The most steps of the conclusion, where there is one, and then of each check.</summary>
    internal IReadOnlyList<long> OverallSteps { get; init; } = [];

    /// <summary>Finds the functions that its rules call.</summary>
    internal FunctionBinder Functions { get; init; } = new(null);

    internal ImmutableArray<CompiledScheme> Bases { get; }

    internal long StepsOf(string indicatorId) => Steps[Scheme.Indicators.IndexOf(Scheme.Find(indicatorId)!)];

    /// <summary>Rules that no one else uses; hand them back with <see cref="Return"/>.</summary>
    internal SchemeRules Rent()
    {
        var rules = _idle.TryTake(out var idle) ? idle
            : Interlocked.Exchange(ref _ahead, null) is { } ahead ? ahead.GetAwaiter().GetResult()
            : Make();
        rules.TakeFunctions(Functions);
        return rules;
    }

    /// <summary>Begins to make the rules that the next who rents will get: making the first takes about as long as looking over a county's facts.</summary>
    internal void MakeAhead()
    {
        if (_idle.IsEmpty && _ahead is null)
        {
            _ahead = Task.Run(Make);
        }
    }

    /// <summary>Fresh rules that belong to a lower scheme's, with no functions yet.</summary>
    internal SchemeRules Make() => new(this, _image.CreateTable());

    internal void Return(SchemeRules rules)
    {
        rules.ReturnFunctions();
        rules.Forget();
        _idle.Add(rules);
    }

    private protected override void End()
    {
        _ended(this);
        _idle.Clear();
        foreach (var upper in Bases)
        {
            upper.Release();
        }

        _image.Release();
    }
}
