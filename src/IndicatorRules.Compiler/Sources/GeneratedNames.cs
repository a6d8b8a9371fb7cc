namespace IndicatorRules.Compiler.Sources;

/// <summary>
/// The names of generated types. All but State, Functions and Grade contain an underscore, which no scheme's id can have.
/// </summary>
internal static class GeneratedNames
{
    internal const string Place = "Place_";
    internal const string Shares = "Shares_";
    internal const string Items = "Items_";
    internal const string Rule = "Rule_";
    internal const string Stage = "Stage_";
    internal const string State = "State";
    internal const string Functions = "Functions";
    internal const string Outcomes = "Outcomes_";
    internal const string Domains = "Domains_";
    internal const string Kinds = "Kinds_";
    internal const string Conclusion = "Conclusion_";
    internal const string Grade = "Grade";
    internal const string Checked = "Checked_";
    internal const string CheckedItems = "CheckedItems_";
    internal const string Background = "Background_";
    internal const string Checks = "Checks_";
    internal const string Check = "Check_";

    internal static bool IsGenerated(string name) => name.Contains('_', StringComparison.Ordinal);
}
