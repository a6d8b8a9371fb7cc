using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>The fault of a script → words in one language.</summary>
internal sealed class FaultWriter(Wording words)
{
    /// <param name="script">The script that failed, such as the rule.</param>
    /// <param name="key">The kind of fault; details follow after colons.</param>
    /// <param name="line">The line in the script's file; 0 when unknown.</param>
    internal string Write((string Zh, string En) script, string key, int line)
    {
        var parts = key.Split(':', 4);
        if (parts is [ScriptFault.PlaceBlank, var zh, .. var en])
        {
            return Say($"请填{zh}，填好才能判定", $"fill in {string.Join(':', en)} first");
        }

        var what = What(parts);
        var head = Say($"{script.Zh}出错", $"{script.En} failed");
        var where = line > 0 ? Say($"（第 {line} 行）", $" (line {line})") : "";
        return what.Length > 0 ? $"{head}{Say("：", ": ")}{what}{where}" : $"{head}{where}";
    }

    private string What(string[] key) => key switch
    {
        ["division-by-zero"] => Say("除以零", "division by zero"),
        ["overflow"] => Say("数值过大", "a figure too large"),
        ["function"] => Say("所调用的扩展函数没有算出结果", "a function of an extension failed"),
        ["no-branch"] => Say("没有哪一种情况适用", "no case fits"),
        ["units-differ"] => Say("把单位不同的数值相加减或比较", "figures of different units added or compared"),
        ["years", var word, var years] => Say(
            $"`{word}` 的年数是 {years}，须在 1 到 50 之间", $"the number of years of `{word}` is {years}; it must be 1 to 50"),
        ["negative", var word, "tolerance", var value] => Say(
            $"`{word}` 允许的波动是 {value}，不能小于 0", $"the tolerance of `{word}` is {value}; it must not be below 0"),
        ["negative", ("Linear" or "Deduct") and var word, _, var value] => Say(
            $"`{word}` 的分数是 {value}，不能小于 0", $"the points of `{word}` are {value}; they must not be below 0"),
        ["times", "Deduct" and var word, var per] => Say(
            $"`{word}` 每单位的大小是 {per}，须大于 0", $"`per` of `{word}` is {per}; it must be above 0"),
        ["same", var word, var value] => Say(
            $"`{word}` 的起点和目标都是 {value}，须不相同", $"floor and target of `{word}` are both {value}; they must differ"),
        ["negative", var word, _, var value] => Say(
            $"`{word}` 允许的偏差是 {value}，不能小于 0", $"the width of `{word}` is {value}; it must not be below 0"),
        ["times", var word, var times] => Say(
            $"`{word}` 的倍数是 {times}，须大于 0", $"the multiple of `{word}` is {times}; it must be above 0"),
        ["order", var word, var low, var high] => Say(
            $"`{word}` 的下限 {low} 大于上限 {high}", $"the lower end {low} of `{word}` lies above its upper end {high}"),
        ["unknown", var word, .. var named] => Say(
            $"`{word}` 所指的 `{string.Join(':', named)}` 不存在", $"`{word}` names `{string.Join(':', named)}`, which is not there"),
        ["due", var word, var by, var from] => Say(
            $"`{word}` 的目标年 {by} 不在起始年 {from} 之后",
            $"the target of `{word}` is due in {by}, not after {from}, where its way begins"),
        ["steps", var word, .. var steps] => Say(
            $"`{word}` 的分年目标“{string.Join(':', steps)}”读不懂",
            $"the steps of `{word}`, “{string.Join(':', steps)}”, cannot be read"),
        ["part", var word, var part, var whole] => Say(
            $"`{word}({part}, {whole})` 的两个数都须大于 0", $"both numbers of `{word}({part}, {whole})` must be above 0"),
        ["deep", var word] => Say(
            $"`{word}` 所依据的数值已经过三次推算，不能再推算", $"`{word}` is asked of a figure that was worked out three times over"),
        _ => "",
    };

    private string Say(string zh, string en) => words.Say(zh, en);
}
