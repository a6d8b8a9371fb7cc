namespace IndicatorRules.Office.Reports;

/// <summary>Names of sheets as spreadsheets allow them, each once. Not thread-safe.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    internal string Of(string name)
    {
        var shown = Schemes.Diagnostics.VisibleText.OneLine(name);
        var clean = string.Concat(shown.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '_' : c));
        for (var i = 1; ; i++)
        {
            var tail = i == 1 ? "" : $" {i}";
            var tried = clean[..End(clean, Longest - tail.Length)] + tail;
            if (tried.Length > 0 && _taken.Add(tried))
            {
                return tried;
            }
        }
    }

    // Cuts no character in two.
    private static int End(string text, int most) =>
        text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
}
