using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>template SCHEME</c>: the form that a place fills in.</summary>
internal sealed class TemplateCommand : Verb
{
    private readonly Argument<string> _scheme = new("SCHEME") { Description = "指标体系 / scheme" };
    private readonly Option<string?> _facts = new("--facts")
    {
        Description = "上一年的填报数据，用来填好县情和上年值 / last year's facts, for the place and the column of last year's values",
        HelpName = "FILE",
    };

    private readonly NumberOption _year = new("--year") { Description = "填报哪一年 / the year to fill in" };
    private readonly Option<string?> _out = new("--out") { Description = "写入文件（.xlsx） / write to a file (.xlsx)", HelpName = "FILE" };

    internal TemplateCommand(Terminal terminal, string directory)
        : base("template", "生成空的填报表 / make a form to fill in", terminal, directory)
    {
        Arguments.Add(_scheme);
        foreach (var option in (Option[])[_facts, _year, _out])
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        var inputs = session.Get(_facts) is { } facts ? session.Inputs(facts)
            : new InputFiles().AddPlugins(session.PluginDirectories.Select(session.Full));
        if (session.Get(_out) is not { } path || !Session.IsWorkbook(path))
        {
            session.Terminal.Error.WriteLine(session.Say(
                "命令有误：请用 --out 给出文件名，例如 --out 填报表.xlsx。",
                "wrong command: give the file by --out, such as --out form.xlsx."));
            return ExitCode.WrongInput;
        }

        var target = session.Target(path, inputs)!;
        var scheme = Scheme(session, session.Get(_scheme));
        var last = session.Get(_facts) is { } file
            ? session.RequireOfFacts(session.ReadFacts(file, session.Get(_scheme), null)).Facts
            : null;
        target.Write(Form(scheme, last, session.Get(_year)));
        session.WriteLine(session.Say(
            $"已生成 {path}。填好后运行：indicator-rules assess {path}",
            $"made {path}; when it is filled in: indicator-rules assess {path}"));
        return session.Ended(ExitCode.Done);
    }

    // Kept apart, so that only this step loads the library that writes workbooks.
    private static byte[] Form(Scheme scheme, PlaceFacts? last, int? year) => Office.WorkbookForm.Write(scheme, last, year);

    private static Scheme Scheme(Session session, string asked)
    {
        if (!SchemeName.TryParse(asked, out var name))
        {
            session.Report(new Diagnostic(DiagnosticCatalog.Range, new Location(asked), [(LocalizedText)asked]));
            throw new RejectedException();
        }

        return session.Require(SchemeCatalog.Discover(session.PluginDirectories).Resolve(name.Id, name.Range));
    }
}
