using System.Globalization;
using System.Text;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests;

/// <summary>SECURITY.md states the caps that hold.</summary>
public class CapsTableTests
{
    private static readonly JObject Scheme = JObject.Parse(File.ReadAllText(Repo.In("schemas/scheme.schema.json")));

    [Fact]
    public void Security_StatesTheCapsThatHold()
    {
        var expected = Expected();
        var text = File.ReadAllText(Repo.In("SECURITY.md"));
        Assert.True(text.Contains(expected, StringComparison.Ordinal), $"SECURITY.md is to hold:\n{expected}");
    }

    private static string Expected()
    {
        var text = new StringBuilder("| what | most | refused with |\n|---|---|---|\n");
        Row("a JSON file",
            $"{Megabytes(StrictJson.MaxBytes)}, {Number(StrictJson.MaxValues)} values, {StrictJson.MaxDepth} levels of nesting",
            "IR1002, IR1043, IR1011");
        Row("`scheme.json`", Megabytes(PluginCaps.SchemeBytes), "IR1002");
        Row("rule files", $"{PluginCaps.RuleFileBytes / 1024} KB each, {Megabytes(PluginCaps.RuleBytes)} in a plugin", "IR2003, IR1002");
        Row("files in a plugin's folder, `rules` and `cases`", $"{Number(PluginCaps.Files)} together", "IR1042");
        Row("an extension's files", $"{Number(PluginCaps.Files)}, {Megabytes(ExtensionReader.MaxBytes)} together", "IR1042, IR1002");
        Row("an id", $"{At("definitions.id.maxLength")} characters; a name that scripts use, 64", "IR1106, IR1105");
        Row("a text", $"{At("definitions.text.maxLength")} characters; a unit, {At("definitions.indicator.properties.unit.maxLength")}",
            "IR1106");
        Row("a number of a row or source",
            $"{At("definitions.number.maximum")}; as text, {At("definitions.number.maxLength")} characters", "IR1106");
        Row("indicators of a scheme",
            $"{At("properties.indicators.maxItems")}, each of {At("definitions.indicator.properties.items.maxItems")} items and "
                + $"{At("definitions.states.maxItems")} states", "IR1106");
        Row("stages of a scheme", At("properties.stages.maxItems"), "IR1106");
        Row("scripts of a scheme",
            $"{Number(ScriptCaps.Scripts)}, each of {Number(ScriptCaps.Characters)} characters and {Number(ScriptCaps.Tokens)} tokens",
            "IR4102");
        Row("a scheme with all that it extends",
            $"{LineageCaps.Schemes} schemes, {Number(LineageCaps.Figures)} indicators and items", "IR3051, IR3052");
        Row("ways in which one lineage renames its indicators", $"{LineageCaps.Views}", "IR3053");
        Row("diagnostics listed of one file", $"{Number(DiagnosticBag.MostOfOneFile)} errors, as many warnings", "IR1040");
        Row("guesses at what was meant",
            $"words of {Nearest.LongestWord} characters, {Number(Nearest.MostSteps)} steps for one input", "no guess");
        return text.ToString();

        void Row(string what, string most, string id) => text.Append($"| {what} | {most} | {id} |\n");
    }

    private static string At(string path) => Number((long)Scheme.SelectToken(path)!);

    private static string Megabytes(long bytes) => $"{bytes / (1024 * 1024)} MB";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
