namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A year has two figures.</summary>
    public static DiagnosticDescriptor FactsTwoFigures { get; } = Error(
        "IR5030", "`{0}` 的 {1} 年数填了两个：这里是 `{2}`，{4} 处是 `{3}`。",
        "`{0}` has two figures for {1}: `{2}` here, `{3}` at {4}.",
        "同一年只能有一个数；请核对两处各是哪一年的数（`ofYear`，数据年份），改成一致或只留一处。",
        "A year has one figure: check the year of each (`ofYear`), then make them agree or keep one.");
}
