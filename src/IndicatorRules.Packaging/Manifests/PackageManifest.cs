using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Packaging.Manifests;

/// <summary>Lists every file of a packed plugin with its length and hash. Signatures cover the manifest. Immutable.</summary>
/// <param name="Id">The scheme's id.</param>
/// <param name="Version">The scheme's version.</param>
/// <param name="Files">The files, ordered by path (ordinal).</param>
internal sealed record PackageManifest(string Id, SchemeVersion Version, ImmutableArray<ManifestLine> Files)
{
    internal const string FileName = "package.manifest.json";

    private const int Format = 1;

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    internal static PackageManifest Of(string id, SchemeVersion version, IEnumerable<PackageFile> files) =>
        new(id, version, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(ManifestLine.Of)]);

    internal static Result<PackageManifest> Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var text = JsonText.Read(bytes, name, "package-manifest");
        return text.Value is { } json ? Typed(json) : new(null, text.Diagnostics);
    }

    /// <summary>The manifest's bytes, which are packed and signed. The same files give the same bytes.</summary>
    internal byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("id", Id);
            json.WriteString("version", Version.ToString());
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteNumber("length", file.Length);
                json.WriteString("sha256", file.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static Result<PackageManifest> Typed(JsonText json)
    {
        var bag = new DiagnosticBag();
        var root = json.ToElement();
        var written = root.GetProperty("version").GetString()!;
        if (!SchemeVersion.TryParse(written, out var version))
        {
            bag.Add(DiagnosticCatalog.Version, json.At("version"), written);
            return new(null, bag.ToImmutable());
        }

        var files = ImmutableArray.CreateBuilder<ManifestLine>();
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, file) in root.GetProperty("files").EnumerateArray().Index())
        {
            var path = file.GetProperty("path").GetString()!;
            if (!seen.TryAdd(path, path))
            {
                bag.Add(DiagnosticCatalog.PackagePathTwice, json.At($"files[{index}]"), seen[path], path);
            }

            files.Add(new ManifestLine(path, (long)file.GetProperty("length").GetDecimal(), file.GetProperty("sha256").GetString()!));
        }

        return bag.ToResult<PackageManifest>(() => new(root.GetProperty("id").GetString()!, version, files.ToImmutable()));
    }
}

/// <summary>One file in a manifest. Immutable.</summary>
/// <param name="Path">The path within the plugin, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal.</param>
internal sealed record ManifestLine(string Path, long Length, string Hash)
{
    internal static ManifestLine Of(PackageFile file) => new(file.Path, file.Bytes.Length, file.Hash);
}

/// <summary>One file of a packed plugin. Immutable.</summary>
/// <param name="Path">The path within the plugin, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PackageFile(string Path, ImmutableArray<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    internal string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.AsSpan()));
}

/// <summary>Shortens and escapes a package's text for messages.</summary>
internal static class ShownText
{
    private const int MaxLength = 120;

    internal static string Of(string words) => VisibleText.OneLine(VisibleText.Cut(words, MaxLength)).Replace('`', '?');
}
