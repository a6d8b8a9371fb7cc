using System.CommandLine;
using System.Text.Json.Nodes;
using IndicatorRules.Assessing;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Drafting;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Targets;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary><c>draft TABLE</c>: a plugin and a facts file made from a printed table.</summary>
internal sealed class DraftCommand : Verb
{
    private readonly Argument<string> _table = new("TABLE") { Description = "印出的指标表（.docx、.xlsx、.csv） / the printed table" };
    private readonly Option<string> _id = new("--id")
    {
        Description = "新体系的编号，如 my-county / id of the new scheme",
        HelpName = "ID",
        Required = true,
    };

    private readonly Option<string[]> _extends = new("--extends")
    {
        Description = "上级体系：名称和指标值相同的各项沿用它的规则；可以给几次"
            + " / upper scheme, whose rows of the same name and target are taken over; may be given again",
        HelpName = "ID[@RANGE]",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "在哪个目录下新建；默认为当前目录的 plugins，没有则为当前目录"
            + " / directory to make it in; ./plugins by default, else here",
        HelpName = "DIR",
    };

    private readonly Option<string?> _place = new("--place") { Description = "行政区名称 / name of the place", HelpName = "NAME" };
    private readonly NumberOption _year = new("--year")
    {
        Description = "现状值是哪一年的，列名没有写年份时用 / year of the values, where their heading names none",
    };

    private readonly Option<string> _format = VerbOptions.Format("text", "json");

    internal DraftCommand(Terminal terminal, string directory)
        : base("draft", "由印出的表起草插件 / draft a plugin from a printed table", terminal, directory)
    {
        Arguments.Add(_table);
        foreach (var option in (Option[])[_id, _extends, _out, _place, _year, _format])
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        var folder = NewPlugin.Folder(session, session.Get(_id)!, session.Get(_out), session.Get(_extends) ?? [], out var uppers);
        var path = session.Get(_table);
        var tables = session.Require(Tables(session, path));
        var draft = session.Require(PluginDraft.Make(tables, new PluginDraftOptions
        {
            Id = session.Get(_id)!,
            Uppers = uppers,
            Schemas = NewPlugin.Schemas(folder),
            Place = session.Get(_place),
            Year = session.Get(_year),
        }));
        AtomicFile.WriteFolder(folder, draft.Files(Judged(session, draft)));
        File(Path.Combine(folder, "review.xlsx"), DraftReview.Write(draft));
        session.Write(session.Get(_format) == "json" ? Json(draft) : Text(session, draft, folder));
        return ExitCode.Done;
    }

    private static Result<IReadOnlyList<PrintedTable>> Tables(Session session, string path)
    {
        var full = session.Full(path);
        if (Directory.Exists(full))
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileIsFolder, path, path);
        }

        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".docx" or ".xlsx" or ".docm" or ".xlsm":
                using (var file = InputFile.Open(full, session.CancellationToken))
                {
                    return DocumentTables.Read(file, path);
                }

            case ".csv" or ".tsv" or ".txt":
                using (var file = InputFile.Open(full, session.CancellationToken))
                {
                    var read = CsvTable.Read(file, path);
                    return new(read.Value is { } table ? [table] : null, read.Diagnostics);
                }

            default:
                return new(null, [new Diagnostic(DiagnosticCatalog.DraftFormat, new Location(path), [path])]);
        }
    }

    // The draft is validated and judged before it is written where the user wants it.
    private static Assessment? Judged(Session session, PluginDraft draft)
    {
        var work = Directory.CreateTempSubdirectory("indicator-rules-").FullName;
        try
        {
            var plugin = Path.Combine(work, "draft");
            AtomicFile.WriteFolder(plugin, draft.Files());
            using var tested = PluginUnderTest.Open(session, plugin);
            if (tested.Scheme is not { } scheme)
            {
                session.Report([new Diagnostic(DiagnosticCatalog.DraftNotValid, new Location("scheme.json"), []), .. tested.Diagnostics]);
                throw new RejectedException();
            }

            var facts = FactsReader.ReadFile(Path.Combine(plugin, "facts.json"));
            return facts.Value is { } read ? tested.Host.Assess(read, new AssessOptions { Scheme = scheme.Key }).Value : null;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void File(string path, byte[] bytes)
    {
        using var file = AtomicFile.Begin(path, replace: false);
        file.Stream.Write(bytes);
        file.Commit();
    }

    private static string Json(PluginDraft draft) => new JsonArray([.. draft.Rows.Select(r => (JsonNode)new JsonObject
    {
        ["number"] = r.Number,
        ["name"] = r.Name,
        ["target"] = r.Target,
        ["rule"] = r.Rule,
        ["certainty"] = Word(r.Certainty),
        ["id"] = r.Id,
        ["decide"] = new JsonArray([.. r.Questions.Select(q => (JsonNode)new JsonObject { ["zh"] = q.Zh, ["en"] = q.En })]),
        ["stages"] = new JsonArray([.. r.Stages.Select(s => (JsonNode)new JsonObject
        {
            ["year"] = s.Year,
            ["target"] = s.Target,
            ["rule"] = s.Rule,
            ["certainty"] = Word(s.Certainty),
        })]),
    })]).ToJsonString(DiagnosticJson.Layout) + "\n";

    private static string Word(Certainty certainty) => certainty switch
    {
        Certainty.Sure => "sure",
        Certainty.Guess => "guess",
        _ => "cannot",
    };

    private string Text(Session session, PluginDraft draft, string made)
    {
        var folder = NewPlugin.Shown(session, made);
        int Count(Certainty certainty) => draft.Rows.Count(r => r.Certainty == certainty);
        var notices = string.Concat(draft.Notices.Select(n => VisibleText.OneLine(n.In(session.Language)) + "\n"));
        return notices + session.Say(
            $"已起草 {folder}：共 {draft.Rows.Length} 项，有把握 {Count(Certainty.Sure)} 项，待核 {Count(Certainty.Guess)} 项，"
                + $"没读懂 {Count(Certainty.Cannot)} 项。\n"
                + $"请先看 {Path.Combine(folder, "REVIEW.md")}（或 review.xlsx），逐项定下来。\n接着试：\n",
            $"drafted {folder}: {draft.Rows.Length} rows, {Count(Certainty.Sure)} sure, {Count(Certainty.Guess)} guesses, "
                + $"{Count(Certainty.Cannot)} not read.\nRead {Path.Combine(folder, "REVIEW.md")} (or review.xlsx) first.\nnext:\n")
            + NewPlugin.NextSteps(session, session.Get(Plugins) ?? [], folder, "facts.json");
    }
}
