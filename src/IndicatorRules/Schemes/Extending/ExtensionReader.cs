using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Extending;

/// <summary>Reads the extensions that a plugin declares. Runs nothing.</summary>
internal static class ExtensionReader
{
    /// <summary>The name of the folder of extensions within a plugin.</summary>
    internal const string FolderName = ExtensionDeclaration.FolderName;

    internal const string FileName = "extension.json";

    internal const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>All valid extensions of a plugin, ordered by folder name.</summary>
    /// <param name="pluginFolder">The plugin's folder.</param>
    /// <param name="bag">Receives the faults of the others.</param>
    internal static ImmutableArray<ExtensionDeclaration> ReadAll(string pluginFolder, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var folder = Path.Combine(pluginFolder, FolderName);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var declared = ImmutableArray.CreateBuilder<ExtensionDeclaration>();
        foreach (var extension in Folders(folder, bag))
        {
            var read = InputFault.Guard(extension, () => Read(extension));
            bag.AddRange(read.Diagnostics);
            if (read.Value is { } one)
            {
                declared.Add(one);
            }
        }

        return declared.ToImmutable();
    }

    private static List<string> Folders(string folder, DiagnosticBag bag)
    {
        try
        {
            var folders = Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, FileName)));
            return [.. folders.Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.FolderNotReadable, new Location(folder), folder);
            return [];
        }
    }

    private static Result<ExtensionDeclaration> Read(string folder)
    {
        var bag = new DiagnosticBag();
        var files = Files(folder, bag);
        var text = files.FirstOrDefault(f => f.Path == FileName) is { } file
            ? StrictJson.Read(ImmutableCollectionsMarshal.AsArray(file.Bytes), Path.Combine(folder, FileName))
            : null;
        bag.AddRange(text?.Diagnostics ?? []);
        if (text?.Value is { } json)
        {
            SchemaFile.Extension.Validate(json, bag);
        }

        var declared = bag.HasErrors || text?.Value is not { } whole ? null : Typed(folder, whole, files, bag);
        return new(bag.HasErrors ? null : declared, bag.ToImmutable());
    }

    // Assemblies and the declaration only; files that would redirect the loader are rejected.
    private static ImmutableArray<ExtensionFile> Files(string folder, DiagnosticBag bag)
    {
        var files = ImmutableArray.CreateBuilder<ExtensionFile>();
        var left = MaxBytes;
        // One more than allowed, to detect an excess.
        var entries = new DirectoryInfo(folder)
            .EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Take(PluginCaps.Files + 1).ToList();
        if (entries.Count > PluginCaps.Files)
        {
            bag.Add(DiagnosticCatalog.FolderTooFull, new Location(folder), folder, $"{PluginCaps.Files}");
            return [];
        }

        foreach (var entry in entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is not null)
            {
                bag.Add(DiagnosticCatalog.PluginLink, new Location(entry.FullName), path);
            }
            else if (PlainFile.IsSpecial(entry.FullName))
            {
                bag.Add(DiagnosticCatalog.NotPlainFile, new Location(entry.FullName), path);
            }
            else if (entry is FileInfo && !IsPlain(path))
            {
                bag.Add(DiagnosticCatalog.ExtensionFile, new Location(entry.FullName), path);
            }
            else if (entry is FileInfo { Length: var length } && (left -= length) < 0)
            {
                bag.Add(DiagnosticCatalog.FileTooLarge, new Location(entry.FullName), $"{length}", $"{MaxBytes}");
                break;
            }
            else if (entry is FileInfo)
            {
                files.Add(new ExtensionFile(path, [.. File.ReadAllBytes(entry.FullName)]));
            }
        }

        return files.ToImmutable();
    }

    private static bool IsPlain(string path) => path == FileName
        || (path.EndsWith(".dll", StringComparison.Ordinal)
            && !Path.GetFileName(path).Equals($"{typeof(Verdict).Assembly.GetName().Name}.dll", StringComparison.OrdinalIgnoreCase));

    private static ExtensionDeclaration? Typed(string folder, JsonText json, ImmutableArray<ExtensionFile> files, DiagnosticBag bag)
    {
        var root = (JObject)json.Root;
        var assembly = root.Text("assembly");
        if (files.All(f => f.Path != assembly))
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, json.At(root["assembly"]), assembly);
        }

        ValidateContract(root, json, bag);
        var (reader, writer) = (root["reader"] as JObject, root["writer"] as JObject);
        return new ExtensionDeclaration
        {
            Name = root.Text("name"),
            Folder = folder,
            Assembly = assembly,
            Reader = reader?.Text("type"),
            Reads = [.. reader?.Texts("files") ?? []],
            Writer = writer?.Text("type"),
            Library = (root["functions"] as JObject)?.Text("type"),
            Files = files,
            Hash = HashOf(files),
        };
    }

    private static void ValidateContract(JObject root, JsonText json, DiagnosticBag bag)
    {
        var (written, spoken) = (root.Text("contract"), typeof(Verdict).Assembly.GetName().Version!);
        if (!SchemeRange.TryParse(written, out var range))
        {
            bag.Add(DiagnosticCatalog.Range, json.At(root["contract"]), written);
        }
        else if (!range.Contains(SchemeVersion.Of(spoken)))
        {
            bag.Add(DiagnosticCatalog.ExtensionContract, json.At(root["contract"]), root.Text("name"), written, spoken.ToString(3));
        }
    }

    private static string HashOf(ImmutableArray<ExtensionFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{Convert.ToHexStringLower(SHA256.HashData(file.Bytes.AsSpan()))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
