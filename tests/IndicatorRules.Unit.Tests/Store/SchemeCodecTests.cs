using System.Collections;
using System.Globalization;
using System.Reflection;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Schemes.Tests.Support;
using IndicatorRules.Store;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Tests.Store;

/// <summary>What the codec writes of a catalog it reads again, to the last field.</summary>
[Trait("Category", "Slow")]
public sealed class SchemeCodecTests
{
    // What a scheme can hold: a corpus plugin for each thing, and whole schemes.
    private static readonly string[] Used =
    [
        "plugins", "samples/another-county/plugins", "samples/compiled-extension/plugin",
        .. Directory.GetDirectories(Repo.In("tests/corpus/good")).Select(f => $"tests/corpus/good/{Path.GetFileName(f)}")
        .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Directories => [.. Used];

    [Theory]
    [MemberData(nameof(Directories))]
    public void Read_WhatWasWritten_IsTheSameToTheLastField(string directory)
    {
        var catalog = SchemeCatalog.Discover(Repo.Plugins, Repo.In(directory));
        var folders = Folders(catalog);

        var bundle = Bundle.Of(catalog, s => s.Key)!;

        var again = Bundle.Read(bundle.ToBytes(folders), folders)!;

        Assert.NotEmpty(catalog.Entries);
        Assert.Equal(catalog.Available, again.Entries.Select(s => (s.Id, s.Version)));
        Assert.Equal(bundle.Schemes.Select(s => s.Request), again.Schemes.Select(s => s.Request));
        foreach (var (before, after) in catalog.Entries.Zip(again.Entries))
        {
            Assert.Equal(Told(before.Whole.Value), Told(after));
        }
    }

    /// <summary>Whoever adds a property to the model is told here that a plugin must use it and the codec must list it.</summary>
    [Fact]
    public void Used_EveryFieldOfTheModel_IsUsedBySome()
    {
        var used = new HashSet<string>();
        foreach (var directory in Used)
        {
            foreach (var entry in SchemeCatalog.Discover(Repo.Plugins, Repo.In(directory)).Entries)
            {
                used.UnionWith(Told(entry.Whole.Value).Split('\n').Select(line => line.Trim()).Where(line => !line.EndsWith('='))
                    .Select(line => line.Split(" = ")[0]));
            }
        }

        // Never read from a file: not yet known of, or made of what is.
        var unused = string.Join(' ', typeof(Scheme).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Scheme).Namespace
                && t.Name is not (nameof(UpperReference) or nameof(SchemeName) or nameof(SchemeRange) or "<>c"))
            .SelectMany(Fields).Select(f => $"{f.DeclaringType!.Name}.{f.Name}").Except(used));
        Assert.True(unused.Length == 0, unused);
    }

    [Fact]
    public void Read_PluginsElsewhere_AreToldThere()
    {
        using var here = new PluginFolder().Add("one", "one").Add("two", "two");
        var catalog = SchemeCatalog.Discover(here.Root);

        var again = Bundle.Read(Bundle.Of(catalog, s => s.Key)!.ToBytes(Folders(catalog)), ["elsewhere/one", "elsewhere/two"])!;

        Assert.Equal(["elsewhere/one", "elsewhere/two"], again.Entries.Select(e => e.Folder));
        Assert.Equal(
            catalog.Entries.Select(
                e => e.Whole.Value!.Indicators[0].Location.ToString().Replace(here.Root, "elsewhere", StringComparison.Ordinal)),
            again.Entries.Select(e => e.Indicators[0].Location.ToString()));
    }

    [Fact]
    public void Read_OneVersionRestingOnAnotherInEachLineage_GivesBoth()
    {
        using var plugins = new PluginFolder()
            .Add("nation-1", "nation").Add("nation-2", "nation", "1.1.0")
            .Add("province", "province", change: s =>
            {
                s["extends"] = JArray.Parse(
                    """[{ "id": "nation", "version": "[1.0.0,2.0.0)", "leaveOut": [{ "id": "forest", "because": "另有要求" }] }]""");
                s["indicators"]![0]!["id"] = "grass";
                s["indicators"]![0]!["number"] = 2;
            })
            .Add("county", "county", change: s =>
            {
                s["extends"] = JArray.Parse("""
                    [
                      { "id": "province", "version": "[1.0.0,2.0.0)", "rest": "take-over" },
                      { "id": "nation", "version": "1.0.0", "rest": "take-over" }
                    ]
                    """);
                s["indicators"]![0]!["id"] = "water";
                s["indicators"]![0]!["number"] = 3;
            });
        var catalog = SchemeCatalog.Discover(plugins.Root);

        Assert.Equal([], catalog.Diagnostics.Concat(catalog.Entries.SelectMany(e => e.Whole.Diagnostics))
            .Select(d => d.Format(Contract.Language.En)));
        var folders = Folders(catalog);
        var read = Bundle.Read(Bundle.Of(catalog, s => s.Key)!.ToBytes(folders), folders)!;
        var again = SchemeCatalog.Composed(read.Entries, folders);

        Assert.Equal("1.1.0", Nation(again, "province"));
        Assert.Equal("1.0.0", again.Resolve("county").OrThrow().Uppers.Single(b => b.Id == "province").Uppers[0].Version.ToString());
    }

    [Fact]
    public void Of_CatalogWithAFault_IsNone()
    {
        using var plugins = new PluginFolder().Add("good", "good").Add("bad", "bad", change: s => s["unknown"] = 1);

        Assert.Null(Bundle.Of(SchemeCatalog.Discover(plugins.Root), s => s.Key));
    }

    [Fact]
    public void Of_MoreThanMayBeStored_ComposesNothing()
    {
        using var plugins = new PluginFolder().Add("good", "good");
        var catalog = SchemeCatalog.Discover(plugins.Root);
        var size = new FileInfo(Path.Combine(plugins.Root, "good", "scheme.json")).Length;

        Assert.Null(Bundle.Of(catalog, _ => throw new InvalidOperationException("It was composed."), size - 1));
        Assert.NotNull(Bundle.Of(catalog, s => s.Key, size));
    }

    private static List<string> Folders(SchemeCatalog catalog) => [.. catalog.Scan.Plugins.Select(p => p.Folder)];

    private static string Nation(SchemeCatalog catalog, string id) =>
        catalog.Resolve(id).OrThrow().Uppers.Single(b => b.Id == "nation").Version.ToString();

    private static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(p => p.SetMethod is not null
            || type.GetField($"<{p.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    // All that is in a value, each field on a line of its own; empty where it is nothing.
    private static string Told(object? value)
    {
        var lines = new List<string>();
        Tell(value, "", lines);
        return string.Join('\n', lines);
    }

    private static void Tell(object? value, string indent, List<string> lines)
    {
        if (value is null)
        {
            return;
        }

        foreach (var field in Fields(value.GetType()))
        {
            var name = $"{indent}{field.DeclaringType!.Name}.{field.Name}";
            switch (field.GetValue(value))
            {
                case IEnumerable many and not string:
                    var items = many.Cast<object>().ToList();
                    lines.Add($"{name} ={(items.Count == 0 ? "" : $" {items.Count}")}");
                    items.ForEach(i => TellItem(i, indent, lines));
                    break;
                case { } one when one.GetType().Assembly.GetName().Name!.StartsWith("IndicatorRules", StringComparison.Ordinal)
                    && !one.GetType().IsEnum:
                    lines.Add($"{name} = {one.GetType().Name}");
                    Tell(one, indent + " ", lines);
                    break;
                case var plain:
                    lines.Add($"{name} = {Plain(plain)}");
                    break;
            }
        }
    }

    private static void TellItem(object item, string indent, List<string> lines)
    {
        if (item is string or ValueType)
        {
            lines.Add($"{indent} {Plain(item)}");
        }
        else
        {
            Tell(item, indent + " ", lines);
        }
    }

    private static string Plain(object? value) => value is false or 0 ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
