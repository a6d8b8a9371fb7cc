using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace IndicatorRules.TestKit;

/// <summary>Makes a stranger's plugins that are too many or too large to be files of the corpus, from <c>name.ID.json</c> there.</summary>
/// <remarks>The same recipe makes the same files. See tests/corpus/attacks/README.md for the kinds.</remarks>
internal sealed class Recipe
{
    /// <summary>Stands for the id where the plugins are to work.</summary>
    internal const string Works = "works";

    private const string Range = "[1.0.0,2.0.0)";

    private readonly JsonNode _said;
    private readonly string _folder;

    private Recipe(string file, string folder)
    {
        _said = JsonNode.Parse(File.ReadAllText(file))!;
        _folder = folder;
    }

    /// <summary>The diagnostic that a file name asks for, or <see cref="Works"/>.</summary>
    internal static string ExpectedBy(string file) => Path.GetFileNameWithoutExtension(file).Split('.')[^1];

    /// <summary>Makes the plugins in a folder.</summary>
    /// <returns>The scheme that is to be asked for.</returns>
    internal static string Make(string file, string folder)
    {
        var recipe = new Recipe(file, folder);
        recipe.Make((string)recipe._said["make"]!);
        return (string)recipe._said["asks"]!;
    }

    private void Make(string kind)
    {
        switch (kind)
        {
            case "chain":
                Upward(Levels, level => [level - 1], _ => null);
                break;
            case "dense":
                Upward(Levels, level => [.. Enumerable.Range(0, level)], level => level - 1);
                break;
            case "circle":
                Upward(Levels, level => [level == 0 ? Levels : level - 1], _ => null);
                break;
            case "diamond":
                Diamond(TakesForest);
                break;
            case "diamond-with-conditions":
                Diamond((x, level) => Lower($"{x}{level}", [$"a{level - 1}", $"b{level - 1}"], [Tightened(level)]));
                break;
            case "broken-diamond":
                Diamond(TakesForest, "AtLest(20)");
                break;
            case "swaps":
                Swaps();
                break;
            case "rows":
                Rows();
                break;
            case "unaccounted":
                Unaccounted();
                break;
            case "crowd":
                Crowd();
                break;
            default:
                One(kind);
                break;
        }
    }

    // One scheme, and something about it or its folder.
    private void One(string kind)
    {
        var scheme = Scheme("hostile", [Row("forest", 1)]);
        var row = scheme["indicators"]![0]!.AsObject();
        switch (kind)
        {
            case "number":
                Set(row, JsonNode.Parse((string)_said["number"]!)!);
                break;
            case "text":
                Set(row, JsonValue.Create(Text));
                break;
            case "list":
                Set(row, new JsonArray([.. Enumerable.Range(0, Count).Select(_ => _said["of"]!.DeepClone())]));
                break;
            case "unknown-properties":
                scheme["indicators"] = new JsonArray([.. Enumerable.Range(1, Count).Select(i => Renamed(Row($"i{i}", i), $"nmae{i}"))]);
                break;
            case "misspelt":
                scheme["extends"] = new JsonArray(Extended(Text));
                row["from"] = new JsonArray("b" + Text);
                break;
            case "scheme-id":
                scheme["id"] = (string)_said["as"]!;
                break;
            case "file":
                Sparse((string)_said["name"]!);
                break;
            case "files":
                for (var i = 0; i < Count; i++)
                {
                    Write(string.Create(CultureInfo.InvariantCulture, $"hostile/{(string)_said["folder"]!}/f{i}"), "");
                }

                break;
            case "pipe":
                break;
            default:
                throw new InvalidDataException($"The recipe makes `{kind}`, which is not known.");
        }

        Write("hostile/scheme.json", scheme.ToJsonString());
        if (kind == "pipe")
        {
            Pipe((string)_said["name"]!);
        }
    }

    private int Levels => (int)_said["levels"]!;

    private int Count => (int)_said["count"]!;

    private string Text => new(((string?)_said["character"] ?? "a")[0], (int)_said["length"]!);

    private void Set(JsonObject row, JsonNode value)
    {
        var of = row;
        string[] path = ((string)_said["field"]!).Split('/');
        foreach (var name in path[..^1])
        {
            of = of[name] is JsonObject there ? there : (JsonObject)(of[name] = new JsonObject());
        }

        of[path[^1]] = value;
    }

    private void Upward(int levels, Func<int, int[]> uppers, Func<int, int?> only)
    {
        for (var level = 0; level <= levels; level++)
        {
            if (level == 0 && uppers(0) is [< 0] or [])
            {
                Write("s0/scheme.json", Scheme("s0", [Row("forest", 1)]).ToJsonString());
                continue;
            }

            var taken = only(level);
            var extended = uppers(level).Select(u => Extended($"s{u}", leavesOut: taken is { } one && u != one));
            var from = uppers(level).Where(u => taken is null || u == taken).Select(u => $"s{u}");
            Lower($"s{level}", extended, [Taken("forest", [.. from])]);
        }
    }

    private void Diamond(Action<string, int> lower, string rule = "AtLeast(20)")
    {
        foreach (var x in (string[])["a", "b"])
        {
            Write($"{x}0/scheme.json", Scheme($"{x}0", [With(Row("forest", 1), "rule", rule)]).ToJsonString());
            for (var level = 1; level <= Levels; level++)
            {
                lower(x, level);
            }
        }
    }

