namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>What a column of a table of facts says. A row is about one indicator, or one of its items, in one year of one place.</summary>
internal enum TableColumn
{
    /// <summary>The place's code; the rows of one place stand together.</summary>
    Place,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The indicator's id.</summary>
    Indicator,

    /// <summary>The item's id; empty for the indicator itself.</summary>
    Item,

    /// <summary>The reading, written as in a facts file: 28, 55-70, ≥95, 已建立, 无.</summary>
    Value,

    /// <summary>How the value is meant where its words do not say: words as they stand, or a kind of absence.</summary>
    Kind,

    /// <summary>The unit of the value.</summary>
    Unit,

    /// <summary>The year the figure is of, where that is another one.</summary>
    OfYear,

    /// <summary>The table's own column: met or not.</summary>
    Met,

    /// <summary>A claimed course.</summary>
    Trend,

    /// <summary>A printed relative change in percent.</summary>
    Change,

    /// <summary>The year that the printed change counts from.</summary>
    ChangeSince,

    /// <summary>How much of a quota was done.</summary>
    Done,

    /// <summary>How much of a quota was set.</summary>
    Assigned,

    /// <summary>What is said of the superior's task.</summary>
    Task,

    /// <summary>What a figure of the task is of.</summary>
    TaskName,

    /// <summary>Its unit.</summary>
    TaskUnit,

    /// <summary>The figure set.</summary>
    TaskRequired,

    /// <summary>Whether it is to be reached or not to be exceeded.</summary>
    TaskLimit,

    /// <summary>What was reached.</summary>
    TaskActual,

    /// <summary>The place's name.</summary>
    Name,

    /// <summary>The level of the place's administration.</summary>
    Level,
}
