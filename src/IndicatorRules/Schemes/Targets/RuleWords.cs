using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorRules.Schemes.Targets;

/// <summary>Reads a rule as the words that a table prints for it. It knows the rules that <see cref="TargetReader"/> writes.</summary>
internal static partial class RuleWords
{
    /// <summary>The words; null for a rule of another form.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="states">The states that the rule may name, in order.</param>
    internal static string? Of(string rule, IReadOnlyList<(string Figure, Demand.State State)> states)
    {
        if (SwitchPattern().Match(rule) is { Success: true } cases)
        {
            var (place, other) = (cases.Groups["place"].Value, cases.Groups["other"].Value);
            var arms = cases.Groups["arms"].Value.Split($", {place}.").Select(a => Of(a, place, states)).ToList();
            if (!OtherPattern().IsMatch(other))
            {
                arms.Add(Of(other, states) is { } rest ? $"[]{rest}" : null);
            }

            return arms.Contains(null) ? null : string.Join(' ', arms);
        }

        var words = new StringBuilder();
        var state = 0;
        for (var rest = rule; rest.Length > 0;)
        {
            if (rest[0] is '(' or ')')
            {
                words.Append(rest[0]);
                rest = rest[1..];
                continue;
            }

            if (rest.StartsWith(" & ", StringComparison.Ordinal) || rest.StartsWith(" | ", StringComparison.Ordinal))
            {
                words.Append(rest, 0, 3);
                rest = rest[3..];
                continue;
            }

            var match = WordPattern().Match(rest);
            if (!match.Success || Word(match, states, ref state) is not { } word)
            {
                return null;
            }

            words.Append(match.Groups["each"].Success ? "[*]" : match.Groups["item"].Success ? $"[{match.Groups["item"].Value}]" : "");
            words.Append(word);
            rest = rest[match.Length..];
        }

        return words.ToString();
    }

    // One case of a switch: Climate.Humid => AtLeast(80).
    private static string? Of(string arm, string place, IReadOnlyList<(string Figure, Demand.State State)> states)
    {
        var parts = (arm.StartsWith($"{place}.", StringComparison.Ordinal) ? arm[(place.Length + 1)..] : arm).Split(" => ");
        return parts is [var choice, var rule] && Of(rule, states) is { } words ? $"[{choice}]{words}" : null;
    }

    private static string? Word(Match match, IReadOnlyList<(string Figure, Demand.State State)> states, ref int state)
    {
        var given = match.Groups["given"].Value;
        return match.Groups["word"].Value switch
        {
            "AtLeast" => $"≥{given}",
            "MoreThan" => $">{given}",
            "AtMost" => $"≤{given}",
            "LessThan" => $"<{given}",
            "Between" => given.Replace(", ", "..", StringComparison.Ordinal),
            "About" => $"about {given}",
            "Improving" => "improving",
            "StableOrImproving" => "stable-or-improving",
            "NotReduced" => "not-reduced",
            "ChangeAtMost" when given == "0" => "not-increased",
            "SuperiorTask.Completed" => "task",
            "Reached" when state < states.Count => $"reached {states[state++].State.Word}",
            "Is" when state < states.Count => $"is {states[state++].State.Word}",
            _ => null,
        };
    }

    [GeneratedRegex(
        @"^Place\.(?<place>[A-Za-z0-9]+) switch \{ (?<arms>[^{}]+), _ => (?<other>[^{}]+) \}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SwitchPattern();

    [GeneratedRegex("^Unknown\\(\"[^\"]*\"\\)$")]
    private static partial Regex OtherPattern();

    [GeneratedRegex(
        @"^(?:(?<each>EachItem\(i => i\.)|Items\.(?<item>[A-Za-z0-9]+)\.)?"
        + @"(?<word>SuperiorTask\.Completed|[A-Za-z]+)\((?<given>[^()]*)\)(?(each)\))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();
}
