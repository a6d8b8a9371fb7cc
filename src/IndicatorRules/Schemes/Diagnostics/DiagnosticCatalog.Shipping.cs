namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>The files that a project ships as plugins contain no scheme.json.</summary>
    public static DiagnosticDescriptor ShippedNone { get; } = Error(
        "IR1045", "`IndicatorRulesPlugin` 列出的文件中没有 scheme.json。", "None of the files listed as `IndicatorRulesPlugin` is a scheme.json.",
        "请写插件所在的目录，例如 `<IndicatorRulesPlugin Include=\"plugins/**\" />`。",
        "List the directory of the plugins, as in `<IndicatorRulesPlugin Include=\"plugins/**\" />`.");

    /// <summary>Two plugins of a project have folders of one name.</summary>
    public static DiagnosticDescriptor ShippedTwice { get; } = Error(
        "IR1046", "有两个插件的文件夹都叫 `{0}`，另一个是 `{1}`。", "Two plugins have a folder named `{0}`; the other is `{1}`.",
        "请给其中一个改名，或从 `IndicatorRulesPlugin` 中去掉一个。",
        "Rename one of them, or exclude one from `IndicatorRulesPlugin`.");
}
