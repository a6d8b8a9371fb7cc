using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;

namespace IndicatorRules.Compiler;

/// <summary>Generates a scheme's submission: a typed place, and for each indicator its items, states and rules.</summary>
/// <remarks>Contract types are written with their full names, since a choice attribute may have the same name.</remarks>
internal static class ScriptGenerator
{
    private const string Contract = "global::IndicatorRules.Contract.";
    private const string Rules = Contract + "Rules.";

    /// <summary>The submission without faulty texts, whose faults are added to the list; null if there are too many texts.</summary>
    internal static ScriptSource? Generate(CompileRequest request, Layers layers, List<CompileFault> faults)
    {
        if (request.Units().Count() is var count and > ScriptCaps.Scripts)
        {
            faults.Add(LexicalGate.TooMany(count));
            return null;
        }

        var source = new ScriptSource(request);
        Place(source, request.Place);
        var unit = 0;
        for (var i = 0; i < request.Rules.Length; i++)
        {
            Rule(source, request.Rules[i], i, Functions(request.Functions), ref unit, layers, faults);
        }

        var made = string.Join(", ", Enumerable.Range(0, request.Rules.Length).Select(i => $"new {GeneratedNames.Rule}{i}()"));
        var overall = request.Overall is { } shape
            ? new OverallScriptGenerator(source, request, shape)
                .Generate((head, text) => Method(source, head, text, unit++, layers, faults))
            : "";
        source.Add($"return new {Rules}RuleTable(new {Rules}RuleContext[] {{ {made} }}){overall};\n");
        return source;
    }

    private static void Place(ScriptSource source, ImmutableArray<AttributeShape> attributes)
    {
        foreach (var a in attributes)
        {
            if (a.Kind == AttributeKind.Choice)
            {
                source.Add($"public enum {a.Id} {{ {string.Join(", ", a.Choices)} }}\n");
            }
            else if (a.Kind == AttributeKind.Shares)
            {
                var parts = a.Choices.Select((c, i) => $"public decimal {c} => base.At({Number(i)});");
                source.Add($"public sealed class {GeneratedNames.Shares}{a.Id} : {Rules}PlaceShares {{ {string.Join(' ', parts)} }}\n");
            }
        }

        source.Add($"public sealed class {GeneratedNames.Place} : {Rules}PlaceContext {{\n");
        for (var i = 0; i < attributes.Length; i++)
        {
            source.Add(Attribute(attributes[i], i));
        }

        source.Add("}\n");
    }

    private static string Attribute(AttributeShape a, int index) => a.Kind switch
    {
        AttributeKind.Choice => $"public {a.Id} {a.Id} => ({a.Id})base.Choice({Number(index)});\n",
        AttributeKind.Number => $"public decimal {a.Id} => base.Number({Number(index)});\n",
        _ => $"public {GeneratedNames.Shares}{a.Id} {a.Id} => base.Shares<{GeneratedNames.Shares}{a.Id}>({Number(index)});\n",
    };

    private static void Rule(
        ScriptSource source, RuleShape rule, int index, string functions, ref int unit, Layers layers, List<CompileFault> faults)
    {
        var items = rule.Items.IsEmpty ? Rules + "NoItems" : $"{GeneratedNames.Items}{index}";
        if (!rule.Items.IsEmpty)
        {
            var properties = rule.Items.Select((item, i) => $"public {Rules}Figure {item.Id} => base.At({Number(i)});");
            source.Add($"public sealed class {items} : {Rules}ItemSet {{ {string.Join(' ', properties)} }}\n");
        }

        source.Add($"public sealed class {GeneratedNames.Rule}{index} : {Rules}RuleContext<{GeneratedNames.Place}, {items}> {{\n");
        var states = rule.Items.Prepend(rule.Own).SelectMany(f => f.States).ToList();
        if (states.Count > 0)
        {
            var properties = states.Select((state, i) => $"public static {Rules}StateId {state} => new {Rules}StateId({Number(i)});");
            source.Add($"private static class {GeneratedNames.State} {{ {string.Join(' ', properties)} }}\n");
        }

        source.Add(functions);
        Method(source, $"protected override {Contract}Verdict Rule()", rule.Rule, unit++, layers, faults);
        for (var stage = 0; stage < rule.Stages.Length; stage++)
        {
            Method(source, $"private {Contract}Verdict {GeneratedNames.Stage}{stage}()", rule.Stages[stage], unit++, layers, faults);
        }

        if (!rule.Stages.IsEmpty)
        {
            var cases = Enumerable.Range(0, rule.Stages.Length).Select(s => $"case {Number(s)}: return {GeneratedNames.Stage}{s}();");
            source.Add($"protected override {Contract}Verdict StageRule(int stage) {{ switch (stage) {{ {string.Join(' ', cases)} }} ");
            source.Add("return base.StageRule(stage); }\n");
        }

        source.Add("}\n");
    }

    // Typed methods that call the host. The image does not reference the library behind them.
    private static string Functions(ImmutableArray<FunctionShape> functions)
    {
        var methods = functions.Select((f, index) =>
        {
            var parameters = f.Signature.Parameters;
            return $"public static {Rules}Figure {f.Signature.Id}({string.Join(", ", parameters.Select(p => $"{Rules}Figure @{p.Name}"))})"
                + $" => {Rules}DeclaredFunction.Call({Number(index)}, {string.Join(", ", parameters.Select(p => $"@{p.Name}"))});";
        });
        return functions.IsEmpty ? "" : $"private static class {GeneratedNames.Functions} {{ {string.Join(' ', methods)} }}\n";
    }

    private static void Method(ScriptSource source, string head, RuleUnit unit, int index, Layers layers, List<CompileFault> faults)
    {
        if (ScriptParser.Parse(unit, index, layers, faults) is var (text, isExpression))
        {
            source.Method(head, unit, index, text, isExpression);
        }
        else
        {
            source.Add($"{head} => default!;\n");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
