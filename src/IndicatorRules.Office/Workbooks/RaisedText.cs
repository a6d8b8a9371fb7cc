namespace IndicatorRules.Office.Workbooks;

/// <summary>Characters that are printed above the line, which plain text would join with the number before them.</summary>
internal static class RaisedText
{
    private const string Plain = "0123456789+-";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";

    /// <summary>The character above the line; itself where there is none.</summary>
    internal static char Of(char c) => Plain.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Raised[at] : c;
}
