using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>The one rule file of a new plugin, with notes on what to change.</summary>
internal static class RuleTemplate
{
    internal static string Of(Scheme? upper) => upper is null
        ? """
            // 示例规则：60 以上达标。不需要单独文件时，可直接写在 scheme.json 里："rule": "AtLeast(60)"。
            // An example: at least 60. A short rule can be in scheme.json itself.
            return AtLeast(60);

            """
        : $"""
            // 示例：上级怎么判，这里就怎么判。要更严，在后面用 & 加自己的条件，例如 upper & AtLeast(95)。
            // 不需要单独文件时，删去 scheme.json 中这一行的 "rule"，改用 "also": "AtLeast(95)"。
            // An example: as the upper scheme judges. To ask more, add a condition with &, or use "also" in scheme.json.
            var upper = Upper("{upper.Id}");
            return upper;

            """;
}
