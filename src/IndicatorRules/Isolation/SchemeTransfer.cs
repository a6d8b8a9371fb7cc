using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Store;

namespace IndicatorRules.Isolation;

/// <summary>A compiled scheme with all its upper schemes ↔ the message that sends it to an isolated process. Immutable.</summary>
internal sealed class SchemeTransfer
{
    private readonly SentSchemes _sent;

    private SchemeTransfer(SentSchemes sent)
    {
        _sent = sent;
        Key = Convert.ToHexStringLower(SHA256.HashData([.. sent.Bundle, .. sent.Images.SelectMany(SHA256.HashData)]));
    }

    /// <summary>SHA-256 of the schemes and their images.</summary>
    internal string Key { get; }

    internal static SchemeTransfer Of(CompiledScheme compiled)
    {
        var images = compiled.Lineage().ToDictionary(c => c.Scheme.Key, c => c.Image.Bytes.ToArray(), StringComparer.Ordinal);
        var lineage = compiled.Scheme.Lineage();
        var bundle = new Bundle([.. lineage.Select(s => new BundledScheme(s, ""))], [compiled.Scheme]);
        var folders = lineage.Select(s => s.Folder).Distinct(StringComparer.Ordinal).ToList();
        return new(new SentSchemes([.. folders], bundle.ToBytes(folders), [.. lineage.Select(s => images[s.Key])], []));
    }

    /// <summary>The message, with the current extensions.</summary>
    internal SentSchemes With(ImmutableArray<LoadedExtension> extensions) => _sent with
    {
        Extensions =
        [
            .. extensions.Select(e =>
                new SentExtension(e.Declaration.Name, e.Copy, e.Declaration.Assembly, e.Declaration.Library!, e.Patience)),
        ],
    };

    /// <summary>In the isolated process: verifies the images and loads the scheme with all its upper schemes.</summary>
    /// <exception cref="ImageRefusedException">An image contains something that no compiled rule does.</exception>
    internal static CompiledScheme Load(SentSchemes sent)
    {
        var extensions = sent.Extensions.ToDictionary(e => e.Name, Load, StringComparer.Ordinal);
        var functions = new FunctionBinder((name, _) =>
            extensions.GetValueOrDefault(name) is { } extension && extension.TryHold() ? extension : null);
        var scheme = Bundle.Read(sent.Bundle, [.. sent.Folders])!.Entries[0];
        var loaded = new Dictionary<string, CompiledScheme>(StringComparer.Ordinal);
        foreach (var (one, image) in scheme.Lineage().Zip(sent.Images))
        {
            // Not unloadable: everything lives as long as the process.
            var verified = new SchemeImage(one, VerifiedImage.Verify(image), [], unloadable: false);
            loaded[one.Key] = new CompiledScheme(one, verified, [], [.. one.Uppers.Select(u => loaded[u.Key])]) { Functions = functions };
        }

        return loaded[scheme.Key];
    }

    private static LoadedExtension Load(SentExtension sent) => LoadedExtension.OfCopy(sent.Copy, sent.Patience, new ExtensionDeclaration
    {
        Name = sent.Name,
        Folder = sent.Copy,
        Assembly = sent.Assembly,
        Library = sent.Library,
        Files = [],
        Hash = "",
    });
}
