using System.Reflection;
using System.Runtime.Loader;

namespace IndicatorRules.Cli;

/// <summary>
/// Finds ASP.NET Core for the one verb that needs it. The tool itself asks for the .NET runtime alone, so that all other verbs run without.
/// </summary>
internal static class AspNetRuntime
{
    private const string Framework = "Microsoft.AspNetCore.App";
    private const string Probe = "Microsoft.AspNetCore";

    /// <summary>The version that is needed: that of the runtime.</summary>
    internal static string Version => Environment.Version.ToString(2);

    /// <summary>Makes ASP.NET Core loadable.</summary>
    /// <returns>False if this machine has none of this version.</returns>
    internal static bool Find()
    {
        if (IsLoadable())
        {
            return true;
        }

        if (FolderBeside(Path.GetDirectoryName(typeof(object).Assembly.Location)!) is not { } folder)
        {
            return false;
        }

        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        return IsLoadable();
    }

    /// <summary>The framework's folder beside that of the runtime: of the same version, or else the highest of its series.</summary>
    internal static string? FolderBeside(string runtime)
    {
        var all = Path.Combine(runtime, "..", "..", Framework);
        return !Directory.Exists(all) ? null : Directory.GetDirectories(all)
            .Select(folder => (Folder: folder, Version: System.Version.TryParse(Path.GetFileName(folder), out var v) ? v : null))
            .Where(f => f.Version is { } v && v.ToString(2) == Version)
            .OrderByDescending(f => f.Version == Environment.Version).ThenByDescending(f => f.Version)
            .Select(f => Path.GetFullPath(f.Folder)).FirstOrDefault();
    }

    private static bool IsLoadable()
    {
        try
        {
            Assembly.Load(new AssemblyName(Probe));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
