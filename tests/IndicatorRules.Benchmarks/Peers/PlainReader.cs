using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>A place's facts → the same facts held plainly, everything looked up before any rule runs.</summary>
internal sealed class PlainReader(Scheme scheme, PlaceFacts facts, int year)
{
    private readonly Dictionary<string, IndicatorInfo> _infos = scheme.Indicators.ToDictionary(i => i.Id, i => i.ToInfo(scheme.BaseYear));

    internal PlainPlace Read()
    {
        var terrain = facts.Place.Find("Terrain")!.Shares.ToDictionary(s => s.Part, s => s.Percent / 100m);
        return new PlainPlace
        {
            Climate = Climate(facts.Place.Find("Climate")!.Choice!),
            Mountain = terrain["Mountain"],
            Hill = terrain["Hill"],
            Plain = terrain["Plain"],
            EcoPlan = Own("eco-plan"),
            EcoDeployment = Own("eco-deployment"),
            EcoAppraisalShare = Own("eco-appraisal-share"),
            RiverChief = Own("river-chief"),
            EcoInfoDisclosure = Own("eco-info-disclosure"),
            PlanningEia = Own("planning-eia"),
            AirQuality = Own("air-quality"),
            AirQualityTask = Task("air-quality"),
            GoodDays = Item("air-quality", "GoodDays"),
            Pm25Drop = Item("air-quality", "Pm25Drop"),
            HeavyPollutionDays = Item("air-quality", "HeavyPollutionDays"),
            WaterQuality = Own("water-quality"),
            WaterQualityTask = Task("water-quality"),
            SurfaceGood = Item("water-quality", "SurfaceGood"),
            SurfaceWorst = Item("water-quality", "SurfaceWorst"),
            GroundwaterV = Item("water-quality", "GroundwaterV"),
            BlackOdorous = Item("water-quality", "BlackOdorous"),
            PollutantReduction = Own("pollutant-reduction"),
            PollutantReductionTask = Task("pollutant-reduction"),
            EcoIndex = Own("eco-index"),
            ForestGrassCover = Own("forest-grass-cover"),
            ProtectedSpecies = Item("biodiversity", "ProtectedSpecies"),
            InvasiveSpecies = Item("biodiversity", "InvasiveSpecies"),
            AquaticSpecies = Item("biodiversity", "AquaticSpecies"),
            HazardousWaste = Own("hazardous-waste"),
            SoilRegister = Own("soil-register"),
            PollutedFarmland = Own("polluted-farmland"),
            PollutedFarmlandTask = Task("polluted-farmland"),
            KeyConstructionLand = Own("key-construction-land"),
            EmergencyMechanism = Own("emergency-mechanism"),
            RedLine = Item("natural-space", "RedLine"),
            NatureReserves = Item("natural-space", "NatureReserves"),
            Nature = Item("natural-space", "Nature"),
            Function = Item("natural-space", "Function"),
            ShorelineProtection = Own("shoreline-protection"),
            ShorelineProtectionTask = Task("shoreline-protection"),
            EnergyPerGdp = Own("energy-per-gdp"),
            EnergyPerGdpTask = Task("energy-per-gdp"),
            WaterPerGdp = Own("water-per-gdp"),
            WaterPerGdpTask = Task("water-per-gdp"),
            LandPerGdp = Own("land-per-gdp"),
            Fertilizer = Item("fertilizer-pesticide", "Fertilizer"),
            Pesticide = Item("fertilizer-pesticide", "Pesticide"),
            Straw = Item("farm-waste", "Straw"),
            Manure = Item("farm-waste", "Manure"),
            Film = Item("farm-waste", "Film"),
            IndustrialSolidWaste = Own("industrial-solid-waste"),
            DrinkingSource = Own("drinking-source"),
            VillageDrinkingWater = Own("village-drinking-water"),
            UrbanSewage = Own("urban-sewage"),
            RuralSewage = Own("rural-sewage"),
            UrbanWaste = Own("urban-waste"),
            RuralWaste = Own("rural-waste"),
            RuralToilets = Own("rural-toilets"),
            RuralToiletsTask = Task("rural-toilets"),
            GreenBuildings = Own("green-buildings"),
            WasteSorting = Own("waste-sorting"),
            GreenProcurement = Own("green-procurement"),
            OfficialTraining = Own("official-training"),
            PublicSatisfaction = Own("public-satisfaction"),
            PublicParticipation = Own("public-participation"),
        };
    }

