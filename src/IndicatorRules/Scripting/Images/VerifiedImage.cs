namespace IndicatorRules.Scripting.Images;

/// <summary>The bytes of an image that was verified, now or when the program was built; the only input of the loader. Immutable.</summary>
internal sealed class VerifiedImage
{
    private readonly byte[] _bytes;

    private VerifiedImage(byte[] bytes, Guid version, int entry, string? compiledAhead = null)
    {
        _bytes = bytes;
        Version = version;
        Entry = entry;
        CompiledAhead = compiledAhead;
    }

    /// <summary>The module version that the compiler gave it; native code that is made of it later keeps it.</summary>
    internal Guid Version { get; }

    /// <summary>The token of the method that creates its rules.</summary>
    internal int Entry { get; }

    /// <summary>A file of the program with the same image, possibly as native code; null when there is none.</summary>
    internal string? CompiledAhead { get; }

    /// <summary>Verifies a copy of the bytes, so that they cannot change between verification and load.</summary>
    /// <exception cref="ImageRefusedException">The image contains something that no compiled rule does.</exception>
    internal static VerifiedImage Verify(ReadOnlySpan<byte> image)
    {
        var own = image.ToArray();
        var (version, entry) = ImageVerifier.Run(own);
        return new VerifiedImage(own, version, entry);
    }

    /// <summary>An image that was shipped with the program: verified at its build, and trusted like its other files.</summary>
    internal static VerifiedImage OfTheProgram(ReadOnlySpan<byte> image, Guid version, int entry, string? file) =>
        new(image.ToArray(), version, entry, file) { IsOfTheProgram = true };

    /// <summary>Whether it was shipped with the program.</summary>
    internal bool IsOfTheProgram { get; private init; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal Stream Open() => new MemoryStream(_bytes, writable: false);
}

/// <summary>An image contains something that no compiled rule does.</summary>
internal sealed class ImageRefusedException(string what) : Exception(what);
