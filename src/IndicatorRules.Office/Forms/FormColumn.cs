namespace IndicatorRules.Office.Forms;

/// <summary>A column of a form or printed table about one place, in the order of the form.</summary>
internal enum FormColumn
{
    /// <summary>Domain.</summary>
    Domain,

    /// <summary>Task group.</summary>
    TaskGroup,

    /// <summary>The indicator's number.</summary>
    Number,

    /// <summary>The indicator's name, or in printed tables that of an item.</summary>
    Name,

    /// <summary>The item's name.</summary>
    Item,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>The target as printed.</summary>
    Target,

    /// <summary>The kind: binding or reference.</summary>
    Kind,

    /// <summary>The value of the year before.</summary>
    LastYear,

    /// <summary>The value of the year.</summary>
    Value,

    /// <summary>Why there is not a figure.</summary>
    Reason,

    /// <summary>Whether the place reports the target as met.</summary>
    Met,

    /// <summary>The claimed trend.</summary>
    Trend,

    /// <summary>The state of the superior's task.</summary>
    Task,

    /// <summary>The name of a task figure.</summary>
    TaskName,

    /// <summary>The unit of a task figure.</summary>
    TaskUnit,

    /// <summary>The required value of a task figure.</summary>
    TaskRequired,

    /// <summary>Whether the required value is a minimum or a maximum.</summary>
    TaskLimit,

    /// <summary>The actual value of a task figure.</summary>
    TaskActual,

    /// <summary>The relative change in percent.</summary>
    Change,

    /// <summary>The year from which the change counts.</summary>
    ChangeSince,

    /// <summary>The year of the figure, if it is another one.</summary>
    OfYear,

    /// <summary>The source.</summary>
    Source,

    /// <summary>The responsible office.</summary>
    Owner,

    /// <summary>A note.</summary>
    Note,

    /// <summary>The ids of indicator and item; hidden.</summary>
    Id,

    /// <summary>What the tool says about the row; written by <c>check --annotate</c>.</summary>
    Hint,
}
