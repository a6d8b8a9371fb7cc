namespace IndicatorRules.Store;

/// <summary>The system's folder for a user's caches.</summary>
internal static class StoreLocation
{
    /// <summary>This project's folder in it; null when the user has no home.</summary>
    internal static string? PerUser { get; } = Find();

    private static string? Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return Under(Folder(Environment.SpecialFolder.LocalApplicationData), "IndicatorRules", "Cache");
        }

        var home = Folder(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Under(home, "Library", "Caches", "indicator-rules");
        }

#pragma warning disable RS0030 // Where a desktop keeps its caches is known from the environment alone, and decides no verdict.
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
#pragma warning restore RS0030
        // XDG: ignore a path that is not absolute.
        return Path.IsPathFullyQualified(caches ?? "") ? Under(caches!, "indicator-rules") : Under(home, ".cache", "indicator-rules");
    }

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    private static string? Under(string folder, params string[] below) =>
        folder.Length == 0 ? null : Path.Combine([folder, .. below]);
}
