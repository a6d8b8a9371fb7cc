namespace IndicatorRules.Scripting.Images;

/// <summary>Bytes that passed the image check, now or when the program was built; the loader takes nothing else. Immutable.</summary>
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

    /// <summary>The identity that the compiler gave it; native code that is made of it later keeps it.</summary>
    internal Guid Version { get; }

    /// <summary>The token of the method that makes its rules.</summary>
    internal int Entry { get; }

    /// <summary>A file of the program's own with the same image, maybe as native code; null where there is none.</summary>
    internal string? CompiledAhead { get; }

    /// <summary>Checks an image; the bytes are copied first, so that nobody changes them between check and load.</summary>
    /// <exception cref="ImageRefusedException">The image holds something that no compiled rule does.</exception>
    internal static VerifiedImage Verify(ReadOnlySpan<byte> image)
    {
        var own = image.ToArray();
        var (version, entry) = ImageVerifier.Run(own);
        return new VerifiedImage(own, version, entry);
    }

    /// <summary>
    /// An image that was checked when the program was built, and came with it: trusted as the program's other files are, it is not checked
    /// again.
    /// </summary>
    internal static VerifiedImage OfTheProgram(ReadOnlySpan<byte> image, Guid version, int entry, string? file) => new(image.ToArray(), version, entry, file) { IsOfTheProgram = true };

    /// <summary>Whether it came with the program, and was checked when that was built.</summary>
    internal bool IsOfTheProgram { get; private init; }

    /// <summary>The bytes, for a process that checks them again.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal Stream Open() => new MemoryStream(_bytes, writable: false);
}
