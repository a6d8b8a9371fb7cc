using System.CommandLine;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>template SCHEME</c>: the form that a place fills in.</summary>
internal sealed class TemplateCommand : Verb
{
    private readonly Argument<string> _scheme = new("SCHEME") { Description = "指标体系 / scheme" };
    private readonly Option<string?> _facts = new("--facts")
    {
        Description = "已有的填报数据，用来填好县情和上年值；有 --year 那一年的数，也填进表里"
            + " / facts that there are, for the place and the values of last year, and for those of --year where they have it",
        HelpName = "FILE",
    };

    private readonly NumberOption _year = new("--year") { Description = "填报哪一年 / the year to fill in" };
    private readonly Option<string?> _years = new("--years")
    {
        Description = "填报哪几年（.csv、.json） / the years to fill in (.csv, .json)",
        HelpName = "2021-2025",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "写入文件（.xlsx、.csv、.json） / write to a file (.xlsx, .csv, .json)",
        HelpName = "FILE",
    };

    internal TemplateCommand(Terminal terminal, string directory)
        : base("template", "生成空的填报表 / make a form to fill in", terminal, directory)
    {
        Arguments.Add(_scheme);
        foreach (var option in (Option[])[_facts, _year, _years, _out])
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    internal override bool Judges => false;

    private protected override int Work(Session session)
    {
        var inputs = session.Get(_facts) is { } facts ? session.Inputs(facts)
            : new InputFiles().AddPlugins(session.PluginDirectories.Select(session.Full));
        var path = session.Get(_out);
        var years = YearRange.Of(session.Get(_years));
        if (Fault(path, session.Get(_years), years) is { } why)
        {
            session.Terminal.Error.WriteLine(session.Say($"命令有误：{why.Zh}", $"wrong command: {why.En}"));
            return ExitCode.WrongInput;
        }

        var target = session.Target(path, inputs)!;
        var scheme = Scheme(session, session.Get(_scheme));
        var last = session.Get(_facts) is { } file ? Facts(session, file, scheme) : null;
        if (Session.IsWorkbook(path!))
        {
            var form = Form(scheme, last, session.Get(_year));
            target.Write(form);
            if (session.Get(_year) is { } year && last?.Find(year) is { } known)
            {
                Compare(session, path!, form, scheme, new PlaceFacts(last.Place, [known]));
            }
        }
        else
        {
            years = years.Length > 0 ? years : [session.Get(_year) ?? FactsTemplate.YearOf(scheme, last)];
            var template = new FactsTemplate(scheme.Id, scheme, years, last);
            var isTable = Ending(path!) == ".csv";
            session.Write(isTable ? template.Csv() : PluginTemplate.Text(template.Json("schemas")), target, mark: isTable);
        }

        session.WriteLine(session.Say(
            $"已生成 {path}。填好后运行：indicator-rules assess {path}",
            $"made {path}; when it is filled in: indicator-rules assess {path}"));
        return session.Ended(ExitCode.Done);
    }

    // Rows may be called by their names.
    private PlaceFacts Facts(Session session, string file, Scheme scheme)
    {
        var read = session.RequireOfFacts(session.ReadFacts(file, session.Get(_scheme), null));
        return session.RequireOfFacts(session.Host.WithIds(read, scheme)).Facts;
    }

    // A filled form is read again, so that nothing is lost in silence.
    private static void Compare(Session session, string path, byte[] form, Scheme scheme, PlaceFacts known)
    {
        string[] aside = ["source", "targets", "bindings"];
        var (all, again) = (new PlaceTexts(), new PlaceTexts());
        all.Add(known, scheme, aside);
        if (Read(session, form, scheme) is { } facts)
        {
            again.Add(facts, scheme, aside);
        }

        var lost = all.Differences(again, ofYears: true).ToList();
        if (known.Years[0].Indicators.Any(i => !i.Targets.IsEmpty || !i.PrintedKinds.IsEmpty))
        {
            lost.Add(new("所填的目标和属性", "the targets and bindings as printed"));
        }

        if (lost.Count > 0)
        {
            session.Report(new Diagnostic(DiagnosticCatalog.FormHoldsNot, new Location(path), [PlaceTexts.Listed(lost)]));
        }
    }

    private static PlaceFacts? Read(Session session, byte[] form, Scheme scheme)
    {
        using var file = InputFile.InMemory(form);
        using var rows = Office.WorkbookTable.Open(file, "", _ => new(scheme, [])).Value;
        return rows is null ? null : session.Host.OpenTable(rows, "", scheme).Value?.ReadOne().Value?.Facts;
    }

    private static LocalizedText? Fault(string? path, string? asked, int[] years) =>
        path is null || Ending(path) is not (".xlsx" or ".csv" or ".json") ? new(
            "请用 --out 给出文件名，结尾是 .xlsx、.csv 或 .json，例如 --out 填报表.xlsx。",
            "give the file by --out, ending with .xlsx, .csv or .json, such as --out form.xlsx.")
        : asked is not null && years.Length == 0 ? new(
            $"--years 写年份，如 2025 或 2021-2025，现写的是 {asked}。", $"--years takes years, such as 2025 or 2021-2025, not {asked}.")
        : years.Length > 1 && Session.IsWorkbook(path) ? new(
            "填报表（.xlsx）一次填一年；几年的请写成 .csv 或 .json。", "a form (.xlsx) is of one year; for several use .csv or .json.")
        : null;

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();

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
