using System.Reflection;
using System.Runtime.Loader;
using IndicatorRules.Contract;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>The load context of one scheme's image, which sees the contract and the core types, nothing else.</summary>
/// <remarks>Where it can be unloaded, the collector does so when nothing refers to it or to its image.</remarks>
internal sealed class SchemeLoadContext(string name, bool unloadable) : AssemblyLoadContext(name, unloadable)
{
    private static readonly Assembly Contract = typeof(Verdict).Assembly;

    /// <summary>Loads the context's one image.</summary>
    /// <remarks>Native code is for those who keep it: the runtime takes none in a context that can be unloaded.</remarks>
    internal Assembly Load(VerifiedImage image)
    {
        if (image.CompiledAhead is { } file && !IsCollectible && LoadAhead(file, image) is { } ahead)
        {
            return ahead;
        }

        using var bytes = image.Open();
        return LoadFromStream(bytes);
    }

    // In a context of its own, so that a file of another image does not take this one's name.
    private Assembly? LoadAhead(string file, VerifiedImage image)
    {
        try
        {
            var assembly = new SchemeLoadContext(Name!, unloadable: false).LoadFromAssemblyPath(file);
            return assembly.ManifestModule.ModuleVersionId == image.Version ? assembly : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }

    protected override Assembly Load(AssemblyName assemblyName) =>
        assemblyName.Name == Contract.GetName().Name ? Contract
        : assemblyName.Name == "System.Runtime" ? Default.LoadFromAssemblyName(assemblyName)
        : throw new FileLoadException($"A scheme's image may not refer to {assemblyName.Name}.");
}
