namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>No table of a document has indicators and targets.</summary>
    public static DiagnosticDescriptor DraftWithoutTable { get; } = Error(
        "IR5350", "没有找到指标表。看到的列名有：{0}。", "No table of indicators was found. The headings are: {0}.",
        "表头要有“指标名称”，还要有“指标值”，或带年份的目标，如“2025年目标值”。",
        "The headings must name the indicator (指标名称) and its target (指标值), or targets with a year.");

    /// <summary>A table of indicators has headings and no rows.</summary>
    public static DiagnosticDescriptor DraftWithoutRows { get; } = Error(
        "IR5351", "表头下面没有指标。", "There are no indicators below the headings.",
        "请核对文件是否完整；表头占两行以上的，请合并成一行或两行。", "See whether the file is whole; headings may take one row or two.");

    /// <summary>The file to draft from has no format that is read.</summary>
    public static DiagnosticDescriptor DraftFormat { get; } = Error(
        "IR5352", "“{0}”不是能读的表。", "`{0}` is not a table that can be read.",
        "请给出 .docx、.xlsx 或 .csv；旧版的 .doc、.xls、.wps、.et 请先另存。",
        "Give a .docx, .xlsx or .csv file; save .doc, .xls, .wps and .et as one of these first.");

    /// <summary>A drafted plugin does not validate.</summary>
    public static DiagnosticDescriptor DraftNotValid { get; } = Error(
        "IR5353", "起草的插件没有通过检查，没有写出。", "The drafted plugin is not valid and was not written.",
        "问题另行列出；请改正表中相应的地方再试。", "The errors are reported separately; correct the table and try again.");

    /// <summary>A document has no tables.</summary>
    public static DiagnosticDescriptor DocumentWithoutTables { get; } = Error(
        "IR5354", "文档里没有表格。", "The document has no tables.",
        "表格如果是图片，请改成 Word 表格再试。", "Where the table is a picture, make it a table of Word.");

    /// <summary>Text of a document is struck out.</summary>
    public static DiagnosticDescriptor DocumentStruckText { get; } = Warning(
        "IR2140", "文档里有带删除线的文字，没有读入。", "The document has text that is struck out, which is not read.",
        "要读入的，请去掉删除线再试。", "Remove the line through what is to be read.");
}
