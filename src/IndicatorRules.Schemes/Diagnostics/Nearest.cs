namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Finds the word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, if they are few for the word's length; null otherwise.</summary>
    /// <remarks>Case counts half; the first of equals wins, so the answer does not depend on anything but the input.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        // Twice the number of edits allowed: a third of the word, half of a Chinese one, at least one.
        var limit = (2 * Math.Max(1, word.Length / (System.Text.Ascii.IsValid(word) ? 3 : 2))) + 1;
        foreach (var candidate in candidates)
        {
            if (2 * Math.Abs(word.Length - candidate.Length) >= limit)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return best;
    }

    // Optimal string alignment, in half edits: insert, delete, replace and swap cost 2, another case costs 1.
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            rows[i, 0] = 2 * i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            rows[0, j] = 2 * j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 2, rows[i - 1, j - 1] + Cost(from[i - 1], to[j - 1]));
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                rows[i, j] = swapped ? Math.Min(least, rows[i - 2, j - 2] + 2) : least;
            }
        }

        return rows[from.Length, to.Length];
    }

    private static int Cost(char a, char b) =>
        a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? 1 : 2;
}
