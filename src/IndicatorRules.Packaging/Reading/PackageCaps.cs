namespace IndicatorRules.Packaging.Reading;

/// <summary>Size limits of a package. The largest shipped scheme needs a hundredth of them.</summary>
internal static class PackageCaps
{
    /// <summary>Bytes of the package itself.</summary>
    internal const int PackageBytes = 32 * 1024 * 1024;

    /// <summary>Entries of the zip: the plugin's files and those that every package has.</summary>
    internal const int Entries = 2000;

    /// <summary>Bytes of the zip's table of contents.</summary>
    internal const int DirectoryBytes = 1024 * 1024;

    /// <summary>Bytes of one unpacked file.</summary>
    internal const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of all unpacked files.</summary>
    internal const int TotalBytes = 64 * 1024 * 1024;

    /// <summary>The highest compression ratio of a file larger than <see cref="RatioFreeBytes"/>.</summary>
    internal const int Ratio = 200;

    /// <summary>Unpacked bytes up to which the ratio is not limited.</summary>
    internal const int RatioFreeBytes = 1024 * 1024;

    /// <summary>Bytes of the nuspec, which holds little but the dependencies.</summary>
    internal const int NuspecBytes = 256 * 1024;
}
