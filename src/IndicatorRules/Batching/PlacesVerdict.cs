using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Batching;

/// <summary>Whether enough places are met in a year. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class PlacesVerdict
{
    internal PlacesVerdict(Scheme scheme, PlacesRequirement requirement, int year, PlacesCount count)
    {
        (Scheme, Requirement, Year) = (scheme, requirement, year);
        (Met, DeclaredMet, NotMet, NotApplicable, Undetermined) =
            (count.Met, count.DeclaredMet, count.NotMet, count.NotApplicable, count.Undetermined);
    }

    /// <summary>The scheme judged by.</summary>
    public Scheme Scheme { get; }

    /// <summary>What is required.</summary>
    public PlacesRequirement Requirement { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Places that are met.</summary>
    public long Met { get; }

    /// <summary>Those of them that are met only by a claim.</summary>
    public long DeclaredMet { get; }

    /// <summary>Places that are not met.</summary>
    public long NotMet { get; }

    /// <summary>Places to which it does not apply; no part is taken of them.</summary>
    public long NotApplicable { get; }

    /// <summary>Places of which it is not known, those without facts of the year included.</summary>
    public long Undetermined { get; }

    /// <summary>The places to which it applies, or may apply.</summary>
    public long Places => Met + NotMet + Undetermined;

    /// <summary>How many of them must be met.</summary>
    public long Needed => Requirement.Quorum.Of(Places);

    /// <summary>Met or not met only where the undetermined places cannot change it.</summary>
    public Status Status => StatusOf(Met);

    /// <summary>Whether the status rests on claims: without the places that are met by one, it would not be so.</summary>
    public Basis? Basis => Status switch
    {
        Status.Met => StatusOf(Met - DeclaredMet) == Status.Met ? Contract.Basis.Measured : Contract.Basis.Declared,
        Status.NotMet => Contract.Basis.Measured,
        _ => null,
    };

    /// <summary>The verdict as a sentence.</summary>
    public string Text(Language language)
    {
        var (words, quorum) = (new Wording(language), Requirement.Quorum);
        var (written, all) = quorum.IsNumber
            ? (words.Say($" {quorum.Written} 个", $" {quorum.Written}"), "")
            : ($" {quorum.Written}", words.Say($"（须 {Needed} 个）", $" ({Needed} places)"));
        var needed = quorum.IsExceeded
            ? words.Say($"要求超过{written}{all}", $"more than{written}{all} wanted")
            : words.Say($"要求至少{written}{all}", $"at least{written}{all} wanted");
        return words.Say(
            $"{Year} 年“{Requirement.Name.Zh}”：{Places} 个行政区中达标 {Met}{(DeclaredMet > 0 ? $"（其中自报 {DeclaredMet}）" : "")}，"
                + $"未达标 {NotMet}，无法判定 {Undetermined}{(NotApplicable > 0 ? $"，另有不适用 {NotApplicable}" : "")}；"
                + $"{needed}：{Reached(words)}",
            $"{Year} {Requirement.Name.En}: of {Places} places {Met} met{(DeclaredMet > 0 ? $" ({DeclaredMet} declared)" : "")}, "
                + $"{NotMet} not met, {Undetermined} undetermined{(NotApplicable > 0 ? $", {NotApplicable} more not applicable" : "")}; "
                + $"{needed}: {Reached(words)}");
    }

    private string Reached(Wording words) => Status switch
    {
        Status.Met => words.Of(Status.Met),
        Status.NotMet => words.Say($"未达标，还差 {Needed - Met} 个", $"not met, {Needed - Met} short"),
        Status.Undetermined => words.Say(
            $"无法判定，还差 {Needed - Met} 个，要看无法判定的 {Undetermined} 个",
            $"undetermined: {Needed - Met} short, and {Undetermined} not known"),
        _ => words.Of(Status.NotApplicable),
    };

    // One undetermined place more or less that is met, not met or does not apply lies between these two.
    private Status StatusOf(long met) => Places == 0 ? Status.NotApplicable
        : met >= Needed ? Status.Met
        : met + Undetermined < Needed ? Status.NotMet
        : Status.Undetermined;
}
