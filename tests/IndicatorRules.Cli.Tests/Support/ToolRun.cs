namespace IndicatorRules.Cli.Tests.Support;

/// <summary>One run of the tool in this process: its exit code and its two streams.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the tool in the repository's root with the shipped plugins.</summary>
    internal static Task<ToolRun> Of(params string[] arguments) => In(Repo.Root, [.. arguments, "--plugins", Repo.Plugins]);

    /// <summary>Runs the tool in a folder with no options but those given.</summary>
    internal static async Task<ToolRun> In(string directory, string[] arguments, CancellationToken cancellationToken = default)
    {
        using var results = new StringWriter();
        using var rest = new StringWriter();
        var code = await Tool.RunAsync(arguments, new Terminal(results, rest, Terminal.DefaultWidth), directory, cancellationToken);
        return new ToolRun(code, results.ToString(), rest.ToString());
    }

    /// <summary>Runs the built tool as users do, in a process of its own.</summary>
    internal static Task<ToolRun> AsProcess(params string[] arguments) => AsProcessIn(Repo.Root, arguments);

    /// <summary>Runs the built tool in a folder.</summary>
    internal static async Task<ToolRun> AsProcessIn(string directory, params string[] arguments)
    {
        using var process = StartIn(directory, arguments);
        var (results, rest) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await results, await rest);
    }

    internal static System.Diagnostics.Process Start(params string[] arguments) => StartIn(Repo.Root, arguments);

    private static System.Diagnostics.Process StartIn(string directory, string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = directory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "indicator-rules.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return System.Diagnostics.Process.Start(start)!;
    }
}
