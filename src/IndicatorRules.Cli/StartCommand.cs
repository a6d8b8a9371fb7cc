using System.CommandLine;
using System.Globalization;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary>
/// <c>start [FILE…]</c>: what a double click does. Judges the given forms or those of the folder 填报表, or makes empty ones there.
/// </summary>
internal sealed class StartCommand : Verb
{
    private const string Folder = "填报表";
    private const string Result = "-评判结果";
    private const string Review = "-校核意见";

    private static readonly string[] Endings = [".xlsx", ".csv", ".json"];

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "填报表，可以是几份，也可以是文件夹 / forms, or folders of them",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Terminal _terminal;
    private readonly string _directory;
    private int _written;

    internal StartCommand(Terminal terminal, string directory)
        : base("start", "双击时做的事：评判填报表，没有就生成空表 / what opening the entry does", terminal, directory)
    {
        (_terminal, _directory) = (terminal, directory);
        Hidden = true;
        Arguments.Add(_files);
    }

    private protected override int Work(Session session)
    {
        string[] given = session.Get(_files);
        var forms = given.SelectMany(f => FormsOf(session.Full(f))).ToList();
        if (given.Length == 0)
        {
            forms = Directory.Exists(session.Full(Folder)) ? FormsOf(session.Full(Folder)) : [];
            if (forms.Count == 0)
            {
                return MakeForms(session);
            }
        }
        else if (forms.Count == 0)
        {
            session.WriteLine(session.Say("其中没有填报表（.xlsx、.csv、.json）。", "there is no form among them (.xlsx, .csv, .json)."));
            return ExitCode.WrongInput;
        }

        var code = ExitCode.Done;
        foreach (var form in forms)
        {
            session.WriteLine(session.Say($"评判 {Path.GetFileName(form)}", $"judging {Path.GetFileName(form)}"));
            code = Math.Max(code, Judge(session, form));
        }

        session.WriteLine(_written == 0
            ? session.Say("没有写出结果：请按上面说的改好填报表，保存后再双击一次。", "nothing was written: correct the forms as said above.")
            : session.Say(
                "结果在填报表旁边：“评判结果”可以打印，也可以用浏览器看；“校核意见”标出了要改的格子。",
                "the results are beside the forms."));
        return code;
    }

    // A form with errors in some rows has a result of the others.
    private int Judge(Session session, string form)
    {
        var result = Free(form, Result, ".xlsx");
        var code = Run(session, _terminal, "assess", form, "--out", result);
        if (File.Exists(result))
        {
            _written++;
            Run(session, _terminal with { Error = TextWriter.Null }, "assess", form, "--out", Free(form, Result, ".html"));
        }

        if (!Session.IsWorkbook(form))
        {
            return code;
        }

        var review = Free(form, Review, ".xlsx");
        code = Math.Max(code, Run(session, _terminal with { Out = TextWriter.Null, Error = TextWriter.Null },
            "check", form, "--annotate", review));
        _written += File.Exists(review) ? 1 : 0;
        return code;
    }

    private int MakeForms(Session session)
    {
        Directory.CreateDirectory(session.Full(Folder));
        var code = ExitCode.Done;
        foreach (var scheme in Schemes(session))
        {
            var name = Path.Combine(session.Full(Folder), $"{scheme.Title}.xlsx");
            // What to type next means nothing to those who double-click.
            code = Math.Max(code, Run(session, _terminal with { Out = TextWriter.Null }, "template", scheme.Id, "--out", name));
        }

        session.WriteLine(session.Say(
            $"已在文件夹“{Folder}”中生成空的填报表。用 Excel 或 WPS 填好一份，删去不用的，再双击一次。",
            $"empty forms are in the folder {Folder}; fill one in, delete the others, and start again."));
        return code;
    }

    private static IEnumerable<(string Id, string Title)> Schemes(Session session)
    {
        var catalog = SchemeCatalog.Discover(session.PluginDirectories);
        foreach (var id in catalog.Available.Select(s => s.Id).Distinct())
        {
            if (catalog.Resolve(id).Value is { } scheme)
            {
                var title = scheme.Title.In(session.Language);
                yield return (id, PlainFile.IsPortableName(title) ? title : id);
            }
        }
    }

    private int Run(Session session, Terminal terminal, params string[] arguments) => Tool.RunAsync(
        [.. arguments, "--lang", session.Say("zh", "en"), .. session.PluginDirectories.SelectMany(d => (string[])["--plugins", d])],
        terminal, _directory, session.CancellationToken).GetAwaiter().GetResult();

    // Neither results of an earlier run, nor what Excel writes while a form is open.
    private static List<string> FormsOf(string path) => Directory.Exists(path)
        ? [.. Endings.SelectMany(e => PlainFile.In(path, e)).Where(f => !IsOurs(f)).Order(StringComparer.Ordinal)]
        : [path];

    private static bool IsOurs(string file) =>
        Path.GetFileName(file) is var name
        && (name.Contains(Result, StringComparison.Ordinal) || name.Contains(Review, StringComparison.Ordinal));

    // No file of the user is replaced.
    private static string Free(string form, string kind, string ending)
    {
        var start = Path.Combine(Path.GetDirectoryName(form)!, Path.GetFileNameWithoutExtension(form) + kind);
        var number = 1;
        string path;
        do
        {
            path = start + (number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture)) + ending;
            number++;
        }
        while (Path.Exists(path));
        return path;
    }
}
