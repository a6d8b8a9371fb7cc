using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using NuGet.Versioning;

namespace IndicatorRules.Cli;

/// <summary>How the tool names schemes and their parts.</summary>
internal static class SchemeTexts
{
    internal static SchemeRange Exactly(NuGetVersion version) =>
        SchemeRange.TryParse($"{version}", out var range) ? range : throw new InvalidOperationException($"{version} is no version.");

    internal static string Extends(Scheme scheme) =>
        scheme.Uppers.IsEmpty ? "-" : string.Join(", ", scheme.Uppers.Select(b => b.Key));

    internal static string Source(SourceRef source) =>
        $"{source.Document}{(source.Table.Length > 0 ? $" 表{source.Table}" : "")}{(source.Row is { } row ? $" 第{row}行" : "")}";
}
