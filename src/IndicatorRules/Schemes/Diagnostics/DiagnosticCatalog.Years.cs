namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A year has two figures.</summary>
    public static DiagnosticDescriptor FactsTwoFigures { get; } = Error(
        "IR5030", "{0}的 {1} 年数填了两个：这里是“{2}”，{4}处是“{3}”。",
        "{0} has two figures for {1}: `{2}` here, `{3}` at {4}.",
        "同一年只能有一个数；请核对两处各是哪一年的数（数据年份），改成一致或只留一处。",
        "A year has one figure: check the year of each (`ofYear`), then make them agree or keep one.");

    /// <summary>A cell names another year than its own field does.</summary>
    public static DiagnosticDescriptor FactsOtherYear { get; } = Error(
        "IR5120", "“{0}”写的是 {1} 年的数，数据年份却是 {2}。",
        "`{0}` says that it is of {1}, but its year (`ofYear`) is {2}.",
        "请只写一处，或改成一致。", "Keep one of them, or make them agree.");

    /// <summary>A key of figures by year is not a year.</summary>
    public static DiagnosticDescriptor FactsValuesYear { get; } = Error(
        "IR5121", "`values` 里的“{0}”不是年份。", "`{0}` in `values` is no year.",
        "年份写四位数字，在 1949 到 2200 之间，如 \"2021\"。", "Write four digits, 1949 to 2200, as in \"2021\".");

    /// <summary>A figure has the unit of the scheme that the facts name, and the scheme judged by has another.</summary>
    public static DiagnosticDescriptor FactsOtherUnit { get; } = Error(
        "IR5122", "{0}填的是“{1}”的数，而这个体系按“{2}”判定；这一行不作判定，其余各行照判。",
        "{0} is in `{1}`, the unit of the scheme that the facts name; this scheme has `{2}`. The row is not judged, the rest is.",
        "{3}", "{3}");

    /// <summary>The scheme that the facts name has errors, and another one judges them.</summary>
    public static DiagnosticDescriptor FactsOfBrokenScheme { get; } = Warning(
        "IR5123", "填报数据是按体系 `{0}` 填的，而这个体系有错误、用不了：它与 `{1}` 单位或名称不同的地方看不出来。",
        "The facts are written for `{0}`, which has errors: where its units or names differ from those of `{1}` cannot be told.",
        "请先改正 `{0}` 的错误（用 `validate` 查看），再核对结果。",
        "Correct the errors of `{0}` first (see `validate`), then check the result.");

    /// <summary>A table does not have the place asked for.</summary>
    public static DiagnosticDescriptor TableLacksPlace { get; } = Error(
        "IR5124", "表里没有行政区“{0}”。", "The table has no place `{0}`.",
        "`--place` 写表里的代码或名称，如：{1}。", "`--place` takes a code or name of the table, such as: {1}.");

    /// <summary>A table of several places is given where one is expected.</summary>
    public static DiagnosticDescriptor TableOfManyPlaces { get; } = Error(
        "IR5327", "表里有几个行政区，这里一次只看一个。", "The table has several places, and one is expected here.",
        "请用 `--place` 写明是哪一个（代码或名称），或用 `assess` 批量评判。", "Name one by `--place`, its code or name, or use `assess`.");
}
