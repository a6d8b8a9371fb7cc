namespace IndicatorRules.Contract.Checks;

/// <summary>What a contradiction is; decides which of its fields hold something and how it is worded.</summary>
internal enum ContradictionKind : byte
{
    /// <summary>Two figures that should agree do not.</summary>
    Differs = 0,

    /// <summary>A comparison that should not hold does.</summary>
    Holds = 1,

    /// <summary>A value of another kind than the unit.</summary>
    OtherUnit = 2,

    /// <summary>A level where the rule requires a change.</summary>
    LevelForChange = 3,

    /// <summary>A change where the rule requires a level.</summary>
    ChangeForLevel = 4,

    /// <summary>A value that repeats its target.</summary>
    RepeatsTarget = 5,

    /// <summary>A claimed course with no earlier figure to show it.</summary>
    TrendUnproven = 6,

    /// <summary>Reported met though no task was set.</summary>
    MetWithoutTask = 7,

    /// <summary>A stage that no longer asks for the superior's task.</summary>
    StageDropsTask = 8,

    /// <summary>A stage that asks less than the scheme asks now.</summary>
    StageBelowTarget = 9,

    /// <summary>A stage that asks less than is reached already.</summary>
    StageBelowValue = 10,

    /// <summary>Two bindings printed for one level.</summary>
    BindsTwice = 11,

    /// <summary>A stage that asks to stay where the scheme asks to improve now.</summary>
    StageStaysOnly = 12,

    /// <summary>A stage that says nothing of a part of what the scheme asks now: a course, an item.</summary>
    StageDropsPart = 13,
}
