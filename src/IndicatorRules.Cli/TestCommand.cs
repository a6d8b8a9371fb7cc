using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Cases;
using IndicatorRules.Testing;

namespace IndicatorRules.Cli;

/// <summary><c>test PLUGIN</c>: runs the cases that stand beside a scheme.</summary>
internal sealed class TestCommand : Verb
{
    private readonly Argument<string> _plugin = new("PLUGIN") { Description = "插件文件夹 / plugin folder" };

    private readonly ExtensionFlags _extensions;

    internal TestCommand(Terminal terminal, string directory)
        : base("test", "运行插件的用例 / run a plugin's cases", terminal, directory)
    {
        Arguments.Add(_plugin);
        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var plugin = PluginUnderTest.FolderOf(parsed.GetValue(_plugin)!);
        using var extensions = _extensions.Open(parsed, [plugin, .. PluginDirectories(parsed)], Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var tested = PluginUnderTest.Open(plugin, PluginDirectories(parsed), folders => OpenHost(folders, parsed, extensions), cancellationToken);
        Tell(tested.Diagnostics, language);
        var cases = CaseReader.ReadFolder(plugin);
        Tell(cases.Diagnostics, language);
        if (tested.Scheme is not { } scheme || !cases.Succeeded)
        {
            return ExitCode.WrongInput;
        }

        var runner = new CaseRunner(tested.Host);
        var results = cases.Value.Select(c => runner.Run(c, $"{scheme.Id}@{scheme.Version}")).ToList();
        foreach (var result in results)
        {
            Write(result, language);
        }

        if (results.Count == 0)
        {
            Tell([new Diagnostic(DiagnosticCatalog.NoCases, new Location(Path.Combine(plugin, "cases")), [scheme.Id])], language);
        }

        var failed = results.Count(r => !r.Passed);
        // The same words in every language: scripts read this line.
        Terminal.Out.Write($"{results.Count - failed} passed, {failed} failed\n");
        return failed == 0 && results.Count > 0 ? ExitCode.Done : ExitCode.GateClosed;
    }

    private void Write(CaseResult result, Language language)
    {
        var mark = result.Passed ? language == Language.Zh ? "通过" : "pass" : language == Language.Zh ? "未通过" : "FAIL";
        WriteLine($"{mark}  {Path.GetFileName(result.Case.File)}  {result.Case.Name}");
        foreach (var difference in result.Differences)
        {
            WriteLine($"    {difference.In(language)}");
        }

        Tell(result.Diagnostics, language);
    }
}
