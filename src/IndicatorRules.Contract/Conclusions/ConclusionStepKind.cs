namespace IndicatorRules.Contract.Conclusions;

/// <summary>What a step of a conclusion does.</summary>
internal enum ConclusionStepKind : byte
{
    /// <summary>授予: gives a grade where its condition holds; the highest one given counts.</summary>
    Award = 0,

    /// <summary>封顶: no grade above this one.</summary>
    Cap = 1,

    /// <summary>一票否决: the lowest grade.</summary>
    Veto = 2,

    /// <summary>说明: a sentence for the reader.</summary>
    Note = 3,
}
