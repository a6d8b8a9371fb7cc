using System.CommandLine;
using System.CommandLine.Completions;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>
/// Validates the words after a verb before the library parses them, and says in the user's language what to write instead.
/// </summary>
internal sealed class CommandWords(Verb verb, Language language)
{
    // Hyphens and dashes that word processors and Chinese keyboards write instead of two minus signs.
    private const string Dashes = "-‐‑‒–—―−－";

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries;

    private static readonly char[] Separators = [',', '，', '、'];

    // What the words of options are called in Chinese reports.
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["未达标"] = "not-met",
        ["不达标"] = "not-met",
        ["达标"] = "met",
        ["自报"] = "declared",
        ["申报"] = "declared",
        ["有据"] = "measured",
        ["实测"] = "measured",
        ["压线"] = "tight",
        ["无法判定"] = "undetermined",
        ["不适用"] = "not-applicable",
        ["余量"] = "margin",
        ["差距"] = "margin",
        ["序号"] = "number",
        ["问题"] = "findings",
        ["表格"] = "table",
        ["文本"] = "text",
        ["中文"] = "zh",
        ["英文"] = "en",
    };

    private readonly List<string> _faults = [];
    private readonly List<string> _words = [];
    private readonly List<string> _arguments = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>The words for the library to parse; null if there are errors.</summary>
    internal List<string>? Read(ReadOnlySpan<string> args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var word = args[i];
            if (word == "--")
            {
                foreach (var name in args[(i + 1)..])
                {
                    Take(name);
                }

                break;
            }

            var (option, inline) = Split(word);
            if (option is not null)
            {
                i += Take(option, inline, args[(i + 1)..]);
            }
            else if (IsDashed(word))
            {
                _faults.Add(Unknown(word));
                // The next word is probably the value of the unknown option.
                i += i + 1 < args.Length && Split(args[i + 1]).Option is null && !IsDashed(args[i + 1]) ? 1 : 0;
            }
            else
            {
                Take(word);
            }
        }

        CheckArguments();
        // Arguments come last: the library lets one of the options take all words that follow it.
        return _faults.Count == 0 ? [.. _words, "--", .. _arguments] : null;
    }

    private void Take(string word)
    {
        _arguments.Add(word);
        if (verb.Arguments.Count == 0)
        {
            _faults.Add(Say(
                $"`{verb.Name}` 后面只写选项，多出了 `{word}`。",
                $"`{verb.Name}` takes options alone; `{word}` is one word too many."));
        }
        else if (string.IsNullOrWhiteSpace(word))
        {
            var what = verb.Arguments.ElementAtOrDefault(_arguments.Count - 1)?.Name;
            _faults.Add(what is null
                ? Say("多出了一个空的词。", "There is an empty word too many.")
                : Say($"{what} 是空的，请写明。", $"{what} is empty."));
        }
        else if (_arguments.Count > verb.Arguments.Count)
        {
            _faults.Add(Say(
                $"多出了 `{word}`。文件名中有空格时，请用引号括起来。",
                $"There is one word too many: `{word}`. Quote a file name that has spaces."));
        }
    }

    // Reads an option and its value; returns how many of the next words belong to it.
    private int Take(Option option, string? inline, ReadOnlySpan<string> next)
    {
        if (!_given.Add(option.Name) && option.Arity.MaximumNumberOfValues == 1)
        {
            _faults.Add(Say($"`{option.Name}` 写了两次，请只写一次。", $"`{option.Name}` is given twice; give it once."));
        }

        _words.Add(option.Name);
        if (option.ValueType == typeof(bool))
        {
            var yes = inline ?? (next is [("true" or "false") and var said, ..] ? said : null);
            if (inline is not (null or "true" or "false"))
            {
                _faults.Add(Say(
                    $"`{option.Name}` 后面不写值，请只写 `{option.Name}`。",
                    $"`{option.Name}` takes no value; write `{option.Name}` alone."));
            }

            _words.AddRange(yes is null ? [] : [yes]);
            return yes is null || inline is not null ? 0 : 1;
        }

        var value = inline ?? (next is [var follows, ..] && Split(follows).Option is null && follows != "--" ? follows : null);
        if (string.IsNullOrWhiteSpace(value))
        {
            _faults.Add(option is NumberOption && value is not null
                ? NumberOption.Fault(option.Name, value, language)
                : NoValue(option, value is not null));
            return value is null || inline is not null ? 0 : 1;
        }

        var choices = Choices(option);
        var pieces = option.AllowMultipleArgumentsPerToken && choices.Count > 0 ? value.Split(Separators, Trimmed) : [value];
        _words.Add(Checked(option, pieces[0], choices));
        foreach (var piece in pieces[1..])
        {
            _words.AddRange([option.Name, Checked(option, piece, choices)]);
        }

        var taken = inline is null ? 1 : 0;
        if (option.AllowMultipleArgumentsPerToken)
        {
            // Further words belong to it only if they can be nothing else.
            while (taken < next.Length && (Listed(next[taken], choices)
                ?? (option is RowsOption && RowsOption.IsNumber(next[taken]) ? next[taken] : null)) is { } another)
            {
                _words.AddRange([option.Name, another]);
                taken++;
            }
        }

        return taken;
    }

    private string Checked(Option option, string value, List<string> choices)
    {
        if (option is NumberOption && !NumberOption.TryRead(value, out _))
        {
            _faults.Add(NumberOption.Fault(option.Name, value, language));
        }

        if (choices.Count == 0)
        {
            return value;
        }

        if (Listed(value, choices) is { } listed)
        {
            return listed;
        }

        if (option is RowsOption && value.Length > 0)
        {
            return value;
        }

        _faults.Add(Say(
            $"`{option.Name}` 不能写 {value}；可以写 {string.Join("、", choices)}。",
            $"`{option.Name}` cannot be {value}; it can be {string.Join(", ", choices)}."));
        return value;
    }

    private void CheckArguments()
    {
        var least = verb.Arguments.Sum(a => a.Arity.MinimumNumberOfValues);
        if (_faults.Count == 0 && _arguments.Count < least)
        {
            var missing = verb.Arguments[_arguments.Count];
            var (name, what) = (missing.HelpName ?? missing.Name, HelpPage.In(missing.Description, language));
            var example = HelpPage.Example(verb.Name, language);
            _faults.Add(Say($"还要写 {name}（{what}），例如：{example}", $"{name} is missing ({what}), as in: {example}"));
        }
    }

    private string NoValue(Option option, bool isEmpty)
    {
        var choices = Choices(option);
        var more = option is RowsOption ? Say("，或序号、名称", ", or numbers and names") : "";
        var form = choices.Count > 0 ? string.Join(Say("、", ", "), choices) + more
            : option is NumberOption ? Say("整数", "a whole number")
            : option.HelpName ?? Say("一个值", "a value");
        return isEmpty
            ? Say($"`{option.Name}` 后面是空的，请写明（{form}）。", $"`{option.Name}` is empty; it takes {form}.")
            : Say($"`{option.Name}` 后面还要写：{form}。", $"`{option.Name}` lacks what it takes: {form}.");
    }

    private string Unknown(string word)
    {
        var bare = word.TrimStart([.. Dashes]);
        var end = bare.AsSpan().IndexOfAny('=', ':');
        var name = end < 0 ? bare : bare[..end];
        var known = verb.Options.Where(o => !o.Hidden).Select(o => o.Name).ToList();
        if (known.Contains($"--{name}") && word[..(word.Length - bare.Length)].Any(c => c != '-'))
        {
            return Say(
                $"`{word}` 开头用了中文破折号，请改成两个英文减号：`--{bare}`。",
                $"`{word}` begins with a dash; write two hyphens: `--{bare}`.");
        }

        var meant = name.Length == 0 ? null
            : known.Find(o => o == $"--{name}")
            ?? new DiagnosticBag().Guess($"--{name}", known)
            ?? HelpPage.Ordered(verb).Select(o => o.Name)
                .FirstOrDefault(o => o.StartsWith($"--{name}", StringComparison.OrdinalIgnoreCase));
        word = end < 0 ? word : word[..^(bare.Length - end)];
        return meant is null
            ? Say($"`{verb.Name}` 没有 `{word}` 这个选项。", $"`{verb.Name}` has no option `{word}`.")
            : Say(
                $"`{verb.Name}` 没有 `{word}` 这个选项。是否想写 `{meant}`？",
                $"`{verb.Name}` has no option `{word}`. Did you mean `{meant}`?");
    }

    private (Option? Option, string? Value) Split(string word)
    {
        if (Find(word) is { } whole)
        {
            return (whole, null);
        }

        var end = word.AsSpan().IndexOfAny('=', ':');
        return end > 0 && Find(word[..end]) is { } option ? (option, word[(end + 1)..]) : (null, null);
    }

    private Option? Find(string name) => name.Length < 2 || name[0] != '-' ? null
        : verb.Options.FirstOrDefault(o => o.Name == name || o.Aliases.Contains(name));

    // A single dash means standard input or output, and a number may be negative.
    private static bool IsDashed(string word) =>
        word.Length > 1 && Dashes.Contains(word[0], StringComparison.Ordinal) && !char.IsAsciiDigit(word[1])
        && (word[0] == '-' || char.IsAsciiLetter(word.TrimStart([.. Dashes]).FirstOrDefault()));

    private static string? Listed(string word, List<string> choices) =>
        choices.Find(c => c.Equals(Chinese.GetValueOrDefault(word, word), StringComparison.OrdinalIgnoreCase));

    /// <summary>The only values that an option accepts, in its order; empty if it accepts any.</summary>
    internal static List<string> Choices(Option option) =>
        option.ValueType == typeof(bool)
            ? []
            : [.. option.CompletionSources.SelectMany(s => s(CompletionContext.Empty)).Select(c => c.Label)];

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;
}
