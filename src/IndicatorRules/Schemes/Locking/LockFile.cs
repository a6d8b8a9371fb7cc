using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Locking;

/// <summary>The versions and hashes that assessments are held to (<c>indicator-rules.lock.json</c>). Immutable.</summary>
public sealed class LockFile
{
    /// <summary>The default name of a lock file.</summary>
    public const string DefaultName = "indicator-rules.lock.json";

    private LockFile(IEnumerable<LockedScheme> schemes, string name)
    {
        Schemes = [.. schemes.DistinctBy(s => (s.Id, s.Version)).OrderBy(s => s.Id, StringComparer.Ordinal).ThenBy(s => s.Version)];
        Name = name;
    }

    /// <summary>The locked versions, ordered by id, then by version.</summary>
    internal ImmutableArray<LockedScheme> Schemes { get; }

    /// <summary>The path as the user knows it.</summary>
    public string Name { get; }

    /// <summary>Locks schemes with their lineages as they are now.</summary>
    /// <param name="schemes">The schemes.</param>
    /// <param name="name">The path of the file to be written.</param>
    public static LockFile Of(IEnumerable<Scheme> schemes, string name = DefaultName)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        return new(schemes.SelectMany(s => (s ?? throw new ArgumentException("A scheme is null.", nameof(schemes))).Lineage())
            .Select(s => new LockedScheme(s.Id, s.Version, s.Hash)), name);
    }

    /// <summary>Reads a lock file.</summary>
    public static Result<LockFile> Read(string path)
    {
        var text = StrictJson.ReadFile(path);
        if (!text.Succeeded)
        {
            return new(null, text.Diagnostics);
        }

        var bag = new DiagnosticBag();
        SchemaFile.Lock.Validate(text.Value, bag);
        var locked = bag.HasErrors ? [] : ((JObject)text.Value.Root).Objects("schemes").Select(o => Entry(o, text.Value, bag)).ToList();
        ValidateUnique(locked, text.Value!, bag);
        return bag.ToResult<LockFile>(() => new LockFile(locked, path));
    }

    /// <summary>The text of the file. The same schemes give the same bytes.</summary>
    public string Write()
    {
        var text = new StringBuilder("{\n  \"$schema\": \"lock.schema.json\",\n  \"schemes\": [");
        foreach (var (id, version, hash) in Schemes)
        {
            text.Append(text[^1] == '[' ? "\n" : ",\n");
            text.Append($"    {{ \"id\": \"{id}\", \"version\": \"{version}\", \"hash\": \"{hash}\" }}");
        }

        return text.Append("\n  ]\n}\n").ToString();
    }

    internal LockedScheme? Find(string id, SchemeVersion version) => Schemes.FirstOrDefault(s => s.Id == id && s.Version == version);

    // If a version is listed twice, it is unknown which hash is meant.
    private static void ValidateUnique(List<LockedScheme> locked, JsonText text, DiagnosticBag bag)
    {
        var seen = new Dictionary<(string, SchemeVersion), int>();
        for (var i = 0; i < locked.Count; i++)
        {
            var (id, version, _) = locked[i];
            if (!seen.TryAdd((id, version), i))
            {
                var earlier = text.At(text.Root["schemes"]![seen[(id, version)]]);
                bag.Add(DiagnosticCatalog.LockedTwice, text.At(text.Root["schemes"]![i]), id, $"{version}", $"{earlier.Line}");
            }
        }
    }

    private static LockedScheme Entry(JObject o, JsonText text, DiagnosticBag bag)
    {
        if (!SchemeVersion.TryParse(o.Text("version"), out var version))
        {
            bag.Add(DiagnosticCatalog.Version, text.At(o["version"]), o.Text("version"));
        }

        return new(o.Text("id"), version ?? SchemeVersion.Parse("0.0.0"), o.Text("hash"));
    }
}

/// <summary>A locked version of a scheme. Immutable.</summary>
/// <param name="Id">The scheme's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Hash">SHA-256 over the files that decide its verdicts, in lower-case hexadecimal; see <c>Scheme.Hash</c>.</param>
internal sealed record LockedScheme(string Id, SchemeVersion Version, string Hash);
