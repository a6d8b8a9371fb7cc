namespace IndicatorRules.Rows;

/// <summary>A column of a facts table. A row is about one indicator, or one of its items, in one year of one place.</summary>
internal enum TableColumn
{
    /// <summary>The place's code. The rows of a place are adjacent.</summary>
    Place,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The indicator's id.</summary>
    Indicator,

    /// <summary>The item's id; empty for the indicator itself.</summary>
    Item,

    /// <summary>The reading, written as in a facts file: 28, 55-70, ≥95, 已建立, 无.</summary>
    Value,

    /// <summary>How to read a value that does not say so itself: as words, or as a kind of absence.</summary>
    Kind,

    /// <summary>The unit of the value.</summary>
    Unit,

    /// <summary>The year of the figure, if it is another one.</summary>
    OfYear,

    /// <summary>Whether the facts report the target as met.</summary>
    Met,

    /// <summary>The claimed trend.</summary>
    Trend,

    /// <summary>The reported relative change in percent.</summary>
    Change,

    /// <summary>The year from which the reported change counts.</summary>
    ChangeSince,

    /// <summary>The completed part of a quota.</summary>
    Done,

    /// <summary>The assigned part of a quota.</summary>
    Assigned,

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

    /// <summary>The place's name.</summary>
    Name,

    /// <summary>The place's administrative level.</summary>
    Level,

    /// <summary>The indicator's name as printed, where another column has its id.</summary>
    IndicatorName,

    /// <summary>The indicator's number as printed. It decides only where no name is given, or several rows have it.</summary>
    Number,

    /// <summary>A remark that is shown behind the figure.</summary>
    Remark,

    /// <summary>Whether the figure is an estimate.</summary>
    Estimated,

    /// <summary>Whether the figure is a level or a change.</summary>
    Measure,

    /// <summary>The document of the figure.</summary>
    Source,

    /// <summary>Table and row, or section, within the document.</summary>
    SourcePlace,

    /// <summary>The parent place's average.</summary>
    ParentAverage,

    /// <summary>The parent place.</summary>
    ParentPlace,

    /// <summary>The document of the parent place's average.</summary>
    ParentSource,

    /// <summary>The locator of the average within its document.</summary>
    ParentSourcePlace,

    /// <summary>The superior's task in the words of its source.</summary>
    TaskWords,

    /// <summary>The name of a figure beside the fact.</summary>
    RelatedName,

    /// <summary>A figure beside the fact: shown, never judged.</summary>
    RelatedValue,

    /// <summary>The unit of the figure beside the fact.</summary>
    RelatedUnit,

    /// <summary>The year that a declared target is due.</summary>
    TargetYear,

    /// <summary>A declared target as printed.</summary>
    TargetText,

    /// <summary>The figure that a declared target asks to reach.</summary>
    TargetAtLeast,

    /// <summary>The figure that a declared target asks not to exceed.</summary>
    TargetAtMost,

    /// <summary>Whether a declared target asks for the superior's task.</summary>
    TargetTask,

    /// <summary>The level that a printed line of binding names.</summary>
    BindingLevel,

    /// <summary>What a printed line of binding says.</summary>
    Binding,

    /// <summary>Points added or taken away by judgement; the indicator is the id of the adjustment.</summary>
    Points,

    /// <summary>Why points are added or taken away.</summary>
    Reason,

    /// <summary>Words about the facts of the place as a whole.</summary>
    Note,

    /// <summary>The unit of the parent place's average.</summary>
    ParentUnit,

    /// <summary>The office that is responsible for the figure.</summary>
    Owner,

    /// <summary>Words for those who review the figure.</summary>
    RowNote,
}
