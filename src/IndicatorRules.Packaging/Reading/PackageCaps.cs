namespace IndicatorRules.Packaging.Reading;

/// <summary>What a package may come to at most. The largest scheme shipped needs a hundredth of it.</summary>
internal static class PackageCaps
{
    /// <summary>Bytes of the package itself.</summary>
    internal const int PackageBytes = 32 * 1024 * 1024;

    /// <summary>Files and what a package holds beside them.</summary>
    internal const int Entries = 2000;

    /// <summary>Bytes of its table of contents.</summary>
    internal const int DirectoryBytes = 1024 * 1024;

    /// <summary>Bytes of one file.</summary>
    internal const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of all files.</summary>
    internal const int TotalBytes = 64 * 1024 * 1024;

    /// <summary>How many times its packed size a file may have, beyond <see cref="RatioFreeBytes"/>.</summary>
    internal const int Ratio = 200;

    /// <summary>Bytes below which the ratio does not matter.</summary>
    internal const int RatioFreeBytes = 1024 * 1024;

    /// <summary>Bytes of the nuspec, which names the package's upper schemes and little else.</summary>
    internal const int NuspecBytes = 256 * 1024;
}
