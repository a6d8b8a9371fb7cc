using System.Reflection;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Files;
using McMaster.NETCore.Plugins;

namespace IndicatorRules.Extending;

/// <summary>
/// An extension's assemblies in an unloadable context of their own, sharing the contract alone. The one class that knows the loader.
/// </summary>
/// <remarks>
/// They are loaded from a private copy made of the bytes that were hashed, so that what was trusted is what runs, and the
/// plugin's own files may be replaced meanwhile. The loader's hot reload stays off: it misses renames and lets go of the
/// old before it has the new.
/// </remarks>
internal sealed class ExtensionContext : IDisposable
{
    private readonly DirectoryInfo _copy;
    private readonly PluginLoader _loader;

    internal ExtensionContext(ExtensionDeclaration extension)
    {
        _copy = Directory.CreateTempSubdirectory("indicator-rules-");
        foreach (var file in extension.Files)
        {
            var path = Path.Combine(_copy.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, file.Bytes.AsSpan());
        }

        var config = new PluginConfig(Path.Combine(_copy.FullName, extension.Assembly))
        {
            IsUnloadable = true,
            LoadInMemory = true,
            EnableHotReload = false,
            PreferSharedTypes = false,
        };
        config.SharedAssemblies.Add(typeof(Verdict).Assembly.GetName());
        _loader = new PluginLoader(config);
    }

    /// <summary>The main assembly. Runs whatever its module initializer does.</summary>
    internal Assembly LoadMain() => _loader.LoadDefaultAssembly();

    public void Dispose()
    {
        _loader.Dispose();
        _copy.Delete(recursive: true);
    }
}
