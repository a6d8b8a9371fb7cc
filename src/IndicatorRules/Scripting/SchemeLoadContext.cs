using System.Reflection;
using System.Runtime.Loader;
using IndicatorRules.Contract;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>The load context of one scheme's image; it resolves the contract and the core types only.</summary>
/// <remarks>An unloadable one is unloaded by the collector when nothing refers to it or its image.</remarks>
internal sealed class SchemeLoadContext(string name, bool unloadable) : AssemblyLoadContext(name, unloadable)
{
    private static readonly Assembly Contract = typeof(Verdict).Assembly;

    /// <summary>Loads the context's one image.</summary>
    /// <remarks>Loads native code only in a context that is not unloadable: the runtime accepts none in others.</remarks>
    internal Assembly Load(VerifiedImage image)
    {
        if (image.CompiledAhead is { } file && !IsCollectible && LoadAhead(file, image) is { } ahead)
        {
            return ahead;
        }

        using var bytes = image.Open();
        return LoadFromStream(bytes);
    }

    // A context per image, since the file of another image may have the same assembly name.
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
