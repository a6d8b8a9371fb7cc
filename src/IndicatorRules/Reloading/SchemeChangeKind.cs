namespace IndicatorRules.Reloading;

/// <summary>The effect of a change on disk on a scheme.</summary>
public enum SchemeChangeKind : byte
{
    /// <summary>It is new.</summary>
    Added = 0,

    /// <summary>It, or an upper scheme, is judged by new content from now on.</summary>
    Replaced = 1,

    /// <summary>Its folder is gone; new requests do not find it.</summary>
    Withdrawn = 2,

    /// <summary>Its content on disk is faulty; the previous version stays in force.</summary>
    Refused = 3,

    /// <summary>Its content on disk was rejected before and now works; it is in force as it is on disk.</summary>
    Recovered = 4,
}
