using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>
/// Writes a diagnostic as JSON: id, severity, location, path, message and help in both languages. Omits the folders of this machine.
/// </summary>
internal sealed class DiagnosticJson : JsonConverter<Diagnostic>
{
    public override Diagnostic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A diagnostic is written as JSON and not read back.");

    public override void Write(Utf8JsonWriter writer, Diagnostic value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteString("severity", value.Severity == Severity.Error ? "error" : "warning");
        writer.WriteString("file", LocationJson.NameOf(value.Location.File));
        writer.WriteNumber("line", value.Location.Line);
        writer.WriteNumber("column", value.Location.Column);
        if (value.Path is { } path)
        {
            writer.WriteString("path", path);
        }

        Write(writer, "message", language => value.Message(language), value);
        Write(writer, "help", language => value.Help(language), value);
        writer.WriteEndObject();
    }

    // Messages about files may repeat their folders, as they were passed to the host.
    private static void Write(Utf8JsonWriter writer, string name, Func<Language, string> text, Diagnostic diagnostic)
    {
        writer.WriteStartObject(name);
        writer.WriteString("zh", WithoutFolder(text(Language.Zh), diagnostic));
        writer.WriteString("en", WithoutFolder(text(Language.En), diagnostic));
        writer.WriteEndObject();
    }

    internal static string WithoutFolder(string text, Diagnostic diagnostic)
    {
        var file = diagnostic.Location.File;
        return Path.GetDirectoryName(file) is { Length: > 0 } folder
            ? text.Replace(file, LocationJson.NameOf(file), StringComparison.Ordinal)
                .Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            : text;
    }
}

/// <summary>Writes a location as JSON, without the folders of this machine.</summary>
internal sealed class LocationJson : JsonConverter<Location>
{
    public override Location Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A location is written as JSON and not read back.");

    public override void Write(Utf8JsonWriter writer, Location value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("file", NameOf(value.File));
        writer.WriteNumber("line", value.Line);
        writer.WriteNumber("column", value.Column);
        if (value.Sheet is { } sheet)
        {
            writer.WriteString("sheet", sheet);
        }

        writer.WriteEndObject();
    }

    internal static string NameOf(string file) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(file)) is { Length: > 0 } name ? name : file;
}
