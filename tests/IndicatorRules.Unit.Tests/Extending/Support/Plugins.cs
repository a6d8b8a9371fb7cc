using System.Collections.Immutable;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending.Tests.Support;

/// <summary>A plugins directory with one small scheme, and the extensions that a test puts there.</summary>
internal sealed class Plugins : IDisposable
{
    private readonly TempFolder _folder = new();

    internal Plugins() => _folder.Write("plugins/forest-county/scheme.json", """
        {
          "$schema": "../../schemas/scheme.schema.json", "id": "forest-county", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
          "title": "林业县指标体系", "issuer": "某县", "level": "county", "source": { "document": "文件", "table": "1" },
          "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
          "indicators": [{ "id": "forest", "number": 1, "task": "land", "name": "森林", "unit": "%", "direction": "higher",
                           "binding": "binding", "target": "≥20", "rule": "AtLeast(20)" }]
        }
        """);

    internal string Folder => _folder.In("plugins/forest-county");

    internal string Directory => _folder.In("plugins");

    /// <summary>A facts file with the ending of an extension.</summary>
    internal string Facts(string name, string text = "x") => _folder.Write($"facts.{name}", text);

    /// <summary>An extension of that name, which reads files that end in it and writes.</summary>
    internal Plugins Add(string name, byte[] assembly, string contract = "[1.0.0,2.0.0)", string reader = "Theirs.Reader",
        params (string Name, byte[] Bytes)[] beside)
    {
        var folder = $"plugins/forest-county/extensions/{name}";
        _folder.Write($"{folder}/extension.json", $$"""
            {
              "$schema": "../../../../schemas/extension.schema.json", "name": "{{name}}", "assembly": "{{name}}.dll",
              "contract": "{{contract}}",
              "reader": { "type": "{{reader}}", "files": [".{{name}}"] }, "writer": { "type": "Theirs.Writer" }
            }
            """);
        _folder.Write($"{folder}/{name}.dll", assembly);
        foreach (var (other, bytes) in beside)
        {
            _folder.Write($"{folder}/{other}", bytes);
        }

        return this;
    }

    /// <summary>An extension whose facts carry a note.</summary>
    internal Plugins Add(string name, string note) => Add(name, Built.Extension(name, Built.Reader(note)));

    /// <summary>Puts another scheme in the place of the small one.</summary>
    internal void Scheme(string text) => _folder.Write("plugins/forest-county/scheme.json", text);

    /// <summary>An extension of that name with a function library and nothing else.</summary>
    internal void AddLibrary(string name, byte[] assembly)
    {
        var folder = $"plugins/forest-county/extensions/{name}";
        _folder.Write($"{folder}/extension.json", $$"""
            {
              "$schema": "../../../../schemas/extension.schema.json", "name": "{{name}}", "assembly": "{{name}}.dll",
              "contract": "[1.0.0,2.0.0)",
              "functions": { "type": "Theirs.Library" }
            }
            """);
        _folder.Write($"{folder}/{name}.dll", assembly);
    }

    /// <summary>A host that trusts all that is there.</summary>
    internal ExtensionHost Open(TimeSpan? deadline = null) => ExtensionHost.Open(Trusting([.. Declared().Select(d => d.Hash)], deadline));

    internal ExtensionOptions Trusting(ImmutableHashSet<string> hashes, TimeSpan? deadline = null, params string[] folders) => new()
    {
        PluginDirectories = folders.Length > 0 ? folders : [Directory],
        Trusted = hashes,
        LoadDeadline = deadline ?? TimeSpan.FromSeconds(60),
        CallDeadline = deadline ?? TimeSpan.FromSeconds(60),
    };

    internal ImmutableArray<ExtensionDeclaration> Declared() => ExtensionReader.ReadAll(Folder, new Schemes.Diagnostics.DiagnosticBag());

    public void Dispose() => _folder.Dispose();
}
