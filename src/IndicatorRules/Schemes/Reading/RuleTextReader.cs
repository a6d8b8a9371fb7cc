using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads rules from JSON strings and .csx files, with the location of each character.</summary>
internal sealed class RuleTextReader
{
    private readonly string _folder;
    private readonly JsonText _text;
    private readonly string _name;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleText?> _texts = new(StringComparer.Ordinal);
    private int _bytes;

    internal RuleTextReader(string folder, JsonText text, DiagnosticBag bag)
    {
        _folder = folder;
        _text = text;
        _name = Path.GetFileName(text.File);
        _bag = bag;
    }

    internal RuleText? Read(JToken? token) => token switch
    {
        JValue { Value: string code } => FromJson(code, token),
        JObject { } o when o.TextOrNull("file") is { } file => FromFile(file, token),
        null => null,
        _ => Missing(token),
    };

    /// <summary>The bytes of scheme.json and of all rule files read.</summary>
    internal DraftContent Content() => new(_text.Bytes, _files);

    private RuleText? Missing(JToken token)
    {
        _bag.Add(DiagnosticCatalog.PropertyMissing, _text.At(token), "file");
        return null;
    }

    // Reads each file once, even if several rules name it.
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
            // A link would make any file of this machine a rule.
            var info = new FileInfo(path);
            if (!info.Exists || info.LinkTarget is not null || info.Directory!.LinkTarget is not null
                || info.Length > PluginCaps.RuleFileBytes || PlainFile.IsSpecial(path))
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

            if (!Utf8Text.Validate(bytes, path, _bag, out var body))
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

    // Walks the raw bytes along with the decoded text, so that an escape counts for its columns in the file.
    private RuleText FromJson(string code, JToken token)
    {
        var start = _text.At(token);
        var raw = Encoding.UTF8.GetString(JsonText.RawString(token).Span);
        var locations = ImmutableArray.CreateBuilder<(int, int)>(code.Length + 1);
        var column = start.Column + 1;
        for (var at = 0; locations.Count < code.Length;)
        {
            locations.Add((start.Line, column));
            var width = raw[at] != '\\' ? 1 : raw[at + 1] == 'u' ? 6 : 2;
            at += width;
            column += width;
        }

        locations.Add((start.Line, column));
        return new RuleText(code, _name, locations.MoveToImmutable());
    }
}
