namespace IndicatorRules.Contract.Readings;

/// <summary>Why a figure is not there. The scheme says which status each kind gets.</summary>
public enum AbsenceKind : byte
{
    /// <summary>未填报. Nothing was handed in (an empty cell, "-").</summary>
    NotReported = 0,

    /// <summary>不涉及. The place has nothing of the kind (无受污染耕地).</summary>
    NothingOfTheKind = 1,

    /// <summary>不考核. The authority above assesses nothing here (上级未下达).</summary>
    NotAssessed = 2,

    /// <summary>无法监测. The figure cannot be measured here (无监测点).</summary>
    NotMeasurable = 3,
}
