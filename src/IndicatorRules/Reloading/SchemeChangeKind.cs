namespace IndicatorRules.Reloading;

/// <summary>What a change on disk did to a scheme.</summary>
public enum SchemeChangeKind : byte
{
    /// <summary>It was not there before.</summary>
    Added = 0,

    /// <summary>It, or something that it rests on, judges from now on by other content.</summary>
    Replaced = 1,

    /// <summary>Its folder is gone; new requests no longer find it.</summary>
    Withdrawn = 2,

    /// <summary>What stands on disk is broken; the scheme stays as it was.</summary>
    Refused = 3,

    /// <summary>What stood on disk was refused and is well again; the scheme is judged by as it stands there.</summary>
    Recovered = 4,
}
