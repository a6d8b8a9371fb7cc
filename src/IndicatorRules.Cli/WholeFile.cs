namespace IndicatorRules.Cli;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".partial";
        try
        {
            using (var file = File.Create(partial))
            {
                write(file);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            // Gone already where the move went well.
            File.Delete(partial);
        }
    }
}
