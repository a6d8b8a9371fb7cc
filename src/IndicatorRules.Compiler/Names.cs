namespace IndicatorRules.Compiler;

/// <summary>The names of generated types. All but State are spelt so that no scheme's id can be one of them.</summary>
internal static class Names
{
    internal const string Place = "Place_";
    internal const string Shares = "Shares_";
    internal const string Items = "Items_";
    internal const string Rule = "Rule_";
    internal const string Stage = "Stage_";
    internal const string State = "State";

    internal static bool IsGenerated(string name) => name.Contains('_', StringComparison.Ordinal);
}
