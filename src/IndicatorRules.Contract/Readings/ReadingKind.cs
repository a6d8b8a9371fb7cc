namespace IndicatorRules.Contract.Readings;

/// <summary>The forms in which a fact is handed in.</summary>
public enum ReadingKind : byte
{
    /// <summary>Not there; see <see cref="AbsenceKind"/>.</summary>
    Absent = 0,

    /// <summary>One number: 28.</summary>
    Number = 1,

    /// <summary>Somewhere between two numbers, both included: 55-70.</summary>
    Range = 2,

    /// <summary>At one side of a number: ≥95, &lt;5.</summary>
    Bound = 3,

    /// <summary>So many done of so many set: 2000 of 2000.</summary>
    Quota = 4,

    /// <summary>A state or other words: 已建立.</summary>
    Words = 5,
}
