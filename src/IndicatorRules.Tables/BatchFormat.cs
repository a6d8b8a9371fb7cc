namespace IndicatorRules.Tables;

/// <summary>The output format of a batch.</summary>
public enum BatchFormat
{
    /// <summary>CSV with one line per place, year and indicator.</summary>
    Csv = 0,

    /// <summary>One JSON object per place and year, each on its own line.</summary>
    Json = 1,
}
