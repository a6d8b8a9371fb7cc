using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Store;

/// <summary>A catalog without faults, with all its schemes composed. Immutable.</summary>
/// <param name="Schemes">All schemes of all lineages, each once, upper schemes first.</param>
/// <param name="Entries">The catalog's entries, in its order.</param>
internal sealed record Bundle(ImmutableArray<BundledScheme> Schemes, ImmutableArray<Scheme> Entries)
{
    /// <summary>The bundle of a catalog; null when it has diagnostics, which are reported from the files at each start.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="requestOf">Returns the name of a scheme's compile request.</param>
    /// <param name="most">The maximum bytes of all scheme.json together; composing more would delay a start that needs one scheme.</param>
    internal static Bundle? Of(SchemeCatalog catalog, Func<Scheme, string> requestOf, long most = long.MaxValue)
    {
        if (catalog.Scan.Plugins.Sum(p => p.Read.Value?.Content.SchemeBytes ?? 0L) > most || !catalog.Diagnostics.IsEmpty
            || !catalog.Entries.All(e => e.Whole is { Succeeded: true, Diagnostics.IsEmpty: true }))
        {
            return null;
        }

        var entries = catalog.Entries.Select(e => e.Whole.Value!).ToImmutableArray();
        // The same scheme may resolve to different upper versions in different lineages.
        var all = entries.SelectMany(s => s.Lineage()).DistinctBy(s => s.LineageKey());
        return new([.. all.Select(s => new BundledScheme(s, requestOf(s)))], entries);
    }

    internal byte[] ToBytes(List<string> folders) => Codec.Write(this, (io, b) => new SchemeCodec(io, folders).Bundle(b), folders);

    /// <summary>Reads a bundle whose plugins are now in these folders, in the same order; null when the bytes are invalid.</summary>
    internal static Bundle? Read(byte[] bytes, List<string> folders) =>
        Codec.Read<Bundle>(bytes, (io, b) => new SchemeCodec(io, folders).Bundle(b), folders);
}

/// <summary>A composed scheme and the name of its compile request. Immutable.</summary>
internal sealed record BundledScheme(Scheme Scheme, string Request);

/// <summary>The fields of a bundle, and so of every type of the model, in the order of the bytes.</summary>
/// <remarks>C# evaluates arguments and initializers in source order, which is therefore the order of the bytes.</remarks>
internal sealed class SchemeCodec(Codec io, List<string> folders)
{
    // The schemes written or read so far, which later schemes refer to.
    private readonly List<Scheme> _schemes = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    internal Bundle Bundle(Bundle? b) => new(io.All(b?.Schemes, Bundled), io.All(b?.Entries, Known));

    private BundledScheme Bundled(BundledScheme? b)
    {
        var bundled = new BundledScheme(Scheme(b?.Scheme), io.Word(b?.Request));
        if (b is not null)
        {
            _indexes.Add(b.Scheme.LineageKey(), _schemes.Count);
        }

        _schemes.Add(bundled.Scheme);
        return bundled;
    }

    private Scheme Known(Scheme? s) => _schemes[io.Number(s is null ? null : _indexes[s.LineageKey()])];

    private Scheme Scheme(Scheme? s) => new()
    {
        Id = io.Word(s?.Id),
        Version = SchemeVersion.Parse(io.Word(s?.Version.Written)),
        Folder = folders[io.Number(s is null ? null : folders.IndexOf(s.Folder))],
        Hash = io.Word(s?.Hash),
        Uppers = io.All(s?.Uppers, Known),
        Title = io.Text(s?.Title),
        Issuer = io.Text(s?.Issuer),
        Level = io.Word(s?.Level),
        Note = io.Text(s?.Note),
        InForceFrom = io.WordOrNull(s?.InForceFrom),
        InForceTo = io.WordOrNull(s?.InForceTo),
        BaseYear = io.NumberOrNull(s?.BaseYear),
        Source = io.Source(s?.Source),
        LeftOut = io.All(s?.LeftOut, l => new(Upper(l?.Upper), io.Text(l?.Because), io.Location(l?.Location))),
        Stages = io.All(s?.Stages, Stage),
        Place = io.All(s?.Place, Attribute),
        Tally = new(Status(s?.Tally.NotApplicable), Status(s?.Tally.Undetermined)),
        StarMeaning = io.Text(s?.StarMeaning),
        Domains = io.All(s?.Domains, Domain),
        Kinds = io.All(s?.Kinds, Kind),
        Numbering = (Numbering)io.Number((int?)s?.Numbering),
        Indicators = io.All(s?.Indicators, Indicator),
        Conclusion = io.Optional(s?.Conclusion, Conclusion),
        Checks = io.All(s?.Checks, Check),
        OverPlaces = io.All(s?.OverPlaces, OverPlaces),
        Background = io.All(s?.Background, b => new(io.Word(b?.Id), io.Text(b?.Name), io.Word(b?.Unit))),
        Functions = io.All(s?.Functions, Function),
    };

