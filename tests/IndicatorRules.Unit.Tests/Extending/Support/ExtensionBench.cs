using System.Runtime.Loader;
using IndicatorRules.Facts;

namespace IndicatorRules.Extending.Tests.Support;

/// <summary>Plugins of a test's own, and what their extensions read and refuse.</summary>
public abstract class ExtensionBench : IDisposable
{
    /// <summary>Tests that count the load contexts of one process do not run beside one another.</summary>
    internal const string OneAtATime = "load contexts";

    private protected Plugins Plugins { get; } = new();

    public void Dispose()
    {
        Plugins.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static byte[] Strangers(string name, string constructor, string body) => Built.Extension(name, $$"""
        namespace Theirs
        {
            public sealed class Reader : IFactsReader { {{constructor}} public FactsReading Read(Stream file, string name) { {{body}} } }
            public sealed class Writer : IAssessmentWriter
            {
                public void Write(ImmutableArray<AssessmentView> assessments, Language language, Stream target) { }
            }
        }
        """);

    private protected string Note(ExtensionHost extensions, string name) => extensions.ReadFacts(Plugins.Facts(name)).OrThrow().Facts.Note;

    private protected IEnumerable<string> Faults(ExtensionHost extensions, string name)
    {
        Schemes.Diagnostics.Result<FactsFile> read = extensions.ReadFacts(Plugins.Facts(name));
        Assert.False(read.Succeeded);
        return read.Diagnostics.Select(d => d.Id);
    }

    private protected static int Contexts(string assembly) =>
        AssemblyLoadContext.All.Count(c => c.Assemblies.Any(a => a.GetName().Name == assembly));

    private protected static int ContextsAfterCollection(string assembly)
    {
        for (var i = 0; i < 20 && Contexts(assembly) > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Contexts(assembly);
    }
}
