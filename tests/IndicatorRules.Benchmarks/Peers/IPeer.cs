namespace IndicatorRules.Benchmarks.Peers;

/// <summary>One way to judge the county's 38 rows, over places it has prepared beforehand.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Judges one of the places: one answer per row, in the scheme's order.</summary>
    void Judge(int index, Span<Answer> answers);
}
