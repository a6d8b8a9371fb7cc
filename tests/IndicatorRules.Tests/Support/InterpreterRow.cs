using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;

namespace IndicatorRules.Tests.Support;

/// <summary>One row of a facts file as the interpreter sees it.</summary>
internal sealed class InterpreterRow(JsonObject facts, string id, int year)
{
    private static readonly FrozenDictionary<string, int> NoStates = FrozenDictionary<string, int>.Empty;

    private readonly JsonObject? _now = Find(facts, id, year);
    private readonly JsonObject? _before = Find(facts, id, year - 1);

    internal InterpreterFigure Own(string unit = "%", params string[] states) =>
        new(_now, _before, _now, year, unit, Ranks(states));

    internal InterpreterFigure Item(string item, string unit = "%", params string[] states) =>
        new(Part(_now, item), Part(_before, item), _now, year, unit, Ranks(states));

    /// <summary>完成上级规定的任务.</summary>
    internal Answer TaskCompleted()
    {
        var own = Own();
        var task = _now?["task"] as JsonObject;
        return task?["figures"] is JsonArray figures ? Answer.All([.. figures.Select(f => Reached((JsonObject)f!, own.Reported))])
            : (string?)task?["state"] == "none-set" || own.DoesNotApply ? Answer.NotApplicable
            : _now?["value"] is JsonObject quota && quota.ContainsKey("done") ? Answer.Of((decimal)quota["done"]! >= (decimal)quota["assigned"]!)
            : (string?)task?["state"] switch
            {
                "completed" => new(Status.Undetermined, Status.Met),
                "not-completed" => new(Status.Undetermined, Status.NotMet),
                _ => new(Status.Undetermined, own.Reported),
            };
    }

    private static Answer Reached(JsonObject figure, Status reported)
    {
        if (Span.Of(figure["actual"], "") is not { } actual)
        {
            return new(Status.Undetermined, reported);
        }

        var required = (decimal)figure["required"]!;
        var atMost = (string?)figure["limit"] == "at-most";
        var answers = actual.Members(required).Select(n => atMost ? n <= required : n >= required).Distinct().ToList();
        return answers.Count == 1 ? Answer.Of(answers[0]) : Answer.Unknown;
    }

    // Words of one state are joined with '/', lowest state first.
    private static FrozenDictionary<string, int> Ranks(string[] states) => states.Length == 0 ? NoStates
        : states.SelectMany((words, rank) => words.Split('/').Select(w => (w, rank))).ToFrozenDictionary(p => p.w, p => p.rank);

    private static JsonObject? Find(JsonObject facts, string id, int year) =>
        (facts["years"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(y => (int)y["year"]! == year)?["indicators"] is JsonArray rows
            ? rows.OfType<JsonObject>().FirstOrDefault(r => (string)r["id"]! == id)
            : null;

    private static JsonObject? Part(JsonObject? row, string item) =>
        (row?["items"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(i => (string)i["id"]! == item);
}
