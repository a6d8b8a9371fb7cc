using System.Collections.Frozen;
using System.Globalization;
using IndicatorRules.Contract;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>Translates Roslyn's errors into both languages. Unknown ones keep Roslyn's English text.</summary>
internal static class CompilerMessages
{
    private static readonly FrozenDictionary<string, LocalizedText> Known = new Dictionary<string, LocalizedText>
    {
        ["CS1001"] = new("这里应是一个名称。", "A name is expected here."),
        ["CS1002"] = new("这里少了分号 `;`。", "A semicolon `;` is missing here."),
        ["CS1003"] = new("这里的符号不对，或少了一个。", "A symbol is wrong or missing here."),
        ["CS1010"] = new("引号没有成对。", "A quote is not closed."),
        ["CS1026"] = new("这里少了右括号 `)`。", "A closing bracket `)` is missing here."),
        ["CS1022"] = new("规则到这里已经写完，后面多了内容。", "The rule ends before this; remove what follows."),
        ["CS7017"] = new("规则到这里已经写完，后面多了内容。", "The rule ends before this; remove what follows."),
        ["CS1513"] = new("这里少了右花括号 `}`。", "A closing brace `}` is missing here."),
        ["CS1514"] = new("这里少了左花括号 `{`。", "An opening brace `{` is missing here."),
        ["CS1525"] = new("这里应是一个值或判定用词。", "A value or a word is expected here."),
        ["CS1733"] = new("这里应是一个值或判定用词。", "A value or a word is expected here."),
        ["CS1056"] = new(
            "这里有规则不认识的字符；括号、逗号要用半角。",
            "A character here is not allowed; use half-width brackets and commas."),
        ["CS1501"] = new("参数个数不对。", "The number of arguments is wrong."),
        ["CS7036"] = new("少了参数。", "An argument is missing."),
        ["CS1503"] = new("参数的类型不对；数字不加引号。", "An argument has the wrong type; numbers take no quotes."),
        ["CS1739"] = new("没有这个名称的参数。", "There is no argument of that name."),
        ["CS0029"] = new("这个结果不是判定。", "The result is not a verdict."),
        ["CS0266"] = new("这个结果不是判定。", "The result is not a verdict."),
        ["CS0161"] = new("有的情况没有 `return`。", "Not every case has a `return`."),
        ["CS8506"] = new("各个分支得出的不是同一种结果。", "The branches do not give the same kind of result."),
        ["CS0173"] = new("两个分支得出的不是同一种结果。", "The two branches do not give the same kind of result."),
        ["CS0165"] = new("变量在有的情况下还没有值。", "In some case a variable has no value yet."),
        ["CS0128"] = new("变量名重复了。", "Two variables have the same name."),
        ["CS0136"] = new("变量名重复了。", "Two variables have the same name."),
        ["CS8510"] = new("前面的情况已经包括了这一种。", "An earlier case already covers this one."),
        ["CS8120"] = new("前面的情况已经包括了这一种。", "An earlier case already covers this one."),
        ["CS0020"] = new("除以零。", "A division by zero."),
        ["CS0220"] = new("数值过大。", "A figure is too large."),
        ["CS0463"] = new("数值过大。", "A figure is too large."),
        ["CS0594"] = new("数值过大。", "A figure is too large."),
        ["CS1021"] = new("数值过大。", "A figure is too large."),
    }.ToFrozenDictionary();

    internal static LocalizedText Of(Diagnostic error) =>
        Known.TryGetValue(error.Id, out var known) ? known : error.GetMessage(CultureInfo.InvariantCulture);
}
