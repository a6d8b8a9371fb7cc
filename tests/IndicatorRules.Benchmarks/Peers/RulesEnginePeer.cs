using RulesEngine.Models;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>
/// RulesEngine: a workflow per rule, asked a rule at a call as every other peer is; or a workflow per scheme, its rules all in one call.
/// </summary>
/// <remarks>
/// Its rules answer yes or no. Each therefore hands its answer to a sink and says yes: the two statuses come out whole,
/// and nothing is timed that the engine would not do for a plain condition.
/// </remarks>
internal sealed class RulesEnginePeer : IPeer
{
    private readonly RulesEngine.RulesEngine _engine;
    private readonly string[] _workflows;
    private readonly bool _oneCall;
    private readonly RuleParameter[][] _inputs;
    private readonly AnswerSink _nation = new();
    private readonly AnswerSink _province = new();
    private readonly AnswerSink _county = new();

    internal RulesEnginePeer(PlainPlace[] places, bool oneCall)
    {
        _oneCall = oneCall;
        Workflow[] schemes =
        [
            WorkflowOf("national", RuleTexts.National, (row, text) => $"nation.Take({row}, {text})"),
            WorkflowOf("shanxi", RuleTexts.Shanxi, (row, text) => $"province.Take({row}, {text})"),
            WorkflowOf("county", RuleTexts.County, (row, text) => $"county.Take({row}, {Asking(text, row)})"),
        ];
        Workflow[] workflows = oneCall ? schemes : [.. schemes.SelectMany(Single)];
        _workflows = [.. workflows.Select(w => w.WorkflowName)];
        _engine = new RulesEngine.RulesEngine(workflows, new ReSettings { CustomTypes = [typeof(Words), typeof(PlainClimate)] });
        _inputs =
        [
            .. places.Select(p => (RuleParameter[])
                [new("p", p), new("nation", _nation), new("province", _province), new("county", _county)]),
        ];
    }

    public string Name => _oneCall ? "the same, a scheme at a call" : "RulesEngine 6.0.1";

    public void Judge(int index, Span<Answer> answers)
    {
        foreach (var workflow in _workflows)
        {
            Run(workflow, index);
        }

        _county.CopyTo(answers);
    }

    private static Workflow WorkflowOf(string name, IReadOnlyList<(string Id, string Text)> texts, Func<int, string, string> expression) =>
        new()
        {
            WorkflowName = name,
            Rules = [.. texts.Select(t => new Rule { RuleName = t.Id, Expression = expression(RuleTexts.RowOf(t.Id), t.Text) })],
        };

    private static IEnumerable<Workflow> Single(Workflow scheme) =>
        scheme.Rules.Select(r => new Workflow { WorkflowName = $"{scheme.WorkflowName} {r.RuleName}", Rules = [r] });

    private static string Asking(string text, int row) =>
        text == "s" ? $"province.At({row})" : $"Words.All(nation.At({row}), province.At({row}))";

    private void Run(string workflow, int index)
    {
        foreach (var result in _engine.ExecuteAllRulesAsync(workflow, _inputs[index]).AsTask().GetAwaiter().GetResult())
        {
            if (!result.IsSuccess)
            {
                throw new InvalidOperationException($"{result.Rule.RuleName}: {result.ExceptionMessage}");
            }
        }
    }
}
