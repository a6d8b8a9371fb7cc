using System.Reflection;
using System.Runtime.Loader;
using IndicatorRules.Contract;

namespace IndicatorRules.Scripting;

/// <summary>Where one scheme's image lives until it is given back: it sees the contract and the core types, nothing else.</summary>
internal sealed class SchemeLoadContext(string name, bool unloadable) : AssemblyLoadContext(name, unloadable)
{
    private static readonly Assembly Contract = typeof(Verdict).Assembly;

    protected override Assembly Load(AssemblyName assemblyName) =>
        assemblyName.Name == Contract.GetName().Name ? Contract
        : assemblyName.Name == "System.Runtime" ? Default.LoadFromAssemblyName(assemblyName)
        : throw new FileLoadException($"A scheme's image may not refer to {assemblyName.Name}.");
}
