using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Service.Recording;

/// <summary>The files of a plugin that decide verdicts: read from its folder, and written into a new one.</summary>
internal static class PluginFiles
{
    private const string Rules = "rules";
    private const int MostFiles = 2_000;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <returns>The content of each by its name; null if the folder cannot be read.</returns>
    internal static Dictionary<string, byte[]>? Read(string folder)
    {
        try
        {
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                [PluginFolder.SchemeFile] = Bytes(Path.Combine(folder, PluginFolder.SchemeFile)),
            };
            var rules = Path.Combine(folder, Rules);
            var all = Directory.Exists(rules) ? Directory.EnumerateFiles(rules).Take(MostFiles) : [];
            // An editor's hidden files are not the plugin's.
            foreach (var name in all.Select(f => Path.GetFileName(f)).Where(n => !n.StartsWith('.')))
            {
                files[$"{Rules}/{name}"] = Bytes(Path.Combine(rules, name));
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes them into a folder that is made for them.</summary>
    /// <returns>False if a name is none of a plugin's file; it might lead out of the folder.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    internal static bool Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(Path.Combine(folder, Rules));
        foreach (var (name, bytes) in files)
        {
            var isRule = name == $"{Rules}/{Path.GetFileName(name)}" && !name.Contains("..", StringComparison.Ordinal);
            if (name != PluginFolder.SchemeFile && !isRule)
            {
                return false;
            }

            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        return true;
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length > MostBytes)
        {
            throw new IOException($"“{Path.GetFileName(path)}” is too large.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
