namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A plugin contains a link.</summary>
    public static DiagnosticDescriptor PluginLink { get; } = Error(
        "IR6001", "插件中的 `{0}` 是链接。", "`{0}` in the plugin is a link.",
        "插件只能用自己文件夹里的文件，请换成文件本身。",
        "A plugin may only use files in its own folder; replace the link with the file itself.");

    /// <summary>Two names are the same on some systems.</summary>
    public static DiagnosticDescriptor PluginCaseClash { get; } = Error(
        "IR6002", "`{0}` 和 `{1}` 只有大小写不同，在有的系统上是同一个文件。",
        "`{0}` and `{1}` differ only in case and are the same file on some systems.",
        "请改名。", "Rename one of them.");
}
