namespace IndicatorRules.Facts;

/// <summary>What an entry is beside another of the same thing under another name, which only the scheme can tell.</summary>
internal enum EntryOrigin
{
    /// <summary>It has a column of its year.</summary>
    Column,

    /// <summary>It is a figure by year, which joins what the column says.</summary>
    ByYear,

    /// <summary>A case puts it in the place of the other.</summary>
    Change,

    /// <summary>A case puts its items in the place of the other's.</summary>
    ChangeOfItems,
}
