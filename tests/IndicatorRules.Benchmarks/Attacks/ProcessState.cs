using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>What of the process no scheme may change.</summary>
internal sealed record ProcessState
{
    // Interned with the literals of every assembly: memory tricks that rewrite one show here.
    private const string Probe = "probe: 静乐县 20";

    // The runtime's own pool grows and shrinks; a scheme's thread would stay.
    private const int ThreadTolerance = 12;

    private readonly string _culture = CultureInfo.CurrentCulture.Name + CultureInfo.CurrentUICulture.Name + CultureInfo.DefaultThreadCurrentCulture?.Name;
    private readonly string _directory = Directory.GetCurrentDirectory();
    private readonly string _environment = string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal));

    private readonly int _threads = ThreadCount();

    internal static ProcessState Now() => new();

    internal string[] Changes()
    {
        var now = new ProcessState();
        var changes = new List<string>();
        Note(now._culture == _culture, "culture");
        Note(now._directory == _directory, "current directory");
        Note(now._environment == _environment, "environment");
        Note(now._threads <= _threads + ThreadTolerance, $"threads {_threads} → {now._threads}");
        Note(Environment.ExitCode == 0, "exit code");
        Note(string.Intern(string.Concat("probe: ", "静乐县 20")) == string.Concat("probe: ", "静乐县 ", "20") && Probe.Length == 13, "an interned string");
        Note(!AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)), "the compiler is loaded");
        Note(AssemblyLoadContext.All.Count(c => c.Name?.StartsWith("stranger@", StringComparison.Ordinal) == true) < 50, "load contexts pile up");
        return [.. changes];

        void Note(bool same, string what)
        {
            if (!same)
            {
                changes.Add(what);
            }
        }
    }

    private static int ThreadCount()
    {
        using var self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
