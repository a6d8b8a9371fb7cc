using System.CommandLine;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Testing;

namespace IndicatorRules.Cli;

/// <summary><c>test PLUGIN</c>: runs the cases of a plugin.</summary>
internal sealed class TestCommand : Verb
{
    private readonly Argument<string> _plugin = new("PLUGIN") { Description = "插件文件夹 / plugin folder" };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "把一次评判记成用例 / write a case of an assessment",
        HelpName = "NAME",
    };

    private readonly Option<string?> _facts = new("--facts")
    {
        Description = "记成用例的填报数据，JSON 格式 / facts to record, as JSON",
        HelpName = "FACTS",
    };

    private readonly NumberOption _year = new("--year") { Description = "记哪一年，默认最近一年 / year to record, the latest by default" };

    internal TestCommand(Terminal terminal, string directory)
        : base("test", "运行插件的用例 / run a plugin's cases", terminal, directory)
    {
        Arguments.Add(_plugin);
        Options.Add(_record);
        Options.Add(_facts);
        Options.Add(_year);
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        using var tested = PluginUnderTest.Open(session, session.Get(_plugin));
        session.Report(tested.Diagnostics);
        if (session.Get(_record) is not null || session.Get(_facts) is not null || session.Get(_year) is not null)
        {
            return tested.Scheme is null ? ExitCode.WrongInput
                : CaseRecord.Write(session, tested, session.Get(_record), session.Get(_facts), session.Get(_year));
        }

        var cases = session.Require(Case.ReadFolder(tested.Folder));
        if (tested.Scheme is not { } scheme)
        {
            return ExitCode.WrongInput;
        }

        var runner = new CaseRunner(tested.Host);
        var results = cases.Select(c => runner.Run(c, $"{scheme.Id}@{scheme.Version}")).ToList();
        foreach (var result in results)
        {
            Write(session, result);
        }

        if (results.Count == 0)
        {
            session.Report(new Diagnostic(DiagnosticCatalog.NoCases, new Location(Path.Combine(tested.Folder, "cases")), [scheme.Id]));
        }

        var failed = results.Count(r => !r.Passed);
        // The same in both languages: scripts read this line.
        session.Write($"{results.Count - failed} passed, {failed} failed\n");
        return failed == 0 && results.Count > 0 ? ExitCode.Done : ExitCode.GateClosed;
    }

    private static void Write(Session session, CaseResult result)
    {
        var mark = result.Passed ? session.Say("通过", "pass") : session.Say("未通过", "FAIL");
        session.WriteLine($"{mark}  {Path.GetFileName(result.Case.File)}  {result.Case.Name}");
        foreach (var difference in result.Differences)
        {
            session.WriteLine($"    {difference.In(session.Language)}");
        }

        session.Report(result.Diagnostics);
    }
}
