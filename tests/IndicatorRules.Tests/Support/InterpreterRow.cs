using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;

namespace IndicatorRules.Tests.Support;

/// <summary>One row of a facts file as the interpreter sees it.</summary>
internal sealed class InterpreterRow(JsonObject facts, string id, int year)
{
    private static readonly FrozenDictionary<string, int> NoStates = FrozenDictionary<string, int>.Empty;

    // The rows and items of which the shipped schemes say that a place may have nothing of the kind.
    private static readonly FrozenSet<string> CanBeAbsent = FrozenSet.Create(
        "polluted-farmland", "rural-toilets", "SurfaceWorst", "GroundwaterV", "BlackOdorous", "Manure", "Film");

    private readonly JsonObject? _now = Find(facts, id, year);

    internal InterpreterFigure Own(string unit = "%", params string[] states) => Figure(row => row, unit, states, CanBeAbsent.Contains(id));

    internal InterpreterFigure Item(string item, string unit = "%", params string[] states) => Figure(
        row => Part(row, item), unit, states, CanBeAbsent.Contains(item));

    // Judged is the figure of the year, wherever it is given, else what the year's own column has; and all years count from the one it is
    // of.
    private InterpreterFigure Figure(Func<JsonObject?, JsonObject?> part, string unit, string[] states, bool canBeAbsent)
    {
        var now = OfYear(year, part);
        var of = (int?)now?["ofYear"] ?? year;
        var before = OfYear(of - 1, part);
        return new(now, ((int?)before?["ofYear"] ?? (of - 1)) == of - 1 ? before : null, _now, of, unit, Ranks(states), canBeAbsent);
    }

    private JsonObject? OfYear(int wanted, Func<JsonObject?, JsonObject?> part)
    {
        var own = part(Find(facts, id, wanted));
        var isOfWanted = ((int?)own?["ofYear"] ?? wanted) == wanted;
        if (isOfWanted && !IsLeftOut(own?["value"]))
        {
            return own;
        }

        foreach (var column in ((JsonArray)facts["years"]!).Select(y => (int)y!["year"]!).Where(y => y != wanted))
        {
            if (part(Find(facts, id, column)) is { } other && (int?)other["ofYear"] == wanted && !IsAbsent(other["value"]))
            {
                // What is claimed of a year stands in that year's column.
                var figure = (JsonObject)other.DeepClone();
                Replace(figure, own, "met");
                Replace(figure, own, "trend");
                if (isOfWanted && own?["change"] is not null)
                {
                    Replace(figure, own, "change");
                }

                return figure;
            }
        }

        return own;
    }

    private static void Replace(JsonObject figure, JsonObject? own, string field)
    {
        figure.Remove(field);
        if (own?[field] is { } said)
        {
            figure.Add(field, said.DeepClone());
        }
    }

    private static bool IsLeftOut(JsonNode? value) => value switch
    {
        null => true,
        JsonObject form => (string?)form["absent"] == "not-reported",
        _ => value.GetValueKind() == JsonValueKind.String && (string?)value is "" or "-" or "—" or "未填报",
    };

    private static bool IsAbsent(JsonNode? value) => IsLeftOut(value) || value switch
    {
        JsonObject form => form["absent"] is not null,
        _ => value!.GetValueKind() == JsonValueKind.String
            && ((string?)value is "无" or "不涉及" or "不考核" or "无监测点"
                || ((string)value!).StartsWith("上级未下达", StringComparison.Ordinal)),
    };

    /// <summary>完成上级规定的任务.</summary>
    internal Answer TaskCompleted()
    {
        var own = Own();
        var task = _now?["task"] as JsonObject;
        return task?["figures"] is JsonArray figures ? Answer.All([.. figures.Select(f => Reached((JsonObject)f!, own.Reported))])
            : (string?)task?["state"] == "none-set" || own.DoesNotApply ? Answer.NotApplicable
            : own.Now?["value"] is JsonObject quota && quota.ContainsKey("done")
            ? Answer.Of((decimal)quota["done"]! >= (decimal)quota["assigned"]!)
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
