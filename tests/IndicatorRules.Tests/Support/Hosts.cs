using IndicatorRules.Schemes.Compiling;

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

    internal static SchemeHost With(IRuleCompiler compiler, params string[] pluginDirectories) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = pluginDirectories, Compiler = compiler, CacheDirectory = null });
}
