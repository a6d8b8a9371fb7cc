namespace IndicatorRules.Schemes.Reading;

/// <summary>How much a plugin's folder may hold of what a host reads.</summary>
internal static class PluginCaps
{
    /// <summary>The most files and folders in the plugin's folder, its rules and its cases together.</summary>
    internal const int Files = 2_000;

    /// <summary>The longest scheme.json, in bytes.</summary>
    internal const int SchemeBytes = 4 * 1024 * 1024;

    /// <summary>The longest rule file, in bytes.</summary>
    internal const int RuleFileBytes = 256 * 1024;

    /// <summary>The rule files of one plugin together, in bytes.</summary>
    internal const int RuleBytes = 4 * 1024 * 1024;
}