    private Domain Domain(Domain? d) =>
        new(io.Word(d?.Id), io.Text(d?.Name), io.All(d?.TaskGroups, t => new(io.Word(t?.Id), io.Text(t?.Name))));

    private Indicator Indicator(Indicator? i) => new()
    {
        Number = io.Word(i?.Number),
        Id = io.Word(i?.Id),
        TaskGroup = io.Word(i?.TaskGroup),
        Name = io.Text(i?.Name),
        Aliases = io.All(i?.Aliases, io.Word),
        Unit = io.Word(i?.Unit),
        MeasuredIn = io.WordOrNull(i?.MeasuredIn),
        Direction = (Direction)io.Number((int?)i?.Direction),
        Decimals = io.NumberOrNull(i?.Decimals),
        Range = io.Optional(i?.Range, Range),
        Starred = io.Flag(i?.Starred),
        Kinds = io.All(i?.Kinds, b => new(io.Word(b?.SchemeId), Kind(b?.Kind))),
        Kind = Kind(i?.Kind),
        Target = io.Text(i?.Target),
        Items = io.All(i?.Items, Item),
        States = io.All(i?.States, State),
        Absence = Absence(i?.Absence),
        Rule = io.Rule(i?.Rule),
        Source = io.Source(i?.Source),
        Stages = io.All(i?.Stages, DatedTarget),
        From = io.All(i?.From, Upper),
        ReplacesRule = io.Flag(i?.ReplacesRule),
        ItemOf = io.WordOrNull(i?.ItemOf),
        Group = io.WordOrNull(i?.Group),
        Combines = io.Optional(i?.Combines, c => new(io.All(c?.Rows, io.Word), io.NumberOrNull(c?.AtLeast), io.Flag(c?.IsGroup))),
        CountsAsRow = io.Flag(i?.CountsAsRow),
        Provenance = io.All(i?.Provenance, o => new(io.Word(o?.Field), io.All(o?.Authors, Provenance))),
        Unasked = io.All(i?.Unasked, io.Word),
        Because = io.Text(i?.Because),
        Note = io.Text(i?.Note),
        Location = io.Location(i?.Location),
    };

    private IndicatorStage DatedTarget(IndicatorStage? s) => new(Stage(s?.Stage), io.Text(s?.Target), io.Rule(s?.Rule))
    {
        Because = io.Text(s?.Because),
        Provenance = io.All(s?.Provenance, Provenance),
        Location = io.Location(s?.Location),
    };

    private Item Item(Item? i) => new()
    {
        Id = io.Word(i?.Id),
        Name = io.Text(i?.Name),
        Aliases = io.All(i?.Aliases, io.Word),
        Unit = io.Word(i?.Unit),
        MeasuredIn = io.WordOrNull(i?.MeasuredIn),
        Direction = (Direction)io.Number((int?)i?.Direction),
        Range = io.Optional(i?.Range, Range),
        Target = io.Optional(i?.Target, io.Text),
        Starred = io.Flag(i?.Starred),
        Printed = io.Flag(i?.Printed),
        States = io.All(i?.States, State),
        Absence = io.Optional(i?.Absence, Absence),
    };

    private ConclusionPlan Conclusion(ConclusionPlan? c) => new()
    {
        Grades = io.All(c?.Grades, g => new(io.Word(g?.Id), io.Text(g?.Name))),
        Points = Points(c?.Points),
        Scales = Scales(c?.Scales),
        Adjustments = io.All(c?.Adjustments, a => new(io.Word(a?.Id), io.Text(a?.Name), io.Decimal(a?.AtLeast), io.Decimal(a?.AtMost))),
        ExemptEarns = io.Flag(c?.ExemptEarns),
        Location = io.Location(c?.Location),
        Script = io.Rule(c?.Script),
    };

