using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>Is in exactly this state.</summary>
    /// <param name="state">One of the states that the scheme declares for this figure: <c>State.Implemented</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Is(StateId state, [CallerLineNumber] int line = 0) => InState(Clause.StateIs, state, line);

    /// <summary>Is in this state or a later one of the scheme's order.</summary>
    /// <inheritdoc cref="Is"/>
    public Verdict Reached(StateId state, [CallerLineNumber] int line = 0) => InState(Clause.StateReached, state, line);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict InState(Clause clause, StateId state, int line)
    {
        if (Fault is not null || Wanted(state) is not { } wanted)
        {
            return Failed(Fault ?? ScriptFault.Unknown(clause == Clause.StateIs ? nameof(Is) : nameof(Reached), Owner.StateOf(state).Id), line);
        }

        // The printed words are looked up before absence: 无 may be a state of this figure.
        if (Bound.State is not { } current)
        {
            // Words that the scheme does not know are no missing figure: no claim stands in for them.
            return Fact.Value.IsAbsent ? Missing(clause, line, text: wanted.Id) : Said(clause, default, line, wanted.Id);
        }

        var holds = clause == Clause.StateIs ? current.Rank == wanted.Rank : current.Rank >= wanted.Rank;
        return Said(clause, Verdict.Of(holds), line, wanted.Id);
    }

    private StateInfo? Wanted(StateId state)
    {
        var own = state.Index - _firstState;
        return (uint)own < (uint)Info.States.Length ? Info.States[own] : null;
    }
}
