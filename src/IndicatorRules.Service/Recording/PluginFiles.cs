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
            foreach (var file in Directory.Exists(rules) ? Directory.EnumerateFiles(rules).Take(MostFiles) : [])
            {
                files[$"{Rules}/{Path.GetFileName(file)}"] = Bytes(file);
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes them into a folder that is made for them.</summary>
    /// <exception cref="IOException">They cannot be written, or a name leads out of the folder.</exception>
    internal static void Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(Path.Combine(folder, Rules));
        foreach (var (name, bytes) in files)
        {
            if (name != PluginFolder.SchemeFile && name != $"{Rules}/{Path.GetFileName(name)}")
            {
                throw new IOException($"“{name}” is not the name of a plugin's file.");
            }

            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
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
