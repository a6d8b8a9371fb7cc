using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Keeping;

/// <summary>
/// Bytes → a composed scheme. In C#, initializers run in the order that they are written in, which is the order of the bytes.
/// </summary>
internal sealed class KeptSchemeReader(KeptReader from)
{
    internal Scheme Read(string id, NuGetVersion version, ImmutableArray<Scheme> uppers, string folder, string hash, string request) => new()
    {
        Id = id,
        Version = version,
        Uppers = uppers,
        Folder = folder,
        Hash = hash,
        RequestName = request,
        Title = from.Text(),
        Issuer = from.Text(),
        Level = from.Word(),
        Note = from.Text(),
        InForceFrom = from.WordOrNull(),
        InForceTo = from.WordOrNull(),
        BaseYear = from.NumberOrNull(),
        Source = from.Source(),
        LeftOut = from.All(() => new LeftOut(Upper(), from.Text(), from.Place())),
        Stages = from.All(Stage),
        Place = from.All(() => new PlaceAttribute(from.Word(), (AttributeKind)from.Number(), from.Text(), from.All(Choice))),
        Tally = new Tally((Status)from.Number(), (Status)from.Number()),
        Domains = from.All(() => new Domain(from.Word(), from.Text(), from.All(() => new TaskGroup(from.Word(), from.Text())))),
        Indicators = from.All(Indicator),
        Conclusion = from.Flag() ? Conclusion() : null,
        Checks = from.All(() => new Check(from.Word(), from.Text(), from.WordOrNull(), from.Rule(), from.Place())),
        Background = from.All(() => new BackgroundFigure(from.Word(), from.Text(), from.Word())),
        Functions = from.All(() => new SchemeFunction(Signature(), from.Text(), from.Word(), from.Number(), from.Place())),
    };

    private Indicator Indicator() => new()
    {
        Number = from.Number(),
        Id = from.Word(),
        TaskGroup = from.Word(),
        Name = from.Text(),
        Unit = from.Word(),
        MeasuredIn = from.WordOrNull(),
        Direction = (Direction)from.Number(),
        Decimals = from.NumberOrNull(),
        Starred = from.Flag(),
        Kinds = from.All(() => new LevelKind(from.Word(), (RowKind)from.Number())),
        Target = from.Text(),
        Items = from.All(Item),
        States = from.All(State),
        Absence = Absence(),
        Rule = from.Rule(),
        Source = from.Source(),
        Stages = from.All(() => new IndicatorStage(Stage(), from.Text(), from.Rule())
        {
            Because = from.Text(),
            Provenance = from.All(Origin),
            Location = from.Place(),
        }),
        From = from.All(Upper),
        ReplacesRule = from.Flag(),
        Provenance = from.All(() => new FieldProvenance(from.Word(), from.All(Origin))),
        Unasked = from.All(from.Word),
        Because = from.Text(),
        Note = from.Text(),
        Location = from.Place(),
    };

    private Item Item() => new()
    {
        Id = from.Word(),
        Name = from.Text(),
        Unit = from.Word(),
        MeasuredIn = from.WordOrNull(),
        Direction = (Direction)from.Number(),
        Target = from.Flag() ? from.Text() : null,
        Starred = from.Flag(),
        Printed = from.Flag(),
        States = from.All(State),
        Absence = from.Flag() ? Absence() : null,
    };

    private AbsencePolicy Absence() => new((Status)from.Number(), (Status)from.Number(), (Status)from.Number(), (Status)from.Number());

    private StateInfo State() => new(from.Word(), from.Text(), from.All(from.Word), from.Number());

    private Stage Stage() => new(from.Word(), from.Text(), from.Number());

    private Provenance Origin() => new(from.Word(), from.Place(), from.Source());

    private UpperIndicator Upper() => new(from.Word(), from.Word());

    private Choice Choice() => new(from.Word(), from.Text(), from.All(from.Word));

    private FunctionSignature Signature() =>
        new(from.Word(), from.All(() => new FunctionParameter(from.Word(), from.Word())), from.Word());

    private ConclusionPlan Conclusion() => new()
    {
        Grades = from.All(() => new Grade(from.Word(), from.Text())),
        Points = Points(),
        ExemptEarns = from.Flag(),
        Location = from.Place(),
        Script = from.Rule(),
    };

    private ImmutableSortedDictionary<string, decimal> Points()
    {
        var points = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        for (var left = from.Number(); left > 0; left--)
        {
            points.Add(from.Word(), from.Figure());
        }

        return points.ToImmutable();
    }
}
