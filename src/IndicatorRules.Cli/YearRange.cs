namespace IndicatorRules.Cli;

/// <summary>Reads years as an option takes them: 2025, 2021-2025, 2021～2025年.</summary>
internal static class YearRange
{
    private const int Earliest = 1949;
    private const int Latest = 2200;
    private const int Most = 50;

    /// <summary>The years, earliest first; none if the text is not a year or range of at most 50.</summary>
    internal static int[] Of(string? text)
    {
        var ends = (text ?? "").Trim().TrimEnd('年').Split(['-', '—', '–', '~', '～', '至'], StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || Year(ends[0]) is not { } first || Year(ends[^1]) is not { } last || last < first || last - first >= Most)
        {
            return [];
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }

    private static int? Year(string text) => NumberOption.TryRead(text, out var year) && year is >= Earliest and <= Latest ? year : null;
}
