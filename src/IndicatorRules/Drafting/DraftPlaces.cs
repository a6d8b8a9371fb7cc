using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>The attributes of places that a draft's rules may name: those of upper schemes and those that its targets need.</summary>
internal sealed class DraftPlaces(ImmutableArray<PlaceAttribute> uppers)
{
    private readonly List<PlaceAttribute> _own = [];

    internal ImmutableArray<PlaceAttribute> Uppers => uppers;

    internal ImmutableArray<PlaceAttribute> Own => [.. _own];

    internal IEnumerable<PlaceAttribute> All => uppers.Concat(_own);

    internal void Add(TargetReading reading)
    {
        if (reading is { Certainty: not Certainty.Cannot, Place: { } place } && !uppers.Contains(place) && !_own.Contains(place))
        {
            _own.Add(place);
        }
    }

    /// <summary>What the draft declares itself.</summary>
    internal JsonArray Declared() => new([.. _own.Select(p => (JsonNode)new JsonObject
    {
        ["id"] = p.Id,
        ["kind"] = "choice",
        ["name"] = p.Name.Zh,
        ["choices"] = new JsonArray([.. p.Choices.Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["text"] = c.Text.Zh })]),
    })]);
}
