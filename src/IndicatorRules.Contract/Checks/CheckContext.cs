using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Checks;

/// <summary>What a check on the facts is written against: rows, items and background figures by name, and the words that find contradictions.</summary>
/// <remarks>The compiler derives one class per scheme. One thread at a time.</remarks>
public abstract class CheckContext
{
    private protected CheckContext()
    {
    }

    /// <summary>The year checked.</summary>
    public int Year { get; private set; }

    /// <summary>Nothing found.</summary>
    public static Contradictions None => default;

    internal abstract PlaceContext PlaceBase { get; set; }

    internal abstract CheckedSet IndicatorsBase { get; }

    internal abstract BackgroundSet BackgroundBase { get; }

    /// <summary>Two figures that should agree: a contradiction where they surely do not.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other; a plain number will do.</param>
    /// <param name="by">How far apart they may be, in their unit, not below 0; 0 by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Contradictions Differs(Quantity one, Quantity other, decimal by = 0, [CallerLineNumber] int line = 0)
    {
        _ = Quantity.UnitOf(one, other);
        if (by < 0)
        {
            throw new ArgumentFaultException(ScriptFault.Negative(nameof(Differs), nameof(by), by));
        }

        var apart = Quantity.IsOfOneYear(one, other) && (one.Low - other.High > by || other.Low - one.High > by);
        return !apart ? default : new([new Contradiction
        {
            Kind = ContradictionKind.Differs,
            Origins = Quantity.Joined(one, other),
            Sides = (one, other),
            By = by,
            Line = line,
        }]);
    }

    /// <summary>Looks at every row.</summary>
    /// <param name="check">Looks at one: <c>i => i.RepeatsTarget()</c>.</param>
    public Contradictions EachIndicator(Func<CheckedIndicator, Contradictions> check)
    {
        var all = ImmutableArray.CreateBuilder<Contradiction>();
        for (var i = 0; i < IndicatorsBase.Binding!.Rows.Length; i++)
        {
            all.AddRange(check(IndicatorsBase.Bound(new PlainIndicator(), i)).All);
        }

        return new(all.ToImmutable());
    }

    /// <summary>For generated code: the check at a place in the scheme's list.</summary>
    protected abstract Contradictions Check(int index);

    internal void Bind(CheckBinding binding)
    {
        Year = binding.Year;
        IndicatorsBase.Binding = binding;
        BackgroundBase.Binding = binding;
        BackgroundBase.Year = binding.Year;
    }

    internal void Forget()
    {
        IndicatorsBase.Binding = null;
        BackgroundBase.Binding = null;
    }

    /// <summary>What a check found, or the key of what went wrong.</summary>
    internal (ImmutableArray<Contradiction> Found, string Fault) CheckSafely(int index)
    {
        try
        {
            return (Check(index).All, "");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ([], ScriptFault.Key(fault));
        }
    }
}
