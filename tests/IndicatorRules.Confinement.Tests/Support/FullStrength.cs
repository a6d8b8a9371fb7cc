namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>
/// Bombs far over the caps, each known to end or hang a compiler that reads it. Made here: as files they would be megabytes.
/// </summary>
internal static class FullStrength
{
    private const string Honest = "AtLeast(1)";

    /// <summary>Name → text.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Bombs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Stack overflow of the parser or the binder.
        ["parentheses"] = $"return {Times("(", 200_000)}{Honest}{Times(")", 200_000)};",
        ["generics"] = $"var x = default({Times("System.Func<", 5_000)}int{Times(">", 5_000)}); return {Honest};",
        ["dotted name"] = $"return A{Times(".A", 100_000)};",
        ["not not not"] = $"return Value is {Times("not ", 50_000)}null ? {Honest} : {Honest};",
        ["sum"] = $"return AtLeast(1{Times(" + 1", 50_000)});",
        ["ternaries"] = $"return {Times($"Year > 1 ? {Honest} : ", 10_000)}{Honest};",
        ["lambdas"] = $"return {Times("EachItem(i => ", 2_000)}{Honest}{Times(")", 2_000)};",
        // No end in sight, or no memory left.
        ["interpolations"] = $"return Unknown({Times("$\"{", 100)}1{Times("}\"", 100)});",
        ["directives"] = $"{Times("#if A\n", 50_000)}return {Honest};",
        ["doubled tuples"] = "var a0 = (1, 1); "
            + string.Concat(Enumerable.Range(0, 30).Select(i => $"var a{i + 1} = (a{i}, a{i}); ")) + $"return {Honest};",
    };

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
