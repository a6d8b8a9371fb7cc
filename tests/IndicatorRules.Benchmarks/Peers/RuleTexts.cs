namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The rules of the three schemes as texts, for engines that take texts: one per rule, as the schemes have them.</summary>
/// <remarks>Over a place <c>p</c>; the words are those of <see cref="Words"/>. A county's rule has its upper schemes' answers as <c>n</c>
/// and <c>s</c>.</remarks>
internal static class RuleTexts
{
    /// <summary>The county's rules, which ask the upper schemes'.</summary>
    internal static IReadOnlyList<(string Id, string Text)> County { get; } =
    [
        ("eco-plan", "Words.All(n, s)"),
        ("eco-deployment", "Words.All(n, s)"),
        ("eco-appraisal-share", "Words.All(n, s)"),
        ("river-chief", "Words.All(n, s)"),
        ("eco-info-disclosure", "Words.All(n, s)"),
        ("planning-eia", "Words.All(n, s)"),
        ("air-quality", "Words.All(n, s)"),
        ("water-quality", "Words.All(n, s)"),
        ("pollutant-reduction", "s"),
        ("eco-index", "Words.All(n, s)"),
        ("forest-grass-cover", "Words.All(n, s)"),
        ("biodiversity", "Words.All(n, s)"),
        ("hazardous-waste", "Words.All(n, s)"),
        ("soil-register", "Words.All(n, s)"),
        ("polluted-farmland", "s"),
        ("key-construction-land", "s"),
        ("emergency-mechanism", "Words.All(n, s)"),
        ("natural-space", "Words.All(n, s)"),
        ("shoreline-protection", "Words.All(n, s)"),
        ("energy-per-gdp", "Words.All(n, s)"),
        ("water-per-gdp", "Words.All(n, s)"),
        ("land-per-gdp", "Words.All(n, s)"),
        ("fertilizer-pesticide", "Words.All(n, s)"),
        ("farm-waste", "Words.All(n, s)"),
        ("industrial-solid-waste", "Words.All(n, s)"),
        ("drinking-source", "Words.All(n, s)"),
        ("village-drinking-water", "Words.All(n, s)"),
        ("urban-sewage", "Words.All(n, s)"),
        ("rural-sewage", "Words.All(n, s)"),
        ("urban-waste", "Words.All(n, s)"),
        ("rural-waste", "Words.All(n, s)"),
        ("rural-toilets", "Words.All(n, s)"),
        ("green-buildings", "Words.All(n, s)"),
        ("waste-sorting", "Words.All(n, s)"),
        ("green-procurement", "Words.All(n, s)"),
        ("official-training", "Words.All(n, s)"),
        ("public-satisfaction", "Words.All(n, s)"),
        ("public-participation", "Words.All(n, s)"),
    ];

    /// <summary>The ids of the county's rows, in the scheme's order.</summary>
    internal static IReadOnlyList<string> Ids { get; } = [.. County.Select(r => r.Id)];

