using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Schemes.Json;

/// <summary>Opens plain files only, since reading a pipe in an untrusted folder could block forever.</summary>
/// <remarks>Links are followed.</remarks>
internal static class PlainFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="NotPlainFileException">It is a pipe, device or socket.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static FileStream Open(string path) => IsSpecial(path)
        ? throw new NotPlainFileException(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The maximum number of bytes. Of a longer file one more is read, so that the caller can tell.</param>
    /// <inheritdoc cref="Open"/>
    internal static byte[] Read(string path, long most)
    {
        using var file = Open(path);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether the path exists and is neither a file nor a folder.</summary>
    internal static bool IsSpecial(string path) => path.Length > 0 && FileStatus.Of(path) is { Kind: FileKind.Stream or FileKind.Other };
}

/// <summary>The path is a pipe, device or socket.</summary>
internal sealed class NotPlainFileException(string path) : IOException($"`{path}` is not a plain file.");
