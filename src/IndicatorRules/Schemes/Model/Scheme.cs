using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Json;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Model;

/// <summary>A versioned set of indicators with their rules (指标体系), resolved and composed. Immutable; safe on any thread.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record Scheme
{
    private readonly IdIndex _index = new();

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required NuGetVersion Version { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required LocalizedText Issuer { get; init; }

    /// <summary>The level it is of: nation, province, city, county.</summary>
    public required string Level { get; init; }

    /// <summary>A remark of its author; empty when none.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>The first day that it is in force, as yyyy-mm-dd; null when not known.</summary>
    public string? InForceFrom { get; init; }

    /// <summary>The last day that it is in force, as yyyy-mm-dd; null when open or not known.</summary>
    public string? InForceTo { get; init; }

    /// <summary>The year that <c>SinceBaseYear</c> compares with; null when it has none.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The document its targets come from.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>The upper schemes, as chosen; empty when it extends none.</summary>
    public ImmutableArray<Scheme> Uppers { get; init; } = [];

    /// <summary>The upper schemes' indicators that it declares not to take over.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Its dated stages, its bases' included, earliest first.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>What it asks of a place, its bases' included.</summary>
    public ImmutableArray<PlaceAttribute> Place { get; init; } = [];

    /// <summary>How it counts as reported.</summary>
    public Tally Tally { get; init; } = new();

    /// <summary>Its headings, in order.</summary>
    public required ImmutableArray<Domain> Domains { get; init; }

    /// <summary>Its indicators, in order of their numbers.</summary>
    public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>How the whole is concluded; null where the scheme does not say. Its own alone, never an upper scheme's.</summary>
    public ConclusionPlan? Conclusion { get; init; }

    /// <summary>The checks on the facts. Its own alone, never an upper scheme's.</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>The background figures that its checks ask for.</summary>
    public ImmutableArray<BackgroundFigure> Background { get; init; } = [];

    /// <summary>The functions that its rules may call. Its own alone, never an upper scheme's.</summary>
    public ImmutableArray<SchemeFunction> Functions { get; init; } = [];

    /// <summary>The plugin's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 over the files that decide its verdicts, its own alone, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Id and version together: <c>jingle-county@1.0.0</c>.</summary>
    public string Key => $"{Id}@{Version}";

    /// <summary>One indicator; null when the scheme has none of that id.</summary>
    public Indicator? Find(string indicatorId) => IndexOf(indicatorId) is var index and >= 0 ? Indicators[index] : null;

    /// <summary>The indicator of an upper scheme that one of this scheme's takes over.</summary>
    public Indicator Upper(UpperIndicator from) => Uppers.First(b => b.Id == from.SchemeId).Find(from.IndicatorId)!;

    /// <summary>The heading that a task group stands under.</summary>
    public Domain DomainOf(string taskId) => Domains.First(d => d.TaskGroups.Any(t => t.Id == taskId));

    /// <summary>This scheme and all that it rests on, uppermost first, each once.</summary>
    public IEnumerable<Scheme> Lineage()
    {
        var lineage = new List<Scheme>();
        Gather(lineage, new HashSet<string>(StringComparer.Ordinal));
        return lineage;
    }

    /// <summary>Names the scheme and all that it rests on by content and folder: two that have the same name judge alike.</summary>
    internal string LineageKey()
    {
        var key = new StringBuilder();
        foreach (var scheme in Lineage())
        {
            key.Append(scheme.Key).Append(' ').Append(scheme.Hash).Append(' ').Append(scheme.Folder).Append('\n');
        }

        return key.ToString();
    }

    /// <summary>The position of an indicator in the scheme's order; -1 when the scheme has none of that id.</summary>
    internal int IndexOf(string indicatorId) => _index.Of(Indicators).GetValueOrDefault(indicatorId, -1);

    // A scheme is asked for before its uppers are: in a lineage that branches and joins, there are far more paths than schemes.
    private void Gather(List<Scheme> lineage, HashSet<string> seen)
    {
        if (!seen.Add(Key))
        {
            return;
        }

        foreach (var upper in Uppers)
        {
            upper.Gather(lineage, seen);
        }

        lineage.Add(this);
    }

    /// <summary>Finds indicators by id; made when it is first asked. No scheme differs from another by it. Safe on any thread.</summary>
    private sealed class IdIndex : IEquatable<IdIndex>
    {
        private volatile Tuple<ImmutableArray<Indicator>, Dictionary<string, int>>? _made;

        public bool Equals(IdIndex? other) => other is not null;

        public override bool Equals(object? obj) => obj is IdIndex;

        public override int GetHashCode() => 0;

        // A copy of the scheme that has other indicators shares the object and makes its own.
        internal Dictionary<string, int> Of(ImmutableArray<Indicator> indicators)
        {
            if (_made is { } made && made.Item1 == indicators)
            {
                return made.Item2;
            }

            var byId = new Dictionary<string, int>(indicators.Length, StringComparer.Ordinal);
            for (var i = 0; i < indicators.Length; i++)
            {
                byId.TryAdd(indicators[i].Id, i);
            }

            _made = Tuple.Create(indicators, byId);
            return byId;
        }
    }
}
