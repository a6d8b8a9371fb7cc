namespace IndicatorRules.Cli;

/// <summary>What the terminal can show, by its environment. Immutable.</summary>
/// <param name="Ascii">Whether its font most likely shows lines and signs such as ≥ in two columns, or not at all.</param>
/// <param name="Colour">Whether it has colours, and the user wants them.</param>
internal readonly record struct Screen(bool Ascii, bool Colour)
{
    private const int UsualWidth = 80;

    private const int LeastWidth = 40;

    private static readonly string[] OldTerminals = ["linux", "dumb", "cons25", "vt100", "vt102", "vt220"];

    // What newer terminals on Windows set.
    private static readonly string[] NewTerminals = ["WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "TERM"];

    private static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    private static readonly string[] OldEncodings = [".gbk", ".gb2312", ".gb18030", ".big5"];

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="isWindows">Whether this is Windows, whose old console says nothing of itself.</param>
    internal static Screen Of(Func<string, string?> variable, bool isWindows)
    {
        var term = variable("TERM") ?? "";
        var isOld = isWindows
            ? Array.TrueForAll(NewTerminals, v => string.IsNullOrEmpty(variable(v)))
            : Array.Exists(OldTerminals, t => t == term) || Array.Exists(OldEncodings, Locale(variable).EndsWith);
        var hasColours = !isOld || term == "linux";
        return new(isOld, hasColours && term != "dumb" && string.IsNullOrEmpty(variable("NO_COLOR")));
    }

    /// <summary>The columns to use of those that the terminal says it has.</summary>
    internal static int WidthOf(int said) => said <= 0 ? UsualWidth : Math.Max(said, LeastWidth);

    private static string Locale(Func<string, string?> variable) =>
        Locales.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v))?.ToLowerInvariant() ?? "";
}
