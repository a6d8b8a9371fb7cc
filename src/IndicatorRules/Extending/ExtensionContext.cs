using System.Reflection;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Files;
using McMaster.NETCore.Plugins;

namespace IndicatorRules.Extending;

/// <summary>
/// An extension's assemblies in an unloadable context that shares the contract alone. Only this class knows the plugin loader.
/// </summary>
/// <remarks>
/// Loads a private copy of the hashed bytes, so that exactly what was trusted runs, and the plugin's files can be replaced meanwhile.
/// The loader's own hot reload is off: it misses renames and unloads the old version before the new one has loaded.
/// </remarks>
internal sealed class ExtensionContext : IDisposable
{
    private readonly PluginLoader _loader;

    /// <param name="extension">The declaration.</param>
    /// <param name="copy">The folder of a copy that another process made and removes; null to make one.</param>
    internal ExtensionContext(ExtensionDeclaration extension, string? copy = null)
    {
        IsOwner = copy is null;
        Copy = copy ?? Directory.CreateTempSubdirectory("indicator-rules-").FullName;
        foreach (var file in IsOwner ? extension.Files : [])
        {
            var path = Path.Combine(Copy, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, file.Bytes.AsSpan());
        }

        var config = new PluginConfig(Path.Combine(Copy, extension.Assembly))
        {
            IsUnloadable = true,
            LoadInMemory = true,
            EnableHotReload = false,
            PreferSharedTypes = false,
        };
        config.SharedAssemblies.Add(typeof(Verdict).Assembly.GetName());
        _loader = new PluginLoader(config);
    }

    /// <summary>The folder of the private copy.</summary>
    internal string Copy { get; }

    private bool IsOwner { get; }

    /// <summary>Loads the main assembly, which runs its module initializer.</summary>
    internal Assembly LoadMain() => _loader.LoadDefaultAssembly();

    public void Dispose()
    {
        _loader.Dispose();
        if (IsOwner)
        {
            Directory.Delete(Copy, recursive: true);
        }
    }
}
