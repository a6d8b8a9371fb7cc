namespace IndicatorRules.Contract.Reasons;

/// <summary>What a finding says; decides which of its fields hold something.</summary>
public enum Clause : byte
{
    /// <summary>All parts must hold.</summary>
    All,

    /// <summary>One part is enough.</summary>
    Any,

    /// <summary>Parts: condition, then, otherwise.</summary>
    Branch,

    /// <summary>One part, judged by the upper scheme that Text names.</summary>
    Upper,

    /// <summary>Reading ≥ Threshold.</summary>
    AtLeast,

    /// <summary>Reading ＞ Threshold.</summary>
    MoreThan,

    /// <summary>Reading ≤ Threshold.</summary>
    AtMost,

    /// <summary>Reading ＜ Threshold.</summary>
    LessThan,

    /// <summary>Threshold ≤ Reading ≤ UpperThreshold.</summary>
    Between,

    /// <summary>The reading is the state that Text names.</summary>
    StateIs,

    /// <summary>The reading is the state that Text names, or a later one.</summary>
    StateReached,

    /// <summary>No worse than Reference, by at most Threshold.</summary>
    StableOrImproving,

    /// <summary>Better than Reference.</summary>
    Improving,

    /// <summary>No smaller than Reference, by at most Threshold, whatever the direction.</summary>
    NotReduced,

    /// <summary>Reading − Reference ≥ Threshold.</summary>
    ChangeAtLeast,

    /// <summary>Reading − Reference ≤ Threshold.</summary>
    ChangeAtMost,

    /// <summary>One figure of the superior's task: Reading against Threshold; Text names it.</summary>
    TaskAtLeast,

    /// <summary>One upper limit of the superior's task: Reading against Threshold; Text names it.</summary>
    TaskAtMost,

    /// <summary>So many done of so many that the superior's task set; the margin is in things done.</summary>
    TaskQuota,

    /// <summary>The superior's task is said to be completed, or not, without figures.</summary>
    TaskSaid,

    /// <summary>The authority above set no task.</summary>
    TaskNoneSet,

    /// <summary>Nothing is known of the superior's task.</summary>
    TaskNotStated,

    /// <summary>The figure is absent in a way that the scheme takes as not applicable.</summary>
    DoesNotApply,

    /// <summary>The rule itself says that the answer is not known: Text.</summary>
    Unknown,

    /// <summary>The rule itself says that the indicator does not count here: Text.</summary>
    Exempt,

    /// <summary>The rule branched on a figure that does not decide; parts hold the comparison.</summary>
    Undecided,

    /// <summary>The rule failed: Text.</summary>
    Fault,
}
