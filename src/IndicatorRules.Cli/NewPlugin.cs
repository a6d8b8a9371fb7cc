using System.Text.RegularExpressions;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary>Where a new plugin goes, and what to try with it: for the verbs that make one.</summary>
internal static partial class NewPlugin
{
    /// <summary>The folder of a new plugin, which does not exist yet.</summary>
    /// <param name="session">The run.</param>
    /// <param name="id">The id of the new scheme.</param>
    /// <param name="directory">The directory to make it in; null for ./plugins, or here.</param>
    /// <param name="extends">The schemes that it extends.</param>
    /// <param name="uppers">Those schemes.</param>
    /// <exception cref="RejectedException">The id, the folder or the upper scheme will not do.</exception>
    internal static string Folder(Session session, string id, string? directory, string[] extends, out List<Scheme> uppers)
    {
        directory ??= Directory.Exists(session.Full("plugins")) ? "plugins" : ".";
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

        uppers = [.. extends.Select(e => Upper(e, session, bag)).OfType<Scheme>()];
        if (uppers.Exists(u => u.Id == id))
        {
            bag.Add(DiagnosticCatalog.Cycle, new Location(id), $"{id} → {id}");
        }

        foreach (var twice in uppers.GroupBy(u => u.Id).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticCatalog.DuplicateId, new Location(twice.Key), new LocalizedText("上级体系", "upper scheme"), twice.Key, "");
        }

        return session.Require(bag.ToResult(() => folder));
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

    /// <summary>The schemas by which editors complete: those of the nearest folder above.</summary>
    internal static string Schemas(string folder)
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

    /// <summary>The folder as seen from here, unless it is elsewhere.</summary>
    internal static string Shown(Session session, string made)
    {
        var relative = Path.GetRelativePath(session.Full("."), made);
        return relative.StartsWith("..", StringComparison.Ordinal) ? made : relative;
    }

    /// <summary>
    /// Commands that can be copied: paths from here, quoted where a shell would split them, with the options that find the plugin.
    /// </summary>
    internal static string NextSteps(Session session, string[] given, string made, string facts)
    {
        var folder = Shown(session, made);
        var isFound = given.Length == 0 && Path.GetDirectoryName(folder) == "plugins";
        string[] directories = [.. isFound ? [] : (string[])[folder], .. given];
        var plugins = string.Concat(directories.Select(d => $" --plugins {Quoted(d)}"));
        string[] next =
        [
            $"validate {Quoted(folder)}",
            .. Directory.Exists(Path.Combine(made, "cases")) ? (string[])[$"test {Quoted(folder)}"] : [],
            $"assess {Quoted(Path.Combine(folder, facts))}{plugins}",
        ];
        return string.Concat(next.Select(n => $"  indicator-rules {n}\n"));
    }

    private static string Quoted(string path) =>
        path.IndexOfAny([' ', '\t', '(', ')', '&', ';', '\'', '$', '*', '?']) < 0 ? path : $"\"{path}\"";

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex Id();
}
