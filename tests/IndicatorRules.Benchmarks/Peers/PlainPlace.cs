namespace IndicatorRules.Benchmarks.Peers;

/// <summary>One place and year of table 2-1, every figure under its own name.</summary>
public sealed class PlainPlace
{
    public required PlainClimate Climate { get; init; }

    /// <summary>As a part of 1.</summary>
    public required decimal Mountain { get; init; }

    /// <summary>As a part of 1.</summary>
    public required decimal Hill { get; init; }

    /// <summary>As a part of 1.</summary>
    public required decimal Plain { get; init; }

    public required PlainFigure EcoPlan { get; init; }

    public required PlainFigure EcoDeployment { get; init; }

    public required PlainFigure EcoAppraisalShare { get; init; }

    public required PlainFigure RiverChief { get; init; }

    public required PlainFigure EcoInfoDisclosure { get; init; }

    public required PlainFigure PlanningEia { get; init; }

    public required PlainFigure AirQuality { get; init; }

    public required PlainTask AirQualityTask { get; init; }

    public required PlainFigure GoodDays { get; init; }

    public required PlainFigure Pm25Drop { get; init; }

    public required PlainFigure HeavyPollutionDays { get; init; }

    public required PlainFigure WaterQuality { get; init; }

    public required PlainTask WaterQualityTask { get; init; }

    public required PlainFigure SurfaceGood { get; init; }

    public required PlainFigure SurfaceWorst { get; init; }

    public required PlainFigure GroundwaterV { get; init; }

    public required PlainFigure BlackOdorous { get; init; }

    public required PlainFigure PollutantReduction { get; init; }

    public required PlainTask PollutantReductionTask { get; init; }

    public required PlainFigure EcoIndex { get; init; }

    public required PlainFigure ForestGrassCover { get; init; }

    public required PlainFigure ProtectedSpecies { get; init; }

    public required PlainFigure InvasiveSpecies { get; init; }

    public required PlainFigure AquaticSpecies { get; init; }

    public required PlainFigure HazardousWaste { get; init; }

    public required PlainFigure SoilRegister { get; init; }

    public required PlainFigure PollutedFarmland { get; init; }

    public required PlainTask PollutedFarmlandTask { get; init; }

    public required PlainFigure KeyConstructionLand { get; init; }

    public required PlainFigure EmergencyMechanism { get; init; }

    public required PlainFigure RedLine { get; init; }

    public required PlainFigure NatureReserves { get; init; }

    public required PlainFigure Nature { get; init; }

    public required PlainFigure Function { get; init; }

    public required PlainFigure ShorelineProtection { get; init; }

    public required PlainTask ShorelineProtectionTask { get; init; }

    public required PlainFigure EnergyPerGdp { get; init; }

    public required PlainTask EnergyPerGdpTask { get; init; }

    public required PlainFigure WaterPerGdp { get; init; }

    public required PlainTask WaterPerGdpTask { get; init; }

    public required PlainFigure LandPerGdp { get; init; }

    public required PlainFigure Fertilizer { get; init; }

    public required PlainFigure Pesticide { get; init; }

    public required PlainFigure Straw { get; init; }

    public required PlainFigure Manure { get; init; }

    public required PlainFigure Film { get; init; }

    public required PlainFigure IndustrialSolidWaste { get; init; }

    public required PlainFigure DrinkingSource { get; init; }

    public required PlainFigure VillageDrinkingWater { get; init; }

    public required PlainFigure UrbanSewage { get; init; }

    public required PlainFigure RuralSewage { get; init; }

    public required PlainFigure UrbanWaste { get; init; }

    public required PlainFigure RuralWaste { get; init; }

    public required PlainFigure RuralToilets { get; init; }

    public required PlainTask RuralToiletsTask { get; init; }

    public required PlainFigure GreenBuildings { get; init; }

    public required PlainFigure WasteSorting { get; init; }

    public required PlainFigure GreenProcurement { get; init; }

    public required PlainFigure OfficialTraining { get; init; }

    public required PlainFigure PublicSatisfaction { get; init; }

    public required PlainFigure PublicParticipation { get; init; }
}
