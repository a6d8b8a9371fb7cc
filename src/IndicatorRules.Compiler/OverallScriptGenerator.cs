using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Compiler.Sources;
using IndicatorRules.Protocol;

namespace IndicatorRules.Compiler;

/// <summary>Generates the typed contexts of the conclusion and the checks, in the same submission as the rules.</summary>
internal sealed class OverallScriptGenerator(ScriptSource source, CompileRequest request, OverallShape shape)
{
    private const string Conclusions = "global::IndicatorRules.Contract.Conclusions.";
    private const string Checks = "global::IndicatorRules.Contract.Checks.";
    private const string Quantities = "global::IndicatorRules.Contract.Quantities.";

    /// <summary>Writes the classes. Returns the code that adds them to the rule table.</summary>
    /// <param name="method">Writes a script as a method with the given head.</param>
    internal string Generate(Action<string, RuleUnit> method)
    {
        var with = "";
        if (shape.Conclusion is { } conclusion)
        {
            Conclusion(conclusion, method);
            with += $".With(new {GeneratedNames.Conclusion}())";
        }

        if (!shape.Checks.IsEmpty)
        {
            CheckAll(method);
            with += $".With(new {GeneratedNames.Checks}())";
        }

        return with;
    }

    private void Conclusion(RuleUnit script, Action<string, RuleUnit> method)
    {
        Typed(GeneratedNames.Outcomes, $"{Conclusions}OutcomeSet", $"{Conclusions}Outcome", shape.Indicators.Select(ScriptName.Of));
        Typed(GeneratedNames.Domains, $"{Conclusions}DomainSet", $"{Conclusions}IndicatorGroup", shape.Domains.Select(ScriptName.Of));
        Typed(GeneratedNames.Kinds, $"{Conclusions}KindSet", $"{Conclusions}IndicatorGroup", shape.Kinds.Select(ScriptName.Of));
        var types = $"{GeneratedNames.Place}, {GeneratedNames.Outcomes}, {GeneratedNames.Domains}, {GeneratedNames.Kinds}";
        source.Add($"public sealed class {GeneratedNames.Conclusion} : {Conclusions}ConclusionContext<{types}> {{\n");
        if (!shape.Grades.IsEmpty)
        {
            var grades = shape.Grades.Select((g, i) => $"public static {Conclusions}GradeId {g} => new {Conclusions}GradeId({Number(i)});");
            source.Add($"private static class {GeneratedNames.Grade} {{ {string.Join(' ', grades)} }}\n");
        }

        method($"protected override {Conclusions}Conclusion Script()", script);
        source.Add("}\n");
    }

    private void CheckAll(Action<string, RuleUnit> method)
    {
        Rows();
        Typed(GeneratedNames.Background, $"{Checks}BackgroundSet", $"{Quantities}Quantity", shape.Background);
        var types = $"{GeneratedNames.Place}, {GeneratedNames.Checked}, {GeneratedNames.Background}";
        source.Add($"public sealed class {GeneratedNames.Checks} : {Checks}CheckContext<{types}> {{\n");
        for (var i = 0; i < shape.Checks.Length; i++)
        {
            method($"private {Checks}Contradictions {GeneratedNames.Check}{Number(i)}()", shape.Checks[i]);
        }

        var cases = Enumerable.Range(0, shape.Checks.Length).Select(c => $"case {Number(c)}: return {GeneratedNames.Check}{Number(c)}();");
        source.Add($"protected override {Checks}Contradictions Check(int index) {{ switch (index) {{ {string.Join(' ', cases)} }} ");
        source.Add("return None; }\n}\n");
    }

    private void Rows()
    {
        var rows = new List<string>();
        for (var i = 0; i < shape.Indicators.Length; i++)
        {
            var name = ScriptName.Of(shape.Indicators[i]);
            if (request.Rules[i].Items is { IsEmpty: false } items)
            {
                var typed = $"{GeneratedNames.CheckedItems}{Number(i)}";
                Typed(typed, $"{Checks}CheckedItems", $"{Checks}CheckedFigure", items.Select(item => item.Id));
                rows.Add($"public {Checks}CheckedIndicator<{typed}> {name} => base.At<{typed}>({Number(i)});");
            }
            else
            {
                rows.Add($"public {Checks}CheckedIndicator {name} => base.At({Number(i)});");
            }
        }

        source.Add($"public sealed class {GeneratedNames.Checked} : {Checks}CheckedSet {{ {string.Join(' ', rows)} }}\n");
    }

    private void Typed(string name, string parent, string member, IEnumerable<string> members)
    {
        var properties = members.Select((m, i) => $"public {member} {m} => base.At({Number(i)});");
        source.Add($"public sealed class {name} : {parent} {{ {string.Join(' ', properties)} }}\n");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