    /// <summary>The nation's rules.</summary>
    internal static IReadOnlyList<(string Id, string Text)> National { get; } =
    [
        ("eco-plan", "Words.Reached(p.EcoPlan, 2)"),
        ("eco-deployment", "Words.Reached(p.EcoDeployment, 1)"),
        ("eco-appraisal-share", "Words.AtLeast(p.EcoAppraisalShare, 20m)"),
        ("river-chief", "Words.Reached(p.RiverChief, 1)"),
        ("eco-info-disclosure", "Words.AtLeast(p.EcoInfoDisclosure, 100m)"),
        ("planning-eia", "Words.Reached(p.PlanningEia, 1)"),
        ("air-quality",
            "Words.All(Words.Completed(p.AirQualityTask, p.AirQuality), Words.Held(p.GoodDays, 1), Words.Held(p.Pm25Drop, -1))"),
        ("water-quality",
            "Words.All(Words.Completed(p.WaterQualityTask, p.WaterQuality), Words.All(Words.Held(p.SurfaceGood, 1), "
                + "Words.Held(p.SurfaceWorst, -1), Words.Held(p.GroundwaterV, -1), Words.Held(p.BlackOdorous, 1)))"),
        ("eco-index", "(p.Climate == PlainClimate.SemiHumid ? Words.AtLeast(p.EcoIndex, 55m) : Words.Unknown())"),
        ("forest-grass-cover", "Words.AtLeast(p.ForestGrassCover, 60m * p.Mountain + 40m * p.Hill + 18m * p.Plain)"),
        ("biodiversity",
            "Words.All(Words.AtLeast(p.ProtectedSpecies, 95m), Words.Is(p.InvasiveSpecies, 1), Words.Held(p.AquaticSpecies, 1))"),
        ("hazardous-waste", "Words.AtLeast(p.HazardousWaste, 100m)"),
        ("soil-register", "Words.Reached(p.SoilRegister, 1)"),
        ("emergency-mechanism", "Words.Reached(p.EmergencyMechanism, 1)"),
        ("natural-space",
            "Words.All(Words.Held(p.RedLine, 1), Words.Held(p.NatureReserves, 1), Words.Is(p.Nature, 1), Words.Is(p.Function, 1))"),
        ("shoreline-protection", "Words.Completed(p.ShorelineProtectionTask, p.ShorelineProtection)"),
        ("energy-per-gdp", "Words.All(Words.Completed(p.EnergyPerGdpTask, p.EnergyPerGdp), Words.Held(p.EnergyPerGdp, -1))"),
        ("water-per-gdp", "Words.All(Words.Completed(p.WaterPerGdpTask, p.WaterPerGdp), Words.Held(p.WaterPerGdp, -1))"),
        ("land-per-gdp", "Words.AtLeast(p.LandPerGdp, 4.5m)"),
        ("fertilizer-pesticide", "Words.All(Words.AtLeast(p.Fertilizer, 43m), Words.AtLeast(p.Pesticide, 43m))"),
        ("farm-waste", "Words.All(Words.AtLeast(p.Straw, 90m), Words.AtLeast(p.Manure, 75m), Words.AtLeast(p.Film, 80m))"),
        ("industrial-solid-waste",
            "Words.When(Words.MoreThan(p.IndustrialSolidWaste, 60m), Words.Held(p.IndustrialSolidWaste, 1), Words.Unknown())"),
        ("drinking-source", "Words.AtLeast(p.DrinkingSource, 100m)"),
        ("village-drinking-water", "Words.AtLeast(p.VillageDrinkingWater, 100m)"),
        ("urban-sewage", "Words.AtLeast(p.UrbanSewage, 85m)"),
        ("rural-sewage", "Words.AtLeast(p.RuralSewage, 50m)"),
        ("urban-waste", "Words.AtLeast(p.UrbanWaste, 80m)"),
        ("rural-waste", "Words.AtLeast(p.RuralWaste, 80m)"),
        ("rural-toilets", "Words.Completed(p.RuralToiletsTask, p.RuralToilets)"),
        ("green-buildings", "Words.AtLeast(p.GreenBuildings, 50m)"),
        ("waste-sorting", "Words.Reached(p.WasteSorting, 1)"),
        ("green-procurement", "Words.AtLeast(p.GreenProcurement, 80m)"),
        ("official-training", "Words.AtLeast(p.OfficialTraining, 100m)"),
        ("public-satisfaction", "Words.AtLeast(p.PublicSatisfaction, 80m)"),
        ("public-participation", "Words.AtLeast(p.PublicParticipation, 80m)"),
    ];

