using System.Buffers;
using System.Text;
using System.Text.Json;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>Parses one text strictly.</summary>
internal sealed class JsonParse
{
    private readonly LineIndex _lines;
    private readonly DiagnosticBag _bag;

    // Interns property names, which repeat in files with many rows.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _values;

    internal JsonParse(LineIndex lines, DiagnosticBag bag)
    {
        _lines = lines;
        _bag = bag;
    }

    internal JToken? Run()
    {
        var reader = new Utf8JsonReader(_lines.Text.Span, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
        try
        {
            reader.Read();
            var root = Value(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            JsonFault.Report(e, _lines, _bag);
            return null;
        }
        catch (TooManyValuesException e)
        {
            _bag.Add(DiagnosticCatalog.JsonValues, _lines.At(e.Offset), $"{StrictJson.MaxValues}");
            return null;
        }
    }

    private JToken Value(ref Utf8JsonReader reader)
    {
        var start = reader.TokenStartIndex;
        if (++_values > StrictJson.MaxValues)
        {
            throw new TooManyValuesException(start);
        }

        JToken token = reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader),
            JsonTokenType.StartArray => Array(ref reader),
            JsonTokenType.String => new JValue(Text(ref reader)),
            JsonTokenType.Number => Number(ref reader),
            JsonTokenType.True => new JValue(true),
            JsonTokenType.False => new JValue(false),
            _ => JValue.CreateNull(),
        };
        var raw = token.Type == JTokenType.String
            ? _lines.Text.Slice((int)start + 1, reader.ValueSpan.Length)
            : default;
        token.AddAnnotation(new JsonText.Position(_lines.At(start), raw));
        return token;
    }

    private JObject Object(ref Utf8JsonReader reader)
    {
        var result = new JObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = _lines.At(reader.TokenStartIndex);
            var name = Name(Text(ref reader) ?? "");
            reader.Read();
            var value = Value(ref reader);
            if (result.ContainsKey(name))
            {
                _bag.Add(DiagnosticCatalog.JsonDuplicateKey, at, name);
                continue;
            }

            var property = new JProperty(name, value);
            property.AddAnnotation(new JsonText.Position(at));
            result.Add(property);
        }

        return result;
    }

    private string Name(string read)
    {
        if (_names.TryGetValue(read, out var known))
        {
            return known;
        }

        _names.Add(read);
        return read;
    }

    private JArray Array(ref Utf8JsonReader reader)
    {
        var result = new JArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(Value(ref reader));
        }

        return result;
    }

    private string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString();
            if (text.AsSpan().IndexOfAny(VisibleText.Unshowable) is var at and >= 0)
            {
                var location = _lines.At(reader.TokenStartIndex + 1 + RawOffset(reader.ValueSpan, at));
                _bag.Add(DiagnosticCatalog.TextCharacter, location, $"U+{(int)text![at]:X4}");
            }

            return text;
        }
        catch (InvalidOperationException)
        {
            // The escape of an unpaired surrogate.
            _bag.Add(DiagnosticCatalog.JsonText, _lines.At(reader.TokenStartIndex));
            return "";
        }
    }

    // The offset of a character in the raw bytes of a string, where an escape takes several bytes.
    private static int RawOffset(ReadOnlySpan<byte> raw, int character)
    {
        var offset = 0;
        while (character > 0)
        {
            if (raw[offset] == '\\')
            {
                offset += raw[offset + 1] == 'u' ? 6 : 2;
                character--;
                continue;
            }

            Rune.DecodeFromUtf8(raw[offset..], out var rune, out var used);
            offset += used;
            character -= rune.Utf16SequenceLength;
        }

        return offset;
    }

    private JValue Number(ref Utf8JsonReader reader)
    {
        var text = Encoding.ASCII.GetString(reader.ValueSpan);
        if (long.TryParse(text, out var whole) && text != "-0")
        {
            return new JValue(whole);
        }

        if (ExactDecimal.TryParse(text, out var value))
        {
            return new JValue(value);
        }

        _bag.Add(DiagnosticCatalog.JsonNumber, _lines.At(reader.TokenStartIndex), Shortened(text));
        return new JValue(0L);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..37] + "...";

    private sealed class TooManyValuesException(long offset) : Exception
    {
        internal long Offset => offset;
    }
}
