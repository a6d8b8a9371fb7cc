using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>The README of a new plugin, in both languages.</summary>
internal static class ReadmeTemplate
{
    internal static string Chinese(string id, Scheme? upper) => $"""
        # {id}

        （请填写：这是哪个县的哪张表，出自哪份文件。）

        {(upper is null
            ? "现有一个示例指标，请改成本县的。"
            : $"逐项沿用 `{upper.Id}`（{upper.Title.Zh}）的 {upper.Indicators.Count(i => i.TakesFacts)} 项指标。")}

        | 文件 | 内容 |
        |---|---|
        | `scheme.json` | 指标、指标值、规则 |
        | `rules/example.csx` | 写在单独文件里的规则，示例 |
        | `cases/` | 用例：填报数据和应得的判定{(upper is null
            ? ""
            : "，抄自上级体系；改了规则，就要改相应的用例")} |
        | `{PluginTemplate.FactsFile}` | 填报模板：各项和行政区属性都空着，填好再用 |

        ## 先试三条命令

        ```
        indicator-rules validate {id}
        indicator-rules test {id}
        indicator-rules assess {id}/{PluginTemplate.FactsFile} --plugins {id}
        ```

        ## 接着改什么

        1. `scheme.json` 里带“请填写”的几处，以及 `version`、`CHANGELOG.md`。
        2. 某一项要求更高：在它旁边写 `"also": "AtLeast(95)"`，并在 `"override"` 里写 `target` 和 `because`。
        3. 不要某一项：移到 `extends` 的 `leaveOut` 里，写明理由。
        4. 每改一处，补一个用例，再跑 `validate` 和 `test`。

        """;

    internal static string English(string id, Scheme? upper) => $"""
        # {id}

        [中文](README.zh-CN.md)

        (To be filled in: whose table this is, and from which document.)

        {(upper is null
            ? "It has one example indicator: make it your own."
            : $"It takes over all {upper.Indicators.Count(i => i.TakesFacts)} indicators of `{upper.Id}` ({upper.Title.En}).")}

        | file | what it holds |
        |---|---|
        | `scheme.json` | indicators, targets, rules |
        | `rules/example.csx` | a rule in a file of its own, as an example |
        | `cases/` | facts with the verdicts expected of them{(upper is null
            ? ""
            : ", copied from the upper scheme; a changed rule needs changed cases")} |
        | `{PluginTemplate.FactsFile}` | a facts file to fill in: no figures and no attributes of the place yet |

        ## Three commands to try first

        ```
        indicator-rules validate {id}
        indicator-rules test {id}
        indicator-rules assess {id}/{PluginTemplate.FactsFile} --plugins {id}
        ```

        ## What to change next

        1. In `scheme.json`, what says "to be filled in"; `version` and `CHANGELOG.md`.
        2. To ask more of a row: `"also": "AtLeast(95)"` beside it, and `target` and `because` under `"override"`.
        3. To drop a row: move it into `leaveOut` under `extends`, with the reason.
        4. For each change a case, then `validate` and `test` again.

        """;
}
