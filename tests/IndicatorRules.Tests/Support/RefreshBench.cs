using IndicatorRules.Assessing;
using IndicatorRules.Facts;

namespace IndicatorRules.Tests.Support;

/// <summary>A host over plugins of a test's own, whose rule on row 3 is easily changed.</summary>
public abstract class RefreshBench : IDisposable
{
    private protected const string National = "national-revised/scheme.json";
    private protected const string County = "jingle-county/scheme.json";
    private protected const string Share = "\"AtLeast(20)\"";

    private protected static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    private readonly TempFolder _cache = new();

    /// <param name="kept">Whether the host opens with what another kept of the same plugins.</param>
    private protected RefreshBench(bool kept = false)
    {
        if (kept)
        {
            using var before = Hosts.Keeping(_cache.Path, Plugins.Path);
            before.Assess(Facts).OrThrow();
        }

        Host = kept ? Hosts.Keeping(_cache.Path, Plugins.Path) : Hosts.Over(Plugins.Path);
    }

    private protected TempFolder Plugins { get; } = TempFolder.WithPlugins();

    private protected SchemeHost Host { get; }

    public void Dispose()
    {
        Host.Dispose();
        Plugins.Dispose();
        _cache.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected decimal? Margin(string scheme) => Host.Assess(Facts, new AssessOptions { Scheme = scheme }).OrThrow().Row(3).Margin;

    private protected void Copy(string from, string to, string version, string rule)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Plugins.Path, from), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Path.Combine(Plugins.Path, from), file);
            Plugins.Write(Path.Combine(to, name), File.ReadAllText(file));
        }

        Plugins.Edit($"{to}/scheme.json", "\"version\": \"1.0.0\"", $"\"version\": \"{version}\"");
        Plugins.Edit($"{to}/scheme.json", Share, rule);
    }
}
