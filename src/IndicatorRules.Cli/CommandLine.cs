using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>A parsed command line: a verb to run, a help page, or all errors. Immutable.</summary>
/// <param name="Language">The language given by <c>--lang</c>, even in a wrong command.</param>
internal sealed record CommandLine(Language Language)
{
    private const int MostVerbsNamed = 12;

    // A word that begins with @ is a file's name, not a response file.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>The verb to run; null if there are errors or help was asked for.</summary>
    internal ParseResult? Parsed { get; private init; }

    /// <summary>The errors, in order; the last line refers to the help.</summary>
    internal ImmutableArray<string> Faults { get; private init; } = [];

    /// <summary>The help page that was asked for.</summary>
    internal string? Help { get; private init; }

    internal static CommandLine Read(string[] args, Terminal terminal, string directory)
    {
        // Words after two hyphens are names, not options.
        var options = Array.IndexOf(args, "--") is var end and >= 0 ? args[..end] : args;
        var line = new CommandLine(LanguageIn(options));
        if (args is ["--version", ..])
        {
            return line with { Parsed = new RootCommand().Parse(["--version"], Plain) };
        }

        var verbs = Tool.Verbs(terminal, directory);
        var named = args is ["help", ..] ? args[1..] : args;
        if (named.Length < args.Length || options.Any(AsksForHelp))
        {
            var page = new HelpPage(line.Language, terminal.Width);
            return line with { Help = Named(verbs, named) is { } asked ? page.Of(asked) : page.Of(verbs) };
        }

        if (Named(verbs, args) is not { } verb)
        {
            return line.Wrong([line.NoVerb(args, verbs, directory)]);
        }

        var words = new CommandWords(verb, line.Language);
        if (words.Read(args.AsSpan(1)) is not { } sound)
        {
            return line.Wrong(words.Faults);
        }

        var root = new Command("indicator-rules");
        Array.ForEach(verbs, root.Add);
        var parsed = root.Parse([verb.Name, .. sound], Plain);
        return parsed.Errors.Count == 0 ? line with { Parsed = parsed } : line.Wrong(parsed.Errors.Select(e => e.Message));
    }

    private static Verb? Named(Verb[] verbs, string[] words) => Array.Find(verbs, v => v.Name == words.FirstOrDefault());

    private CommandLine Wrong(IEnumerable<string> faults) => this with
    {
        Faults =
        [
            .. faults.Select(f => Say("命令有误：", "wrong command: ") + f),
            Say("用 --help 查看用法。", "See --help."),
        ],
    };

    private string NoVerb(string[] args, Verb[] verbs, string directory)
    {
        if (args.Where((a, i) => a.Length > 0 && a[0] != '-' && (i == 0 || args[i - 1] != "--lang")).FirstOrDefault() is not { } word)
        {
            return Say(
                "请写明要做什么，例如 `assess`（评判）、`explain`（说明某一项）、`check`（校核）。",
                "Say what to do, such as `assess` (judge), `explain` (one verdict) or `check` (contradictions).");
        }

        if (Array.Exists(verbs, v => v.Name == word))
        {
            return Say($"请把 `{word}` 写在最前面，选项写在后面。", $"Write `{word}` first and the options after it.");
        }

        if (Path.Exists(Path.GetFullPath(word, directory)))
        {
            return Say(
                $"请先写明要做什么，再写 `{word}`，例如 `assess {word}`（评判）。",
                $"Say what to do before `{word}`, as in `assess {word}` (judge).");
        }

        // A verb's Chinese description begins with its Chinese name.
        var visible = verbs.Where(v => !v.Hidden).ToList();
        var meant = new DiagnosticBag().Guess(word.ToLowerInvariant(), visible.Select(v => v.Name))
            ?? visible.Find(v => v.Description!.StartsWith(word, StringComparison.Ordinal))?.Name;
        var all = string.Join(Say("、", ", "), visible.Take(MostVerbsNamed).Select(v => v.Name));
        return meant is null
            ? Say($"没有 `{word}` 这个命令。可以写的有：{all}。", $"Unknown command `{word}`. The commands are: {all}.")
            : Say($"没有 `{word}` 这个命令。是否想写 `{meant}`？", $"Unknown command `{word}`. Did you mean `{meant}`?");
    }

    private string Say(string zh, string en) => Language == Language.Zh ? zh : en;

    // Found first, so that errors are reported in it.
    private static Language LanguageIn(string[] args)
    {
        var at = Array.FindLastIndex(args, a =>
            a is "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal) || a.StartsWith("--lang:", StringComparison.Ordinal));
        var value = at < 0 ? null : args[at].Length > 6 ? args[at][7..] : args.ElementAtOrDefault(at + 1);
        return "en".Equals(value, StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;
    }

    private static bool AsksForHelp(string word) => word is "-h" or "-?" or "/h" or "/?" or "--help";
}