    private void TakesForest(string x, int level)
    {
        string[] uppers = [$"a{level - 1}", $"b{level - 1}"];
        Lower($"{x}{level}", uppers, [Taken("forest", uppers)]);
    }

    private static JsonObject Tightened(int level) => With(Taken("forest", $"a{level - 1}", $"b{level - 1}"), "also", "AtLeast(10)");

    // At each level each scheme swaps two rows of eight: as many orders of the rows as ways.
    private void Swaps()
    {
        string[] ids = [.. Enumerable.Range(0, 8).Select(i => $"r{i}")];
        foreach (var (x, step) in ((string, int)[])[("a", 1), ("b", 2)])
        {
            Write($"{x}0/scheme.json", Scheme($"{x}0", [.. ids.Select((id, i) => Row(id, i + 1))]).ToJsonString());
            for (var level = 1; level <= Levels; level++)
            {
                var (one, other, above) = (level % 8, (level + step) % 8, level - 1);
                Lower($"{x}{level}", [$"a{above}", $"b{above}"], [.. ids.Select((id, i) =>
                {
                    var row = new JsonObject { ["id"] = id };
                    row["from"] = new JsonArray(
                        new JsonObject { ["scheme"] = $"a{above}", ["indicator"] = ids[i == one ? other : i == other ? one : i] },
                        new JsonObject { ["scheme"] = $"b{above}", ["indicator"] = id });
                    row["override"] = new JsonObject { ["number"] = i + 1, ["because"] = "编号不同" };
                    return row;
                })]);
            }
        }
    }

    private void Rows()
    {
        Write("s0/scheme.json", Scheme("s0", [.. Enumerable.Range(1, Count).Select(i => Row($"i{i}", i))]).ToJsonString());
        for (var level = 1; level <= Levels; level++)
        {
            Lower($"s{level}", [With(Extended($"s{level - 1}"), "rest", "take-over")], [Taken("i1", $"s{level - 1}")]);
        }
    }

    // Extends many and takes over next to nothing.
    private void Unaccounted()
    {
        for (var i = 0; i < Levels; i++)
        {
            Write($"s{i}/scheme.json", Scheme($"s{i}", [.. Enumerable.Range(1, Count).Select(row => Row($"i{row}", row))]).ToJsonString());
        }

        Lower("lower", [.. Enumerable.Range(0, Levels).Select(i => $"s{i}")], [Taken("i1", "s0")]);
    }

    private void Crowd()
    {
        for (var i = 0; i < Levels; i++)
        {
            var rows = Enumerable.Range(1, Count).Select(row => Row(row == 1 ? "forest" : $"i{row}", row));
            Write($"s{i}/scheme.json", Scheme($"s{i}", [.. rows]).ToJsonString());
        }
    }

    private void Lower(string id, string[] uppers, JsonObject[] rows) => Lower(id, uppers.Select(u => Extended(u)), rows);

    private void Lower(string id, IEnumerable<JsonObject> extended, JsonObject[] rows)
    {
        var scheme = Scheme(id, rows);
        scheme["extends"] = new JsonArray([.. extended]);
        Write($"{id}/scheme.json", scheme.ToJsonString());
    }

    private static JsonObject Scheme(string id, JsonObject[] rows) => new()
    {
        ["$schema"] = "x",
        ["id"] = id,
        ["version"] = "1.0.0",
        ["contract"] = Range,
        ["title"] = "体系",
        ["issuer"] = "某县",
        ["level"] = "county",
        ["source"] = new JsonObject { ["document"] = "文件" },
        ["domains"] = new JsonArray(new JsonObject
        {
            ["id"] = "space",
            ["name"] = "空间",
            ["tasks"] = new JsonArray(new JsonObject { ["id"] = "land", ["name"] = "用地" }),
        }),
        ["indicators"] = new JsonArray([.. rows]),
    };

    private static JsonObject Row(string id, int number) => new()
    {
        ["id"] = id,
        ["number"] = number,
        ["task"] = "land",
        ["name"] = "森林",
        ["unit"] = "%",
        ["direction"] = "higher",
        ["binding"] = "binding",
        ["target"] = "≥20",
        ["rule"] = "AtLeast(20)",
    };

    private static JsonObject Taken(string id, params string[] uppers) =>
        new() { ["id"] = id, ["from"] = new JsonArray([.. uppers.Select(u => (JsonNode)u)]) };

    private static JsonObject Extended(string id, bool leavesOut = false)
    {
        var extended = new JsonObject { ["id"] = id, ["version"] = Range };
        return leavesOut
            ? With(extended, "leaveOut", new JsonArray(new JsonObject { ["id"] = "forest", ["because"] = "由下级沿用" }))
            : extended;
    }

    private static JsonObject With(JsonObject of, string name, JsonNode value)
    {
        of[name] = value;
        return of;
    }

    private static JsonObject Renamed(JsonObject row, string property) => With(row, property, 1);

    private void Sparse(string name)
    {
        Write(name, "");
        using var file = File.OpenWrite(Path.Combine(_folder, name));
        file.SetLength((long)_said["bytes"]!);
    }

    private void Pipe(string name)
    {
        Write(name, "");
        File.Delete(Path.Combine(_folder, name));
        using var made = Process.Start("mkfifo", [Path.Combine(_folder, name)])!;
        made.WaitForExit();
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
