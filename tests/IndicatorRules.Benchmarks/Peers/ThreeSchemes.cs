namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The rules of the three schemes, each made what one engine runs; a county's rule after its upper schemes'.</summary>
internal sealed class ThreeSchemes<TRule>(Func<string, TRule> make)
    where TRule : class
{
    private readonly TRule?[] _national = Aligned(RuleTexts.National, make);
    private readonly TRule?[] _shanxi = Aligned(RuleTexts.Shanxi, make);
    private readonly TRule?[] _county = Aligned(RuleTexts.County, make);

    internal int Rows => _county.Length;

    /// <summary>The three rules of a row; a scheme that does not have the row has no rule.</summary>
    internal (TRule? National, TRule Shanxi, TRule County) this[int row] => (_national[row], _shanxi[row]!, _county[row]!);

    private static TRule?[] Aligned(IReadOnlyList<(string Id, string Text)> texts, Func<string, TRule> make)
    {
        var made = texts.ToDictionary(t => t.Id, t => make(t.Text));
        return [.. RuleTexts.Ids.Select(id => made.GetValueOrDefault(id))];
    }
}
