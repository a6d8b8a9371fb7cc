using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Schemes.Json;

/// <summary>Opens files of strangers' folders: plain ones alone, since a pipe would keep its reader waiting for ever.</summary>
/// <remarks>What a link leads to counts.</remarks>
internal static class PlainFile
{
    /// <summary>The file for reading, wherever it stands.</summary>
    /// <exception cref="NotPlainFileException">It is a pipe, a device or a socket.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static FileStream Open(string path) => IsSpecial(path)
        ? throw new NotPlainFileException(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>All of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes read; of a longer file one more, which tells that it is longer.</param>
    /// <inheritdoc cref="Open"/>
    internal static byte[] Read(string path, long most)
    {
        using var file = Open(path);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether something is there that is neither a file nor a folder.</summary>
    internal static bool IsSpecial(string path) => path.Length > 0 && FileStatus.Of(path) is { Kind: FileKind.Stream or FileKind.Other };
}

/// <summary>A pipe, a device or a socket stands where a file should.</summary>
internal sealed class NotPlainFileException(string path) : IOException($"`{path}` is not a plain file.");
