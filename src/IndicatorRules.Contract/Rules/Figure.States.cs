using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>Is in exactly this state.</summary>
    /// <param name="state">One of the states that the scheme declares for this figure: <c>State.Implemented</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Is(StateId state, [CallerLineNumber] int line = 0) => InState(state, orLater: false, line);

    /// <summary>Is in this state or a later one of the scheme's order.</summary>
    /// <inheritdoc cref="Is"/>
    public Verdict Reached(StateId state, [CallerLineNumber] int line = 0) => InState(state, orLater: true, line);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict InState(StateId state, bool orLater, int line)
    {
        if (Fault is not null || Wanted(state) is not { } wanted)
        {
            return Failed(Fault ?? ScriptFault.Unknown(orLater ? nameof(Reached) : nameof(Is), Owner.StateOf(state).Id), line);
        }

        // The printed words are looked up before absence: 无 may be a state of this figure. Words that the scheme does not know are not a
        // missing figure: no claim replaces them.
        var verdict = Bound.State is { } current ? Verdict.Of(orLater ? current.Rank >= wanted.Rank : current.Rank == wanted.Rank)
            : Fact.Value.IsAbsent ? Missing
            : default;
        return !Owner.WithReasons ? verdict
            : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
            : new StateReason(verdict, line, Info, Fact.Value, ReadingYear, wanted.Id, orLater).Verdict;
    }

    private StateInfo? Wanted(StateId state)
    {
        var own = state.Index - _firstState;
        return (uint)own < (uint)Info.States.Length ? Info.States[own] : null;
    }
}
