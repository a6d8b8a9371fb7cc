using System.Collections;
using System.Globalization;
using System.Reflection;
using IndicatorRules.Schemes.Keeping;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Schemes.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Keeping;

public sealed class KeptCatalogTests
{
    // What a scheme can hold: a corpus plugin for each thing, and whole schemes.
    private static readonly string[] Used =
    [
        "plugins", "samples/another-county/plugins", "samples/compiled-extension/plugin",
        .. Directory.GetDirectories(Repo.In("tests/corpus/good")).Select(f => $"tests/corpus/good/{Path.GetFileName(f)}").Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Directories => [.. Used];

    [Theory]
    [MemberData(nameof(Directories))]
    public void Read_WhatWasWritten_IsTheSameToTheLastField(string directory)
    {
        var catalog = SchemeCatalog.Discover(Repo.Plugins, Repo.In(directory));
        var folders = catalog.Scan.Plugins.Select(p => p.Folder).ToList();

        var again = KeptCatalog.Read(KeptCatalog.Write(catalog, s => s.Key)!, folders);

        Assert.NotEmpty(catalog.Entries);
        Assert.Equal(catalog.Available, again.Available);
        foreach (var (before, after) in catalog.Entries.Zip(again.Entries))
        {
            Assert.Equal(Told(before.Whole.Value), Told(after.Whole.Value));
        }
    }

    /// <summary>Whoever adds a property to the model is told here that a plugin must use it and the writer must write it.</summary>
    [Fact]
    public void Used_EveryFieldOfTheModel_IsUsedBySome()
    {
        var used = new HashSet<string>();
        foreach (var directory in Used)
        {
            foreach (var entry in SchemeCatalog.Discover(Repo.Plugins, Repo.In(directory)).Entries)
            {
                used.UnionWith(Told(entry.Whole.Value).Split('\n').Select(line => line.Trim()).Where(line => !line.EndsWith('=')).Select(line => line.Split(" = ")[0]));
            }
        }

        // Never read from a file: not yet known of, or made of what is.
        var unused = string.Join(' ', typeof(Scheme).Assembly.GetTypes().Where(t => t.Namespace == typeof(Scheme).Namespace && t.Name is not (nameof(UpperReference) or nameof(TargetPart) or "<>c"))
            .SelectMany(Fields).Select(f => $"{f.DeclaringType!.Name}.{f.Name}").Except(used));
        Assert.True(unused.Length == 0, unused);
    }

    [Fact]
    public void Read_PluginsElsewhere_AreToldThere()
    {
        using var here = new PluginFolder().Add("one", "one").Add("two", "two");
        var catalog = SchemeCatalog.Discover(here.Root);

        var again = KeptCatalog.Read(KeptCatalog.Write(catalog, s => s.Key)!, ["elsewhere/one", "elsewhere/two"]);

        Assert.Equal(["elsewhere/one", "elsewhere/two"], again.Entries.Select(e => e.Folder));
        Assert.Equal(
            catalog.Entries.Select(e => e.Whole.Value!.Indicators[0].Location.ToString().Replace(here.Root, "elsewhere", StringComparison.Ordinal)),
            again.Entries.Select(e => e.Whole.Value!.Indicators[0].Location.ToString()));
    }

    [Fact]
    public void Write_OneVersionRestingOnAnotherInEachLineage_KeepsBoth()
    {
        using var plugins = new PluginFolder()
            .Add("nation-1", "nation").Add("nation-2", "nation", "1.1.0")
            .Add("province", "province", change: s =>
            {
                s["extends"] = JArray.Parse("""[{ "id": "nation", "version": "[1.0.0,2.0.0)", "leaveOut": [{ "id": "forest", "because": "另有要求" }] }]""");
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

        Assert.Equal([], catalog.Diagnostics.Concat(catalog.Entries.SelectMany(e => e.Whole.Diagnostics)).Select(d => d.Format(Contract.Language.En)));
        var again = KeptCatalog.Read(KeptCatalog.Write(catalog, s => s.Key)!, [.. catalog.Scan.Plugins.Select(p => p.Folder)]);

        Assert.Equal("1.1.0", Nation(again, "province"));
        Assert.Equal("1.0.0", again.Resolve("county").OrThrow().Uppers.Single(b => b.Id == "province").Uppers[0].Version.ToString());
    }

    [Fact]
    public void Write_CatalogWithAFault_KeepsNothing()
    {
        using var plugins = new PluginFolder().Add("good", "good").Add("bad", "bad", change: s => s["unknown"] = 1);

        Assert.Null(KeptCatalog.Write(SchemeCatalog.Discover(plugins.Root), s => s.Key));
    }

    [Fact]
    public void Write_MoreThanMayBeKept_ComposesNothing()
    {
        using var plugins = new PluginFolder().Add("good", "good");
        var catalog = SchemeCatalog.Discover(plugins.Root);
        var size = new FileInfo(Path.Combine(plugins.Root, "good", "scheme.json")).Length;

        Assert.Null(KeptCatalog.Write(catalog, _ => throw new InvalidOperationException("It was composed."), size - 1));
        Assert.NotNull(KeptCatalog.Write(catalog, s => s.Key, size));
    }

    private static string Nation(SchemeCatalog catalog, string id) => catalog.Resolve(id).OrThrow().Uppers.Single(b => b.Id == "nation").Version.ToString();

    private static IEnumerable<PropertyInfo> Fields(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(p => p.Name is not ("EqualityContract" or nameof(Scheme.RequestName)) && p.SetMethod is not null);

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
                case { } one when one.GetType().Assembly.GetName().Name!.StartsWith("IndicatorRules", StringComparison.Ordinal) && !one.GetType().IsEnum:
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
