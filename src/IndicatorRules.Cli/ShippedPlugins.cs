using System.Text.Json;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Cli;

/// <summary>The plugins that came with the tool.</summary>
internal static class ShippedPlugins
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Their folders, save those of a scheme that one of the given directories holds in any version.</summary>
    /// <remarks>
    /// What the user names decides: a shipped scheme never stands beside the user's own of that id. Where the id of a given
    /// plugin cannot be read, no shipped one is added, since it could be the one that is meant.
    /// </remarks>
    internal static IEnumerable<string> Beside(IEnumerable<string> directories)
    {
        var own = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var plugin in directories.SelectMany(PluginsIn))
        {
            own.Add(IdOf(plugin));
            own.Add(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(plugin))));
        }

        return own.Contains(null) ? [] : PluginsIn(Folder).Where(shipped => !own.Contains(Path.GetFileName(shipped)) && !own.Contains(IdOf(shipped)));
    }

    private static List<string> PluginsIn(string directory)
    {
        try
        {
            return Directory.Exists(directory) ? PluginFolder.In(directory) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the directory says so.
            return [];
        }
    }

    // The id alone, before anything else of the scheme is read; null where it cannot be found.
    private static string? IdOf(string plugin)
    {
        try
        {
            ReadOnlySpan<byte> text = PlainFile.Read(Path.Combine(plugin, SchemeReader.FileName), PluginCaps.SchemeBytes);
            var reader = new Utf8JsonReader(text.StartsWith("\uFEFF"u8) ? text[3..] : text, Lenient);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
