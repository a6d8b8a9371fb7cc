using System.CommandLine;
using System.Text.RegularExpressions;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>new ID</c>: a plugin folder that validates, tests and assesses at once.</summary>
internal sealed partial class NewCommand : Verb
{
    private readonly Argument<string> _id = new("ID") { Description = "新体系的编号，如 my-county / id of the new scheme" };
    private readonly Option<string?> _extends = new("--extends")
    {
        Description = "沿用哪个体系的全部指标 / scheme whose indicators it takes over",
        HelpName = "ID[@RANGE]",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "在哪个目录下新建；默认为当前目录的 plugins，没有则为当前目录"
            + " / directory to make it in; ./plugins by default, else here",
        HelpName = "DIR",
    };

    internal NewCommand(Terminal terminal, string directory)
        : base("new", "新建一个插件 / make a new plugin", terminal, directory)
    {
        Arguments.Add(_id);
        Options.Add(_extends);
        Options.Add(_out);
    }

    private protected override int Work(Session session)
    {
        var id = session.Get(_id);
        var directory = session.Get(_out) ?? (Directory.Exists(session.Full("plugins")) ? "plugins" : ".");
        var folder = Path.Combine(session.Full(directory), id);
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

        var upper = session.Get(_extends) is { } asked ? Upper(asked, session, bag) : null;
        if (upper?.Id == id)
        {
            bag.Add(DiagnosticCatalog.Cycle, new Location(id), $"{id} → {id}");
        }

        var template = session.Require(bag.ToResult(() => new PluginTemplate(id, upper, Schemas(folder))));
        AtomicFile.WriteFolder(folder, template.Files());
        session.Write(NextSteps(session, folder));
        return ExitCode.Done;
    }

    private static Scheme? Upper(string asked, Session session, DiagnosticBag bag)
    {
        if (!SchemeName.TryParse(asked, out var name))
        {
            bag.Add(DiagnosticCatalog.Range, new Location(asked), asked);
            return null;
        }

        var resolved = SchemeCatalog.Discover(session.PluginDirectories).Resolve(name.Id, name.Range);
        bag.AddRange(resolved.Diagnostics);
        return resolved.Value;
    }

    // The schemas by which editors complete: those of the nearest folder above.
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

    // Commands that can be copied: paths from here, quoted where a shell would split them, with the options that find the plugin.
    private string NextSteps(Session session, string made)
    {
        var relative = Path.GetRelativePath(session.Full("."), made);
        var folder = relative.StartsWith("..", StringComparison.Ordinal) ? made : relative;
        var given = session.Get(Plugins) ?? [];
        var isFound = given.Length == 0 && Path.GetDirectoryName(folder) == "plugins";
        string[] directories = [.. isFound ? [] : (string[])[folder], .. given];
        var plugins = string.Concat(directories.Select(d => $" --plugins {Quoted(d)}"));
        string[] next =
        [
            $"validate {Quoted(folder)}",
            $"test {Quoted(folder)}",
            $"assess {Quoted(Path.Combine(folder, PluginTemplate.FactsFile))}{plugins}",
        ];
        return session.Say($"已新建 {folder}\n接着试：\n", $"made {folder}\nnext:\n")
            + string.Concat(next.Select(n => $"  indicator-rules {n}\n"));
    }

    private static string Quoted(string path) =>
        path.IndexOfAny([' ', '\t', '(', ')', '&', ';', '\'', '$', '*', '?']) < 0 ? path : $"\"{path}\"";

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex Id();
}
