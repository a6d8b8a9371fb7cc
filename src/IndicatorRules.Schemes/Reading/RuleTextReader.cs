using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>How the lines of a file end.</summary>
internal enum LineEnds
{
    /// <summary>However they do.</summary>
    AsTheyAre,

    /// <summary>With a line feed.</summary>
    Unix,

    /// <summary>With a carriage return and a line feed.</summary>
    Windows,
}

/// <summary>Reads rules from JSON strings and .csx files, keeps where each character stands, and hashes what it read.</summary>
internal sealed class RuleTextReader
{
    private readonly string _folder;
    private readonly JsonText _text;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleText?> _texts = new(StringComparer.Ordinal);
    private int _bytes;

    internal RuleTextReader(string folder, JsonText text, DiagnosticBag bag)
    {
        _folder = folder;
        _text = text;
        _bag = bag;
    }

    internal RuleText? Read(JToken? token) => token switch
    {
        JValue { Value: string code } => FromJson(code, token),
        JObject { } o when o.TextOrNull("file") is { } file => FromFile(file, token),
        null => null,
        _ => Missing(token),
    };

    /// <summary>SHA-256 over scheme.json and every rule file read, names included.</summary>
    internal string Hash() => Hash(LineEnds.AsTheyAre, LineEnds.AsTheyAre);

    /// <summary>How line ends must be written for the files to have a hash; null when that is not all that differs.</summary>
    internal LineEnds? EndsFor(string hash)
    {
        foreach (var ofScheme in Enum.GetValues<LineEnds>())
        {
            foreach (var ofRules in Enum.GetValues<LineEnds>())
            {
                if (Hash(ofScheme, ofRules) == hash)
                {
                    return ofScheme == LineEnds.AsTheyAre ? ofRules : ofScheme;
                }
            }
        }

        return null;
    }

    private string Hash(LineEnds ofScheme, LineEnds ofRules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(HexOf(_text.Bytes.Span, ofScheme)));
        foreach (var name in _files.Keys.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name} {HexOf(_files[name], ofRules)}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HexOf(ReadOnlySpan<byte> bytes, LineEnds ends)
    {
        if (ends == LineEnds.AsTheyAre)
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        var written = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\r' && (i + 1 == bytes.Length || bytes[i + 1] == '\n'))
            {
                continue;
            }

            if (bytes[i] == '\n' && ends == LineEnds.Windows)
            {
                written.Add((byte)'\r');
            }

            written.Add(bytes[i]);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. written]));
    }

    private RuleText? Missing(JToken token)
    {
        _bag.Add(DiagnosticCatalog.PropertyMissing, _text.At(token), "file");
        return null;
    }

    // Once, however many rules name it.
    private RuleText? FromFile(string file, JToken token)
    {
        if (!_texts.TryGetValue(file, out var text))
        {
            _texts[file] = text = ReadFile(file, token);
        }

        return text;
    }

    private RuleText? ReadFile(string file, JToken token)
    {
        var path = Path.Combine(_folder, file);
        try
        {
            // A link would let one county's rule be another file of this machine.
            var info = new FileInfo(path);
            if (!info.Exists || info.LinkTarget is not null || info.Directory!.LinkTarget is not null || info.Length > PluginCaps.RuleFileBytes || PlainFile.IsSpecial(path))
            {
                _bag.Add(DiagnosticCatalog.RuleFile, _text.At(token), file);
                return null;
            }

            var bytes = PlainFile.Read(path, PluginCaps.RuleFileBytes);
            if ((_bytes += bytes.Length) > PluginCaps.RuleBytes)
            {
                _bag.Add(DiagnosticCatalog.FileTooLarge, _text.At(token), $"{_bytes}", $"{PluginCaps.RuleBytes}");
                return null;
            }

            if (!Utf8Text.Check(bytes, path, _bag, out var body))
            {
                return null;
            }

            _files[file] = bytes;
            return RuleText.FromFile(Encoding.UTF8.GetString(bytes.AsSpan(body)).Replace("\r\n", "\n", StringComparison.Ordinal), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _bag.Add(DiagnosticCatalog.RuleFile, _text.At(token), file);
            return null;
        }
    }

    // Walks the raw bytes beside the decoded text, so that an escape counts as the columns it takes in the file.
    private RuleText FromJson(string code, JToken token)
    {
        var start = _text.At(token);
        var raw = Encoding.UTF8.GetString(JsonText.RawString(token).Span);
        var places = ImmutableArray.CreateBuilder<(int, int)>(code.Length + 1);
        var column = start.Column + 1;
        for (var at = 0; places.Count < code.Length;)
        {
            places.Add((start.Line, column));
            var width = raw[at] != '\\' ? 1 : raw[at + 1] == 'u' ? 6 : 2;
            at += width;
            column += width;
        }

        places.Add((start.Line, column));
        return new RuleText(code, Path.GetFileName(_text.File), places.MoveToImmutable());
    }
}
