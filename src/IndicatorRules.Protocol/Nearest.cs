namespace IndicatorRules.Protocol;

/// <summary>Finds the word that was probably meant.</summary>
/// <remarks>
/// Inputs are untrusted, so long words are ignored and the steps per input are limited to <see cref="MostSteps"/>. A word with the opposite
/// meaning is never suggested.
/// </remarks>
internal static class Nearest
{
    /// <summary>The length up to which words are compared.</summary>
    internal const int LongestWord = 64;

    /// <summary>The maximum number of steps of all guesses for one input.</summary>
    internal const int MostSteps = 1_000_000;

    // Exceeds the distance between any two words of that length.
    private const int Far = 4 * LongestWord;

    private const int Swap = 2;

    // Characters that negate: 拟制定 (to be drawn up) is not 制定 (drawn up).
    private const string Denials = "未不无非没否拟";

    private static readonly string[] DenyingPrefixes = ["un", "non", "not", "no", "in", "dis"];

    /// <summary>The candidate with the smallest edit distance, if it is small for the word's length; otherwise null.</summary>
    /// <remarks>A difference in case counts half. Among equals the first wins, so the result is deterministic.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var steps = MostSteps;
        return To(word, candidates, ref steps);
    }

    /// <inheritdoc cref="To(string, IEnumerable{string})"/>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">The valid words.</param>
    /// <param name="steps">The remaining steps. If they run out, the result is null.</param>
    internal static string? To(string word, IEnumerable<string> candidates, ref int steps)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length > LongestWord || steps <= 0)
        {
            return null;
        }

        string? best = null;
        // Twice the number of allowed edits: a third of the word's length, half for a Chinese one, at least one.
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

            // Swapped parts of a Chinese word (实施制定, 制定实施) count as one swap.
            var isSwapped = IsChinese(word) && HasSameCharacters(word, candidate) && word != candidate;
            var distance = isSwapped ? Swap : Distance(word, candidate, limit, ref steps);
            if (distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return steps > 0 ? best : null;
    }

    /// <summary>Whether one word may negate the other: 未制定 and 已制定, 制定中 and 制定, <c>Unplanned</c> and <c>Planned</c>.</summary>
    internal static bool AreOpposite(string one, string other)
    {
        foreach (var denial in Denials)
        {
            if (one.AsSpan().Count(denial) != other.AsSpan().Count(denial))
            {
                return true;
            }
        }

        return Denies(one, other) || Denies(other, one) || IsUnderWay(one) != IsUnderWay(other);
    }

    // What is being drawn up (正在制定, 制定中) is not drawn up yet.
    private static bool IsUnderWay(string word) =>
        word.Contains("正在", StringComparison.Ordinal) || word.EndsWith('中') || word.StartsWith("在建", StringComparison.Ordinal);

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

    // Optimal string alignment, in half edits: insert, delete, replace and swap cost 2, a difference in case costs 1. Only the band around
    // the diagonal is computed where the distance can stay below the limit.
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
