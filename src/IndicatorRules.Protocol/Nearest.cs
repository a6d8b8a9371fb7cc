namespace IndicatorRules.Protocol;

/// <summary>Finds the word that was probably meant.</summary>
/// <remarks>
/// Looks among short words only, and for one input no longer than <see cref="MostSteps"/>: what is guessed at is a stranger's, in
/// number and in length. Never guesses the opposite of what was written.
/// </remarks>
internal static class Nearest
{
    /// <summary>Longer words are neither guessed at nor guessed.</summary>
    internal const int LongestWord = 64;

    /// <summary>The most steps that all guesses for one input take together.</summary>
    internal const int MostSteps = 1_000_000;

    // Higher than any distance between words that short.
    private const int Far = 4 * LongestWord;

    private const int Swap = 2;

    // 拟制定 is not 制定 yet.
    private const string Denials = "未不无非没否拟";

    private static readonly string[] DenyingPrefixes = ["un", "non", "not", "no", "in", "dis"];

    /// <summary>The candidate with the fewest edits, if they are few for the word's length; null otherwise.</summary>
    /// <remarks>Case counts half; the first of equals wins, so the answer does not depend on anything but the input.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var steps = MostSteps;
        return To(word, candidates, ref steps);
    }

    /// <inheritdoc cref="To(string, IEnumerable{string})"/>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What could have been.</param>
    /// <param name="steps">The steps that are left; where they do not suffice, nothing is guessed.</param>
    internal static string? To(string word, IEnumerable<string> candidates, ref int steps)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length > LongestWord || steps <= 0)
        {
            return null;
        }

        string? best = null;
        // Twice the number of edits allowed: a third of the word, half of a Chinese one, at least one.
        var limit = (2 * Math.Max(1, word.Length / (IsChinese(word) ? 2 : 3))) + 1;
        foreach (var candidate in candidates)
        {
            if (--steps <= 0)
            {
                return null;
            }

            if (candidate.Length > LongestWord || 2 * Math.Abs(word.Length - candidate.Length) >= limit || AreOpposite(word, candidate))
            {
                continue;
            }

            // 实施制定 for 制定实施: the parts of a Chinese word change places as easily as two letters.
            var distance = IsChinese(word) && HasSameCharacters(word, candidate) && word != candidate ? Swap : Distance(word, candidate, limit, ref steps);
            if (distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return steps > 0 ? best : null;
    }

    /// <summary>Whether one word may deny what the other says: 未制定 and 已制定, `Unplanned` and `Planned`.</summary>
    internal static bool AreOpposite(string one, string other)
    {
        foreach (var denial in Denials)
        {
            if (one.AsSpan().Count(denial) != other.AsSpan().Count(denial))
            {
                return true;
            }
        }

        return Denies(one, other) || Denies(other, one);
    }

    private static bool IsChinese(string word) => !System.Text.Ascii.IsValid(word);

    private static bool HasSameCharacters(string one, string other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        Span<char> first = stackalloc char[LongestWord];
        Span<char> second = stackalloc char[LongestWord];
        one.CopyTo(first);
        other.CopyTo(second);
        first[..one.Length].Sort();
        second[..other.Length].Sort();
        return first[..one.Length].SequenceEqual(second[..other.Length]);
    }

    private static bool Denies(string longer, string shorter)
    {
        foreach (var prefix in DenyingPrefixes)
        {
            if (longer.Length > prefix.Length && longer.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && longer.AsSpan(prefix.Length).TrimStart('-').Equals(shorter, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Optimal string alignment, in half edits: insert, delete, replace and swap cost 2, another case costs 1. Only the band along the
    // diagonal is looked at in which a distance below the limit can lie.
    private static int Distance(string from, string to, int limit, ref int steps)
    {
        Span<int> rows = stackalloc int[3 * (LongestWord + 1)];
        var width = to.Length + 1;
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        var band = (limit - 1) / 2;
        for (var j = 0; j < width; j++)
        {
            above[j] = j <= band ? 2 * j : Far;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var (first, last) = (Math.Max(1, i - band), Math.Min(to.Length, i + band));
            row.Fill(Far);
            row[0] = i <= band ? 2 * i : Far;
            for (var j = first; j <= last; j++)
            {
                var least = Math.Min(Math.Min(above[j], row[j - 1]) + 2, above[j - 1] + Cost(from[i - 1], to[j - 1]));
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                row[j] = swapped ? Math.Min(least, before[j - 2] + 2) : least;
            }

            steps -= last - first + 1;
            var done = before;
            before = above;
            above = row;
            row = done;
        }

        return above[to.Length];
    }

    private static int Cost(char a, char b) =>
        a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? 1 : 2;
}
