using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Support;

/// <summary>Hosts over the shipped schemes.</summary>
internal static class Hosts
{
    private static readonly Lazy<SchemeHost> Lasting = new(Fresh);

    /// <summary>One for all tests that only read.</summary>
    internal static SchemeHost Shared => Lasting.Value;

    /// <summary>One that the test disposes.</summary>
    internal static SchemeHost Fresh() => Over(Repo.Plugins);

    internal static SchemeHost Over(params string[] pluginDirectories) => With(RememberingCompiler.Instance, pluginDirectories);

    /// <summary>One that keeps what it made in a folder, and finds there what another made before.</summary>
    internal static SchemeHost Keeping(string cache, params string[] pluginDirectories) =>
        SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = pluginDirectories,
            Compiler = RememberingCompiler.Instance,
            StoreDirectory = cache
        });

    internal static SchemeHost With(IRuleCompiler compiler, params string[] pluginDirectories) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = pluginDirectories, Compiler = compiler, StoreDirectory = null });
}
