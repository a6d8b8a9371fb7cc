using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>The command line: verbs and what they share.</summary>
internal static class Tool
{
    /// <summary>All verbs, in the order that help shows.</summary>
    internal static Verb[] Verbs(Terminal terminal, string directory) =>
    [
        new AssessCommand(terminal, directory),
        new ExplainCommand(terminal, directory),
        new CheckCommand(terminal, directory),
        new StagesCommand(terminal, directory),
        new ListCommand(terminal, directory),
        new ShowCommand(terminal, directory),
        new ValidateCommand(terminal, directory),
        new TestCommand(terminal, directory),
        new WatchCommand(terminal, directory),
        new ServeCommand(terminal, directory),
        new LedgerCommand(terminal, directory),
        new NewCommand(terminal, directory),
        new DraftCommand(terminal, directory),
        new TemplateCommand(terminal, directory),
        new ConvertCommand(terminal, directory),
        new PrecompileCommand(terminal, directory),
        new StartCommand(terminal, directory),
        new PackCommand(terminal, directory),
        new AddCommand(terminal, directory),
    ];

    internal static async Task<int> RunAsync(string[] args, Terminal terminal, string directory, CancellationToken cancellationToken)
    {
        terminal = terminal.Guarded();
        var line = CommandLine.Read(args, terminal, directory);
        var language = line.Language;
        try
        {
            if (line.Help is { } help)
            {
                terminal.Out.Write(help);
                return ExitCode.Done;
            }

            if (!line.Faults.IsEmpty)
            {
                foreach (var fault in line.Faults)
                {
                    terminal.Error.WriteLine(VisibleText.OneLine(fault));
                }

                return ExitCode.WrongInput;
            }

            return await line.Parsed!.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false },
                cancellationToken);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(language == Language.Zh ? "已中断，没有写出任何结果" : "interrupted; nothing was written");
            return ExitCode.Failed;
        }
        catch (FileFaultException e)
        {
            terminal.Error.WriteLine(e.Diagnostic.Format(language));
            return e.IsOfTheMachine ? ExitCode.Failed : ExitCode.WrongInput;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            var file = NamedIn(e);
            terminal.Error.WriteLine(new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(file), [file]).Format(language));
            return ExitCode.WrongInput;
        }
        catch (IOException e)
        {
            var what = VisibleText.OneLine(e.Message);
            terminal.Error.WriteLine(language == Language.Zh ? $"读写失败：{what}" : $"cannot read or write: {what}");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            var what = $"{e.GetType().Name}: {VisibleText.OneLine(e.Message)}";
            terminal.Error.WriteLine(language == Language.Zh
                ? $"error IR9001: 程序自身出错，请报告：{what}"
                : $"error IR9001: the program itself failed, please report: {what}");
            return ExitCode.Failed;
        }
    }

    // The message has the path in quotes; only FileNotFoundException has it as a property.
    private static string NamedIn(Exception e) => e is FileNotFoundException { FileName: { } name } ? name
        : e.Message.Split('\'') is [_, var path, ..] ? path
        : e.Message;
}
