using System.CommandLine;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>The command line: verbs and what they share.</summary>
internal static class Tool
{
    /// <summary>By their names, in the order that help shows.</summary>
    internal static OrderedDictionary<string, Func<Terminal, string, Verb>> Verbs { get; } = new(StringComparer.Ordinal)
    {
        ["assess"] = (terminal, directory) => new AssessCommand(terminal, directory),
        ["explain"] = (terminal, directory) => new ExplainCommand(terminal, directory),
        ["check"] = (terminal, directory) => new CheckCommand(terminal, directory),
        ["list"] = (terminal, directory) => new ListCommand(terminal, directory),
        ["show"] = (terminal, directory) => new ShowCommand(terminal, directory),
        ["validate"] = (terminal, directory) => new ValidateCommand(terminal, directory),
        ["test"] = (terminal, directory) => new TestCommand(terminal, directory),
        ["watch"] = (terminal, directory) => new WatchCommand(terminal, directory),
        ["new"] = (terminal, directory) => new NewCommand(terminal, directory),
        ["precompile"] = (terminal, directory) => new PrecompileCommand(terminal, directory),
        ["pack"] = (terminal, directory) => new PackCommand(terminal, directory),
        ["add"] = (terminal, directory) => new AddCommand(terminal, directory),
    };

    /// <summary>What the tool keeps, and what came with it; of which plugins is for each verb to say.</summary>
    internal static SchemeHostOptions Kept => new()
    {
        PluginDirectories = [],
        PrecompiledDirectory = Path.Combine(AppContext.BaseDirectory, "precompiled"),
    };

    internal static Task<int> RunAsync(string[] args, Terminal terminal, string directory, CancellationToken cancellation) =>
        RunAsync(args, terminal, directory, null, cancellation);

    internal static async Task<int> RunAsync(string[] args, Terminal terminal, string directory, FactsAhead? facts, CancellationToken cancellation)
    {
        terminal = terminal.Guarded();
        var parsed = Root(args, terminal, directory, facts).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync($"命令有误 / wrong command: {VisibleText.OneLine(error.Message)}");
            }

            await terminal.Error.WriteLineAsync("用 --help 查看用法 / see --help");
            return ExitCode.WrongInput;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("已中断，没有写出任何结果 / interrupted; nothing was written");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"读写失败 / cannot read or write: {VisibleText.OneLine(e.Message)}");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            await terminal.Error.WriteLineAsync($"error IR9001: 程序自身出错，请报告 / the program itself failed, please report: {e.GetType().Name}: {VisibleText.OneLine(e.Message)}");
            return ExitCode.Failed;
        }
    }

    // Whoever names a verb and asks for no help waits neither until all the others are made nor until the texts of help are loaded.
    private static Command Root(string[] args, Terminal terminal, string directory, FactsAhead? facts)
    {
        if (args is [var named, ..] && Verbs.TryGetValue(named, out var one) && !args.Any(AsksForHelp))
        {
            var verb = one(terminal, directory);
            verb.FactsAhead = facts;
            return new Command("indicator-rules") { verb };
        }

        var root = new RootCommand("按指标体系评判填报数据 / Judges facts against indicator schemes");
        foreach (var make in Verbs.Values)
        {
            root.Add(make(terminal, directory));
        }

        return root;
    }

    private static bool AsksForHelp(string word) => word is "-h" or "-?" or "/h" or "/?" or "--help" or "--version";
}