    private static PlainClimate Climate(string words) => words switch
    {
        "湿润地区" => PlainClimate.Humid,
        "半湿润地区" => PlainClimate.SemiHumid,
        "半干旱地区" => PlainClimate.SemiArid,
        "干旱地区" => PlainClimate.Arid,
        _ => throw new InvalidDataException(words),
    };

    private PlainFigure Own(string id) => Figure(_infos[id].Own, row => row.Own, id);

    private PlainFigure Item(string id, string item) => Figure(_infos[id].Items.Single(i => i.Id == item), row => row.Item(item), id);

    private PlainTask Task(string id)
    {
        var task = facts.Find(year)?.Find(id)?.SuperiorTask ?? SuperiorTaskFacts.NotStated;
        return new PlainTask(
            task.State, [.. task.Figures.Select(f => new PlainTaskFigure(f.Required, f.AtMost, Of(new Fact { Value = f.Actual })))]);
    }

    private PlainFigure Figure(FigureInfo info, Func<IndicatorFacts, Fact> part, string id)
    {
        var row = facts.Find(year)?.Find(id);
        var fact = row is null ? Fact.Unknown : part(row);
        var since = (fact.OfYear ?? year) - 1;
        return Of(fact, info, row?.Own, since, OfYear(since, id, part) is { } before ? Of(before, info) : null);
    }

    // The figure of a year: its own column's, or where that has none another column's; none where that column says why there is none.
    private Fact? OfYear(int wanted, string id, Func<IndicatorFacts, Fact> part)
    {
        var columns = facts.Years.Where(y => y.Find(id) is not null).OrderByDescending(y => y.Year == wanted)
            .Select(y => (y.Year, Fact: part(y.Find(id)!))).ToList();
        var isSaidToBeNone = columns.Exists(c => c.Year == wanted && (c.Fact.OfYear ?? wanted) == wanted
            && c.Fact.Value is { IsAbsent: true, Absence: not AbsenceKind.NotReported });
        return isSaidToBeNone ? null : columns.FirstOrDefault(c => !c.Fact.Value.IsAbsent && (c.Fact.OfYear ?? c.Year) == wanted).Fact;
    }

    private static PlainFigure Of(Fact fact, FigureInfo? info = null, Fact? own = null, int since = 0, PlainFigure? before = null)
    {
        var value = fact.Value;
        var percent = value is { Kind: ReadingKind.Quota, Assigned: > 0 } && info?.Unit == "%"
            ? 100m * value.Done!.Value / value.Assigned : null;
        var (low, high) = (percent ?? value.Low, percent ?? value.High);
        return new PlainFigure
        {
            IsNumber = low is not null && low == high && !value.LowOpen && !value.HighOpen,
            HasLow = low is not null,
            HasHigh = high is not null,
            LowOpen = value.LowOpen,
            HighOpen = value.HighOpen,
            Low = low ?? 0,
            High = high ?? 0,
            IsQuota = value is { Kind: ReadingKind.Quota, Assigned: > 0 },
            Done = value.Done ?? 0,
            Assigned = value.Assigned ?? 0,
            Rank = info?.StateOf(value.Text)?.Rank ?? -1,
            IsAbsent = value.IsAbsent,
            Absence = value.IsAbsent && info is not null ? info.Absence[value.Absence] : Status.Undetermined,
            Reported = (fact.ReportedMet ?? own?.ReportedMet) is { } met ? met ? Status.Met : Status.NotMet : Status.Undetermined,
            Trend = fact.ClaimedTrend ?? own?.ClaimedTrend,
            Change = fact.Change is { } change && change.Since == since ? change.Percent : null,
            Before = before,
        };
    }
}
