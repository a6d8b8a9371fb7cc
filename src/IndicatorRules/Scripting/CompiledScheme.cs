using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Extending;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>A scheme with its rules ready to run, and its upper schemes. Safe on any thread.</summary>
/// <remarks>The collector unloads its image when neither a host's state nor work in progress refers to it.</remarks>
internal sealed class CompiledScheme(Scheme scheme, SchemeImage image, long[] steps, ImmutableArray<CompiledScheme> uppers)
{
    // A ConcurrentBag would keep the rules alive through its threads after the scheme is gone.
    private readonly ConcurrentQueue<SchemeRules> _idle = [];

    internal Scheme Scheme => scheme;

    internal VerifiedImage Image => image.Source;

    /// <summary>The maximum steps of each indicator's rule and stages, upper schemes' rules included.</summary>
    internal IReadOnlyList<long> Steps => steps;

    /// <summary>The maximum steps of the conclusion, if there is one, and then of each check.</summary>
    internal IReadOnlyList<long> OverallSteps { get; init; } = [];

    internal FunctionBinder Functions { get; init; } = new(null);

    internal ImmutableArray<CompiledScheme> Uppers => uppers;

    /// <summary>Takes a set of rules for exclusive use; give it back with <see cref="Return"/>.</summary>
    internal SchemeRules Rent()
    {
        var rules = _idle.TryDequeue(out var idle) ? idle : new SchemeRules(this);
        rules.TakeFunctions(Functions);
        return rules;
    }

    /// <summary>This scheme and all its upper schemes, uppermost first, each once.</summary>
    internal IReadOnlyList<CompiledScheme> Lineage()
    {
        var (lineage, seen) = (new List<CompiledScheme>(), new HashSet<string>(StringComparer.Ordinal));
        Gather(lineage, seen);
        return lineage;
    }

    /// <summary>Creates rules of this scheme alone, not yet linked to its upper schemes.</summary>
    internal RuleTable CreateTable() => image.CreateTable();

    /// <summary>The maximum steps of each text of this scheme alone, in the order of the request.</summary>
    internal ImmutableArray<RuleCost> Costs => image.Costs;

    internal void Return(SchemeRules rules)
    {
        rules.ReturnFunctions();
        rules.Forget();
        _idle.Enqueue(rules);
    }

    private void Gather(List<CompiledScheme> lineage, HashSet<string> seen)
    {
        if (!seen.Add(Scheme.Key))
        {
            return;
        }

        foreach (var upper in Uppers)
        {
            upper.Gather(lineage, seen);
        }

        lineage.Add(this);
    }
}
