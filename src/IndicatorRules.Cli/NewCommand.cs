using System.CommandLine;
using System.Text.RegularExpressions;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>new ID</c>: a plugin folder that validates, tests and assesses at once.</summary>
internal sealed partial class NewCommand : Verb
{
    private readonly Argument<string> _id = new("ID") { Description = "新体系的编号，如 my-county / id of the new scheme" };
    private readonly Option<string?> _extends = new("--extends") { Description = "沿用哪个体系的全部指标 / scheme whose indicators it takes over", HelpName = "ID[@RANGE]" };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "在哪个目录下新建；默认为当前目录的 plugins，没有则为当前目录 / directory to make it in; ./plugins by default, else here",
        HelpName = "DIR",
    };

    internal NewCommand(Terminal terminal, string directory)
        : base("new", "新建一个插件 / make a new plugin", terminal, directory)
    {
        Arguments.Add(_id);
        Options.Add(_extends);
        Options.Add(_out);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var id = parsed.GetValue(_id)!;
        var folder = Path.Combine(Full(parsed.GetValue(_out) ?? (Directory.Exists(Full("plugins")) ? "plugins" : ".")), id);
        var bag = new DiagnosticBag();
        if (!Id().IsMatch(id))
        {
            bag.Add(DiagnosticCatalog.NewIdForm, new Location(id), id);
        }
        else if (PlainFile.IsReservedName(id))
        {
            bag.Add(DiagnosticCatalog.DeviceNamed, new Location(id), id);
        }
        else if (Path.Exists(folder))
        {
            bag.Add(DiagnosticCatalog.NewFolderExists, new Location(folder), folder);
        }

        var upper = parsed.GetValue(_extends) is { } asked ? Upper(asked, parsed, bag) : null;
        if (upper?.Id == id)
        {
            bag.Add(DiagnosticCatalog.Cycle, new Location(id), $"{id} → {id}");
        }

        Tell(bag.ToImmutable(), language);
        if (bag.HasErrors)
        {
            return ExitCode.WrongInput;
        }

        AtomicFile.WriteFolder(folder, new PluginTemplate(id, upper, Schemas(folder)).Files());
        Terminal.Out.Write(Said(Shown(folder), id, parsed, language));
        return ExitCode.Done;
    }

    private Scheme? Upper(string asked, ParseResult parsed, DiagnosticBag bag)
    {
        if (!SchemeName.TryParse(asked, out var name))
        {
            bag.Add(DiagnosticCatalog.Range, new Location(asked), asked);
            return null;
        }

        var resolved = SchemeCatalog.Discover(PluginDirectories(parsed)).Resolve(name.Id, name.Range);
        bag.AddRange(resolved.Diagnostics);
        return resolved.Value;
    }

    // Editors complete by the schemas where they are found above the folder.
    private static string Schemas(string folder)
    {
        var steps = "../";
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above), steps += "../")
        {
            if (File.Exists(Path.Combine(above, "schemas", "scheme.schema.json")))
            {
                return steps + "schemas";
            }
        }

        return "../../schemas";
    }

    // As it can be typed from here.
    private string Shown(string folder) =>
        Path.GetRelativePath(Full("."), folder) is var from && from.StartsWith("..", StringComparison.Ordinal) ? folder : from;

    // Commands to be copied as they are: a folder whose name the shell would split is quoted, and the plugin is found by them.
    private string Said(string folder, string id, ParseResult parsed, Language language)
    {
        var facts = Path.Combine(folder, PluginTemplate.FactsFile);
        var usual = parsed.GetValue(Plugins) is not { Length: > 0 } && Path.GetDirectoryName(folder) == "plugins";
        string[] directories = [.. usual ? [] : (string[])[folder], .. parsed.GetValue(Plugins) ?? []];
        var plugins = string.Concat(directories.Select(d => $" --plugins {Quoted(d)}"));
        string[] next =
        [
            $"validate {Quoted(folder)}",
            $"test {Quoted(folder)}",
            $"assess {Quoted(facts)}{plugins}",
        ];
        var said = language == Language.Zh ? $"已新建 {folder}\n接着试：\n" : $"made {folder}\nnext:\n";
        return said + string.Concat(next.Select(n => $"  indicator-rules {n}\n"));
    }

    private static string Quoted(string path) => path.IndexOfAny([' ', '\t', '(', ')', '&', ';', '\'', '$', '*', '?']) < 0 ? path : $"\"{path}\"";

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex Id();
}
