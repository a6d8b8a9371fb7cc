using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace IndicatorRules.TestKit;

/// <summary>What of the process no scheme may change.</summary>
internal sealed class ProcessState
{
    // Interned with the literals of every assembly: memory tricks that rewrite one show here.
    private const string Probe = "probe: 静乐县 20";

    private readonly string _culture = string.Join(
        ' ', CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name, CultureInfo.DefaultThreadCurrentCulture?.Name);

    private readonly string _directory = Directory.GetCurrentDirectory();
    private readonly string _environment = string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal));

    private readonly int _threads = ThreadCount();

    /// <summary>What is not as it was.</summary>
    /// <param name="spareThreads">How many more threads there may be: the runtime's pool grows and shrinks; a scheme's would stay.</param>
    internal IReadOnlyList<string> Changes(int spareThreads)
    {
        var now = new ProcessState();
        (bool Same, string Name)[] all =
        [
            (now._culture == _culture, "culture"),
            (now._directory == _directory, "current directory"),
            (now._environment == _environment, "environment"),
            (now._threads <= _threads + spareThreads, $"threads {_threads} → {now._threads}"),
            (Environment.ExitCode == 0, "exit code"),
            (string.Intern(string.Concat("probe: ", "静乐县 20")) == string.Concat("probe: ", "静乐县 ", "20"), "an interned string"),
            (Probe.Length == 13, "a literal"),
        ];
        return [.. all.Where(p => !p.Same).Select(p => p.Name)];
    }

    private static int ThreadCount()
    {
        using var self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
