using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;

namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>What of this process a script might change. Immutable.</summary>
/// <param name="Culture">The culture of this thread and of new ones.</param>
/// <param name="Variables">The environment's variables, in order.</param>
/// <param name="Directory">The current directory.</param>
/// <param name="Probe">A literal that the runtime shares among all code of the process.</param>
/// <param name="Contexts">How many load contexts there are.</param>
internal sealed record Surroundings(string Culture, string Variables, string Directory, string Probe, int Contexts)
{
    // Threads come and go with the pool; a script that starts some would start them by the hundred.
    private const int SpareThreads = 16;

    internal int Threads { get; } = Process.GetCurrentProcess().Threads.Count;

    internal static Surroundings Now()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal);
        var culture = $"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name} {CultureInfo.DefaultThreadCurrentCulture?.Name}";
        return new(culture, string.Join('\n', variables), Environment.CurrentDirectory, string.Intern("indicator-rules-probe"), AssemblyLoadContext.All.Count());
    }

    internal void AssertUnchanged()
    {
        var now = Now();
        Assert.Equal((Culture, Variables, Directory, Probe, Contexts), (now.Culture, now.Variables, now.Directory, now.Probe, now.Contexts));
        Assert.InRange(now.Threads, 1, Threads + SpareThreads);
    }
}