    private ImmutableSortedDictionary<string, decimal> Points(ImmutableSortedDictionary<string, decimal>? p)
    {
        var points = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var indicator in io.All(p?.Keys.ToImmutableArray(), io.Word))
        {
            points.Add(indicator, io.Decimal(p?[indicator]));
        }

        return points.ToImmutable();
    }

    private ImmutableSortedDictionary<string, PointScale> Scales(ImmutableSortedDictionary<string, PointScale>? s)
    {
        var scales = ImmutableSortedDictionary.CreateBuilder<string, PointScale>(StringComparer.Ordinal);
        foreach (var indicator in io.All(s?.Keys.ToImmutableArray(), io.Word))
        {
            scales.Add(indicator, Scale(s?[indicator]));
        }

        return scales.ToImmutable();
    }

    private PointScale Scale(PointScale? s)
    {
        if (io.Optional(s as LinearScale, l => new(io.Decimal(l?.Floor), io.Decimal(l?.Target))) is { } linear)
        {
            return linear;
        }

        var deduct = s as DeductScale;
        var (points, per) = (io.Decimal(deduct?.Points), io.Decimal(deduct?.Per));
        return new DeductScale(points, per, io.Flag(deduct?.AtMost is not null) ? io.Decimal(deduct?.AtMost) : null);
    }

    private Check Check(Check? c) =>
        new(io.Word(c?.Id), io.Text(c?.Title), io.WordOrNull(c?.IndicatorId), io.Rule(c?.Script), io.Location(c?.Location));

    private PlacesRequirement OverPlaces(PlacesRequirement? p) => new(
        new(io.Word(p?.Quorum.Written), io.Flag(p?.Quorum.IsExceeded)), io.Location(p?.Location))
    {
        Id = io.Word(p?.Id),
        Name = io.Text(p?.Name),
        Indicator = io.WordOrNull(p?.Indicator),
        Stage = io.WordOrNull(p?.Stage),
    };

    private PlaceAttribute Attribute(PlaceAttribute? a) => new(
        io.Word(a?.Id),
        (AttributeKind)io.Number((int?)a?.Kind),
        io.Text(a?.Name),
        io.All(a?.Choices, c => new(io.Word(c?.Id), io.Text(c?.Text), io.All(c?.Also, io.Word))));

    private SchemeFunction Function(SchemeFunction? f) =>
        new(Signature(f?.Signature), io.Text(f?.Name), io.Word(f?.Extension), io.Number(f?.Cost), io.Location(f?.Location));

    private FunctionSignature Signature(FunctionSignature? s) =>
        new(io.Word(s?.Id), io.All(s?.Parameters, p => new(io.Word(p?.Name), io.Word(p?.Unit))), io.Word(s?.Unit));

    private AbsencePolicy Absence(AbsencePolicy? a) =>
        new(Status(a?.NotReported), Status(a?.NothingOfTheKind), Status(a?.NotAssessed), Status(a?.NotMeasurable));

    private StateInfo State(StateInfo? s) => new(io.Word(s?.Id), io.Text(s?.Text), io.All(s?.Answers, io.Word), io.Number(s?.Rank));

    private FigureRange Range(FigureRange? r) => new(End(r?.Least), End(r?.Most), io.Flag(r?.Rejects));

    private decimal? End(decimal? end) => io.Flag(end is not null) ? io.Decimal(end) : null;

    private RowKind Kind(RowKind? k) => new(io.Word(k?.Id), io.Text(k?.Name), io.Flag(k?.Counted));

    private Stage Stage(Stage? s) => new(io.Word(s?.Id), io.Text(s?.Name), io.Number(s?.Year));

    private Provenance Provenance(Provenance? p) =>
        new(io.Word(p?.SchemeKey), io.Location(p?.Location), io.Source(p?.Source));

    private UpperIndicator Upper(UpperIndicator? u) => new(io.Word(u?.SchemeId), io.Word(u?.IndicatorId));

    private Status Status(Status? s) => (Status)io.Number((int?)s);
}
