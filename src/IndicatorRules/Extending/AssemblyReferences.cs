using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>Validates what an extension's assemblies reference, before any is loaded: the contract, the platform, each other.</summary>
/// <remarks>So an extension cannot bind to an assembly of the host by accident, and a newer contract is reported by name.</remarks>
internal static class AssemblyReferences
{
    private static readonly AssemblyName Contract = typeof(Verdict).Assembly.GetName();
    private static readonly string Platform = RuntimeEnvironment.GetRuntimeDirectory();

    internal static void Verify(ExtensionDeclaration extension, DiagnosticBag bag)
    {
        var assemblies = extension.Files.Where(f => f.Path.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        var own = assemblies.Select(f => Path.GetFileNameWithoutExtension(f.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in assemblies)
        {
            try
            {
                Verify(extension, assembly, own, bag);
            }
            catch (BadImageFormatException)
            {
                bag.Add(DiagnosticCatalog.ExtensionFile, At(extension, assembly), assembly.Path);
            }
        }
    }

    private static void Verify(ExtensionDeclaration extension, ExtensionFile file, HashSet<string> own, DiagnosticBag bag)
    {
        using var image = new PEReader(file.Bytes);
        if (!image.HasMetadata)
        {
            throw new BadImageFormatException();
        }

        var metadata = image.GetMetadataReader();
        if (metadata.GetAssemblyDefinition().GetAssemblyName().Name == Contract.Name)
        {
            bag.Add(DiagnosticCatalog.ExtensionFile, At(extension, file), file.Path);
        }

        foreach (var needed in metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName()))
        {
            if (needed.Name == Contract.Name)
            {
                if (needed.Version > Contract.Version)
                {
                    bag.Add(DiagnosticCatalog.ExtensionContract, At(extension, file), extension.Name, needed.Version!.ToString(3),
                        Contract.Version!.ToString(3));
                }
            }
            else if (!own.Contains(needed.Name!) && !File.Exists(Path.Combine(Platform, needed.Name + ".dll")))
            {
                bag.Add(DiagnosticCatalog.ExtensionNeeds, At(extension, file), extension.Name, needed.Name!);
            }
        }
    }

    private static Location At(ExtensionDeclaration extension, ExtensionFile file) => new(Path.Combine(extension.Folder, file.Path));
}
