using System.CommandLine;

namespace IndicatorRules.Cli;

/// <summary>The command line: verbs and what they share.</summary>
internal static class Tool
{
    internal static async Task<int> RunAsync(string[] args, Terminal terminal, string directory, CancellationToken cancellation)
    {
        var root = new RootCommand("按指标体系评判填报数据 / Judges facts against indicator schemes")
        {
            new AssessCommand(terminal, directory),
            new ExplainCommand(terminal, directory),
            new CheckCommand(terminal, directory),
            new ListCommand(terminal, directory),
            new ShowCommand(terminal, directory),
            new ValidateCommand(terminal, directory),
            new TestCommand(terminal, directory),
            new WatchCommand(terminal, directory),
            new NewCommand(terminal, directory),
            new PrecompileCommand(terminal, directory),
            new PackCommand(terminal, directory),
            new AddCommand(terminal, directory),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync($"命令有误 / wrong command: {error.Message}");
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
            await terminal.Error.WriteLineAsync($"读写失败 / cannot read or write: {e.Message}");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            await terminal.Error.WriteLineAsync($"error IR9001: 程序自身出错，请报告 / the program itself failed, please report: {e.GetType().Name}: {e.Message}");
            return ExitCode.Failed;
        }
    }
}
