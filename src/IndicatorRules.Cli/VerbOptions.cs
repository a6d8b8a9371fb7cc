using System.CommandLine;

namespace IndicatorRules.Cli;

/// <summary>The arguments and options that several verbs have in the same words; every verb makes its own.</summary>
internal static class VerbOptions
{
    /// <summary>The facts of one place.</summary>
    internal static Argument<string> Facts() => new("FACTS")
    {
        Description = "填报数据：JSON、.csv、.parquet 或 .xlsx / facts: JSON, .csv, .parquet or .xlsx",
    };

    internal static Option<string?> Scheme() => new("--scheme")
    {
        Description = "指标体系，默认用填报数据所写的 / scheme, by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    internal static NumberOption Year() => new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };

    /// <param name="forms">The words that it takes; the first is the default.</param>
    internal static Option<string> Format(params string[] forms) => new Option<string>("--format")
    {
        Description = "输出格式 / format",
        DefaultValueFactory = _ => forms[0],
    }.AcceptOnlyFromAmong(forms);

    internal static Option<string?> OutFile() => new("--out") { Description = "写入文件 / write to a file", HelpName = "FILE" };
}
