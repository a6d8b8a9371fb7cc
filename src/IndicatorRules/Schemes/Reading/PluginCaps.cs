namespace IndicatorRules.Schemes.Reading;

/// <summary>Size limits of a plugin's folder.</summary>
internal static class PluginCaps
{
    /// <summary>Files and folders in the plugin's folder, its rules and its cases together.</summary>
    internal const int Files = 2_000;

    /// <summary>Bytes of scheme.json.</summary>
    internal const int SchemeBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of a rule file.</summary>
    internal const int RuleFileBytes = 256 * 1024;

    /// <summary>Bytes of all rule files of a plugin.</summary>
    internal const int RuleBytes = 4 * 1024 * 1024;
}
