using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>
/// What a check on the facts is written against: rows, items and background figures by name, and the words that find contradictions.
/// </summary>
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

    /// <summary>The place of the scheme's rules, an object of the class that the compiler derives for it.</summary>
    internal abstract object PlaceBase { get; set; }

    internal abstract CheckedSet IndicatorsBase { get; }

    internal abstract BackgroundSet BackgroundBase { get; }

    /// <summary>Two figures that should agree: a contradiction where they surely do not.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other; a plain number will do.</param>
    /// <param name="by">How far apart they may be, in their unit, not below 0; 0 by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Contradictions Differs(Quantity one, Quantity other, decimal by = 0, [CallerLineNumber] int line = 0)
    {
        if ((Quantity.FaultOf(one, other) ?? (by < 0 ? ScriptFault.Negative(nameof(Differs), nameof(by), by) : null)) is { } fault)
        {
            return new([], fault);
        }

        try
        {
            var apart = Quantity.IsOfOneYear(one, other)
                && (Quantity.Above(one, other).MoreThan(by) == Status.Met || Quantity.Above(other, one).MoreThan(by) == Status.Met);
            return apart ? new([Found(one, other, by, line)]) : default;
        }
        catch (OverflowException)
        {
            return new([], ScriptFault.Overflow);
        }
    }

    /// <summary>Looks at every row.</summary>
    /// <param name="check">Looks at one: <c>i => i.RepeatsTarget()</c>.</param>
    public Contradictions EachIndicator(Func<CheckedIndicator, Contradictions> check)
    {
        var all = ImmutableArray.CreateBuilder<FoundContradiction>();
        string? fault = null;
        for (var i = 0; i < IndicatorsBase.Input!.Rows.Length; i++)
        {
            var found = check(IndicatorsBase.Bound(new PlainIndicator(), i));
            all.AddRange(found.All);
            fault ??= found.Fault;
        }

        return new(all.ToImmutable(), fault);
    }

    /// <summary>For generated code: the check at a place in the scheme's list.</summary>
    protected abstract Contradictions Check(int index);

    /// <summary>
    /// For generated code: a number whose arithmetic may fail. It is then unknown; the other operands count as usual.
    /// </summary>
    /// <param name="operand">The number; its argument is not used.</param>
    protected static Quantity Operand(Func<CheckedIndicator, Quantity> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        try
        {
            return operand(new PlainIndicator());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Quantity.Failed(ScriptFault.Key(fault));
        }
    }

    /// <summary>For generated code: contradictions whose search may fail. There are none then; the other operands count as usual.</summary>
    /// <param name="operand">The contradictions; its argument is not used.</param>
    protected static Contradictions Operand(Func<CheckedIndicator, Contradictions> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        try
        {
            return operand(new PlainIndicator());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new([], ScriptFault.Key(fault));
        }
    }

    internal void Bind(CheckInput input)
    {
        Year = input.Year;
        IndicatorsBase.Input = input;
        BackgroundBase.Input = input;
        BackgroundBase.Year = input.Year;
    }

    internal void Forget()
    {
        IndicatorsBase.Input = null;
        BackgroundBase.Input = null;
    }

    /// <summary>What a check found, or the key of what went wrong.</summary>
    internal (ImmutableArray<FoundContradiction> Found, string Fault) CheckSafely(int index)
    {
        try
        {
            var found = Check(index);
            return (found.All, found.Fault ?? "");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ([], ScriptFault.Key(fault));
        }
    }

    private static FoundContradiction Found(Quantity one, Quantity other, decimal by, int line) => new()
    {
        Kind = ContradictionKind.Differs,
        Origins = Quantity.Joined(one, other),
        Sides = (one, other),
        By = by,
        Line = line,
    };
}
