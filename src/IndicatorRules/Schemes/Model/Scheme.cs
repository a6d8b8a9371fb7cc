using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Model;

/// <summary>A versioned set of indicators with their rules (指标体系), resolved and composed. Immutable; thread-safe.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class Scheme
{
    internal static readonly LocalizedText UsualStar = new("省级特色建设指标", "indicators of the province's own");

    // Built on first use. Two threads may build it at once; both make the same.
    private volatile Dictionary<string, int>? _index;

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The version.</summary>
    public required SchemeVersion Version { get; init; }

    /// <summary>The title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The issuer.</summary>
    public required LocalizedText Issuer { get; init; }

    /// <summary>The administrative level: nation, province, city or county.</summary>
    public required string Level { get; init; }

    /// <summary>What its level is called: 国家, 省级; 本县 for a table's own scheme.</summary>
    internal LocalizedText LevelName(bool isOwn) => Level switch
    {
        "nation" => new LocalizedText("国家", Level),
        "province" => new LocalizedText(isOwn ? "本省" : "省级", Level),
        "city" => new LocalizedText(isOwn ? "本市" : "市级", Level),
        "county" => new LocalizedText(isOwn ? "本县" : "县级", Level),
        _ => (LocalizedText)Level,
    };

    /// <summary>The author's note; empty if there is none.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>The first day in force, as yyyy-mm-dd; null if not known.</summary>
    public string? InForceFrom { get; init; }

    /// <summary>The last day in force, as yyyy-mm-dd; null if open or not known.</summary>
    public string? InForceTo { get; init; }

    /// <summary>The year that <c>SinceBaseYear</c> compares with; null if there is none.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The document that its targets come from.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>The upper schemes in the chosen versions; empty if it extends none.</summary>
    public ImmutableArray<Scheme> Uppers { get; init; } = [];

    /// <summary>The upper indicators that it leaves out.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The stages, including those of upper schemes, earliest first.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>The place attributes that it requires, including those of upper schemes.</summary>
    public ImmutableArray<PlaceAttribute> Place { get; init; } = [];

    /// <summary>How its own totals count statuses.</summary>
    public Tally Tally { get; init; } = new();

    /// <summary>What rows with a star are, by default features of the province.</summary>
    public LocalizedText StarMeaning { get; init; } = UsualStar;

    /// <summary>The kinds of rows, in order, including those of upper schemes.</summary>
    public ImmutableArray<RowKind> Kinds { get; init; } = RowKind.Usual;

    /// <summary>Whether it has other kinds, or other names for them, than binding and reference.</summary>
    public bool NamesKinds => Kinds.Any(k => !RowKind.Usual.Contains(k));

    /// <summary>The headings, in order.</summary>
    public required ImmutableArray<Domain> Domains { get; init; }

    /// <summary>
    /// The indicators, in the table's order: by number where all are whole numbers of one numbering, otherwise as in the file.
    /// </summary>
    public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>How the conclusion is drawn; null if there is none. Not inherited from upper schemes.</summary>
    public ConclusionPlan? Conclusion { get; init; }

    /// <summary>The checks on the facts. Not inherited from upper schemes.</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>How many of many places must be met. Not inherited from upper schemes.</summary>
    public ImmutableArray<PlacesRequirement> OverPlaces { get; init; } = [];

    /// <summary>The background figures that its checks need.</summary>
    public ImmutableArray<BackgroundFigure> Background { get; init; } = [];

    /// <summary>The functions that its rules may call. Not inherited from upper schemes.</summary>
    internal ImmutableArray<SchemeFunction> Functions { get; init; } = [];

    /// <summary>The plugin's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 over its own files that decide verdicts, without those of upper schemes, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Id and version: <c>jingle-county@1.0.0</c>.</summary>
    public string Key => $"{Id}@{Version}";

    /// <summary>The indicator with an id; null if there is none.</summary>
    public Indicator? Find(string indicatorId) => IndexOf(indicatorId) is var index and >= 0 ? Indicators[index] : null;

    /// <summary>Within what the numbers of its rows are unique.</summary>
    internal Numbering Numbering { get; init; }

    /// <summary>The upper indicator that one of this scheme's takes over.</summary>
    public Indicator Upper(UpperIndicator from) => Uppers.First(b => b.Id == from.SchemeId).Find(from.IndicatorId)!;

    /// <summary>The domain of a task group.</summary>
    public Domain DomainOf(string taskId) => Domains.First(d => d.TaskGroups.Any(t => t.Id == taskId));

    /// <summary>This scheme and all its upper schemes, uppermost first, each once.</summary>
    public IEnumerable<Scheme> Lineage()
    {
        var lineage = new List<Scheme>();
        Gather(lineage, new HashSet<string>(StringComparer.Ordinal));
        return lineage;
    }

    /// <summary>Identifies the lineage by content and folders: lineages with equal keys judge alike.</summary>
    internal string LineageKey()
    {
        var key = new StringBuilder();
        foreach (var scheme in Lineage())
        {
            key.Append(scheme.Key).Append(' ').Append(scheme.Hash).Append(' ').Append(scheme.Folder).Append('\n');
        }

        return key.ToString();
    }

    /// <summary>The index of an indicator; -1 if there is none with that id.</summary>
    internal int IndexOf(string indicatorId) => (_index ??= Index()).GetValueOrDefault(indicatorId, -1);

    private Dictionary<string, int> Index()
    {
        var byId = new Dictionary<string, int>(Indicators.Length, StringComparer.Ordinal);
        for (var i = 0; i < Indicators.Length; i++)
        {
            byId.TryAdd(Indicators[i].Id, i);
        }

        return byId;
    }

    // Visits each scheme once: in a lineage that branches and joins, there are far more paths than schemes.
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
}