    /// <summary>The province's rules.</summary>
    internal static IReadOnlyList<(string Id, string Text)> Shanxi { get; } =
    [
        ("eco-plan", "Words.Reached(p.EcoPlan, 2)"),
        ("eco-deployment", "Words.Reached(p.EcoDeployment, 1)"),
        ("eco-appraisal-share", "Words.AtLeast(p.EcoAppraisalShare, 20m)"),
        ("river-chief", "Words.Reached(p.RiverChief, 1)"),
        ("eco-info-disclosure", "Words.AtLeast(p.EcoInfoDisclosure, 100m)"),
        ("planning-eia", "Words.Reached(p.PlanningEia, 1)"),
        ("air-quality",
            "Words.All(Words.Completed(p.AirQualityTask, p.AirQuality), Words.Held(p.GoodDays, 1), "
                + "Words.Held(p.Pm25Drop, -1), Words.Held(p.HeavyPollutionDays, -1))"),
        ("water-quality",
            "Words.All(Words.Completed(p.WaterQualityTask, p.WaterQuality), Words.All(Words.Held(p.SurfaceGood, 1), "
                + "Words.Held(p.SurfaceWorst, -1), Words.Held(p.GroundwaterV, -1), Words.Held(p.BlackOdorous, 1)))"),
        ("pollutant-reduction", "Words.Completed(p.PollutantReductionTask, p.PollutantReduction)"),
        ("eco-index", "(p.Climate == PlainClimate.SemiHumid ? Words.AtLeast(p.EcoIndex, 53m) : Words.Unknown())"),
        ("forest-grass-cover", "Words.AtLeast(p.ForestGrassCover, 60m * p.Mountain + 40m * p.Hill + 18m * p.Plain)"),
        ("biodiversity",
            "Words.All(Words.AtLeast(p.ProtectedSpecies, 95m), Words.Is(p.InvasiveSpecies, 1), Words.Held(p.AquaticSpecies, 1))"),
        ("hazardous-waste", "Words.AtLeast(p.HazardousWaste, 100m)"),
        ("soil-register", "Words.Reached(p.SoilRegister, 1)"),
        ("polluted-farmland", "Words.Completed(p.PollutedFarmlandTask, p.PollutedFarmland)"),
        ("key-construction-land", "Words.Reached(p.KeyConstructionLand, 1)"),
        ("emergency-mechanism", "Words.Reached(p.EmergencyMechanism, 1)"),
        ("natural-space",
            "Words.All(Words.Held(p.RedLine, 1), Words.Held(p.NatureReserves, 1), Words.Is(p.Nature, 1), Words.Is(p.Function, 1))"),
        ("shoreline-protection", "Words.Completed(p.ShorelineProtectionTask, p.ShorelineProtection)"),
        ("energy-per-gdp", "Words.All(Words.Completed(p.EnergyPerGdpTask, p.EnergyPerGdp), Words.Held(p.EnergyPerGdp, -1))"),
        ("water-per-gdp", "Words.All(Words.Completed(p.WaterPerGdpTask, p.WaterPerGdp), Words.Held(p.WaterPerGdp, -1))"),
        ("land-per-gdp", "Words.AtLeast(p.LandPerGdp, 4.5m)"),
        ("fertilizer-pesticide", "Words.All(Words.AtLeast(p.Fertilizer, 43m), Words.AtLeast(p.Pesticide, 43m))"),
        ("farm-waste", "Words.All(Words.AtLeast(p.Straw, 90m), Words.AtLeast(p.Manure, 75m), Words.AtLeast(p.Film, 80m))"),
        ("industrial-solid-waste",
            "Words.When(Words.MoreThan(p.IndustrialSolidWaste, 60m), Words.Held(p.IndustrialSolidWaste, 1), Words.Unknown())"),
        ("drinking-source", "Words.AtLeast(p.DrinkingSource, 100m)"),
        ("village-drinking-water", "Words.AtLeast(p.VillageDrinkingWater, 100m)"),
        ("urban-sewage", "Words.AtLeast(p.UrbanSewage, 85m)"),
        ("rural-sewage", "Words.AtLeast(p.RuralSewage, 45m)"),
        ("urban-waste", "Words.AtLeast(p.UrbanWaste, 80m)"),
        ("rural-waste", "Words.AtLeast(p.RuralWaste, 80m)"),
        ("rural-toilets", "Words.Completed(p.RuralToiletsTask, p.RuralToilets)"),
        ("green-buildings", "Words.AtLeast(p.GreenBuildings, 50m)"),
        ("waste-sorting", "Words.Reached(p.WasteSorting, 1)"),
        ("green-procurement", "Words.AtLeast(p.GreenProcurement, 80m)"),
        ("official-training", "Words.AtLeast(p.OfficialTraining, 100m)"),
        ("public-satisfaction", "Words.AtLeast(p.PublicSatisfaction, 80m)"),
        ("public-participation", "Words.AtLeast(p.PublicParticipation, 80m)"),
    ];

    internal static int RowOf(string id) => Ids.ToList().IndexOf(id);
}
