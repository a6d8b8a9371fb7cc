namespace IndicatorRules.Reporting;

/// <summary>The format of a report.</summary>
public enum ReportFormat : byte
{
    /// <summary>A table for the terminal.</summary>
    Table = 0,

    /// <summary>JSON, as described by <c>assessment.schema.json</c>.</summary>
    Json = 1,

    /// <summary>CSV, one line per scheme and indicator.</summary>
    Csv = 2,

    /// <summary>A Markdown table.</summary>
    Markdown = 3,
}
