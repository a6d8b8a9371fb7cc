namespace IndicatorRules.Drafting;

/// <summary>The README of a drafted plugin, in both languages.</summary>
internal static class DraftReadme
{
    internal static string Chinese(string id, PluginDraft draft, bool hasCases) => Without(hasCases, $"""
        # {id}

        由一张印出的指标表起草，共 {draft.Rows.Length} 项。规则是按指标值的文字读出来的，**先看 [REVIEW.md](REVIEW.md)**，
        定下“待核”和“没读懂”的各项，再用来判定。

        | 文件 | 内容 |
        |---|---|
        | `scheme.json` | 指标、指标值、规则；待定的写在各项的 `note` 里 |
        | `facts.json` | 表中的现状值；行政区要填写 |
        | `REVIEW.md` | 每一项的把握，和要定的事 |
        | `cases/` | 照现在的规则判定表中现状值的结果；改了规则，就要改它 |

        ```
        indicator-rules validate {id}
        indicator-rules test {id}
        indicator-rules assess {id}/facts.json --plugins {id}
        ```

        """);

    internal static string English(string id, PluginDraft draft, bool hasCases) => Without(hasCases, $"""
        # {id}

        [中文](README.zh-CN.md)

        Drafted from a printed table of {draft.Rows.Length} indicators. Its rules were read from the targets: **read
        [REVIEW.md](REVIEW.md) first**, and decide what is a guess or was not read.

        | file | what it holds |
        |---|---|
        | `scheme.json` | indicators, targets, rules; what is to be decided is in the `note` of each row |
        | `facts.json` | the values of the table; the place is to be filled in |
        | `REVIEW.md` | how certain each row is, and what is to be decided |
        | `cases/` | how the present rules judge these values; a changed rule needs changed cases |

        ```
        indicator-rules validate {id}
        indicator-rules test {id}
        indicator-rules assess {id}/facts.json --plugins {id}
        ```

        """);

    // A table without values gives no cases to run.
    private static string Without(bool hasCases, string text) => hasCases ? text : string.Concat(text.Split('\n')
        .Where(l => !l.StartsWith("| `cases/`", StringComparison.Ordinal)
            && !l.StartsWith("indicator-rules test", StringComparison.Ordinal))
        .Select(l => l + "\n"))[..^1];
}
