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
    private readonly PluginLoader _loader;

    /// <param name="extension">What is declared.</param>
    /// <param name="copy">The copy that another process made and removes; null to make one.</param>
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

    /// <summary>The main assembly. Runs whatever its module initializer does.</summary>
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
