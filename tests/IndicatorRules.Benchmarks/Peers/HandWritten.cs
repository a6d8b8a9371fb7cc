using static IndicatorRules.Benchmarks.Peers.Words;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>Jingle's county scheme by hand: both upper schemes' conditions of each row, in the order of table 2-1.</summary>
internal static class HandWritten
{
    internal static void Judge(PlainPlace p, Span<Answer> answers)
    {
        answers[0] = All(Reached(p.EcoPlan, 2), Reached(p.EcoPlan, 2));
        answers[1] = All(Reached(p.EcoDeployment, 1), Reached(p.EcoDeployment, 1));
        answers[2] = All(AtLeast(p.EcoAppraisalShare, 20m), AtLeast(p.EcoAppraisalShare, 20m));
        answers[3] = All(Reached(p.RiverChief, 1), Reached(p.RiverChief, 1));
        answers[4] = All(AtLeast(p.EcoInfoDisclosure, 100m), AtLeast(p.EcoInfoDisclosure, 100m));
        answers[5] = All(Reached(p.PlanningEia, 1), Reached(p.PlanningEia, 1));
        answers[6] = All(
            All(Completed(p.AirQualityTask, p.AirQuality), Held(p.GoodDays, 1), Held(p.Pm25Drop, -1)),
            All(Completed(p.AirQualityTask, p.AirQuality), Held(p.GoodDays, 1), Held(p.Pm25Drop, -1), Held(p.HeavyPollutionDays, -1)));
        answers[7] = All(
            All(Completed(p.WaterQualityTask, p.WaterQuality),
                All(Held(p.SurfaceGood, 1), Held(p.SurfaceWorst, -1), Held(p.GroundwaterV, -1), Held(p.BlackOdorous, 1))),
            All(Completed(p.WaterQualityTask, p.WaterQuality),
                All(Held(p.SurfaceGood, 1), Held(p.SurfaceWorst, -1), Held(p.GroundwaterV, -1), Held(p.BlackOdorous, 1))));
        answers[8] = Completed(p.PollutantReductionTask, p.PollutantReduction);
        answers[9] = All(
            (p.Climate == PlainClimate.SemiHumid ? AtLeast(p.EcoIndex, 55m) : Unknown()),
            (p.Climate == PlainClimate.SemiHumid ? AtLeast(p.EcoIndex, 53m) : Unknown()));
        answers[10] = All(
            AtLeast(p.ForestGrassCover, 60m * p.Mountain + 40m * p.Hill + 18m * p.Plain),
            AtLeast(p.ForestGrassCover, 60m * p.Mountain + 40m * p.Hill + 18m * p.Plain));
        answers[11] = All(
            All(AtLeast(p.ProtectedSpecies, 95m), Is(p.InvasiveSpecies, 1), Held(p.AquaticSpecies, 1)),
            All(AtLeast(p.ProtectedSpecies, 95m), Is(p.InvasiveSpecies, 1), Held(p.AquaticSpecies, 1)));
        answers[12] = All(AtLeast(p.HazardousWaste, 100m), AtLeast(p.HazardousWaste, 100m));
        answers[13] = All(Reached(p.SoilRegister, 1), Reached(p.SoilRegister, 1));
        answers[14] = Completed(p.PollutedFarmlandTask, p.PollutedFarmland);
        answers[15] = Reached(p.KeyConstructionLand, 1);
        answers[16] = All(Reached(p.EmergencyMechanism, 1), Reached(p.EmergencyMechanism, 1));
        answers[17] = All(
            All(Held(p.RedLine, 1), Held(p.NatureReserves, 1), Is(p.Nature, 1), Is(p.Function, 1)),
            All(Held(p.RedLine, 1), Held(p.NatureReserves, 1), Is(p.Nature, 1), Is(p.Function, 1)));
        answers[18] = All(
            Completed(p.ShorelineProtectionTask, p.ShorelineProtection),
            Completed(p.ShorelineProtectionTask, p.ShorelineProtection));
        answers[19] = All(
            All(Completed(p.EnergyPerGdpTask, p.EnergyPerGdp), Held(p.EnergyPerGdp, -1)),
            All(Completed(p.EnergyPerGdpTask, p.EnergyPerGdp), Held(p.EnergyPerGdp, -1)));
        answers[20] = All(
            All(Completed(p.WaterPerGdpTask, p.WaterPerGdp), Held(p.WaterPerGdp, -1)),
            All(Completed(p.WaterPerGdpTask, p.WaterPerGdp), Held(p.WaterPerGdp, -1)));
        answers[21] = All(AtLeast(p.LandPerGdp, 4.5m), AtLeast(p.LandPerGdp, 4.5m));
        answers[22] = All(
            All(AtLeast(p.Fertilizer, 43m), AtLeast(p.Pesticide, 43m)),
            All(AtLeast(p.Fertilizer, 43m), AtLeast(p.Pesticide, 43m)));
        answers[23] = All(
            All(AtLeast(p.Straw, 90m), AtLeast(p.Manure, 75m), AtLeast(p.Film, 80m)),
            All(AtLeast(p.Straw, 90m), AtLeast(p.Manure, 75m), AtLeast(p.Film, 80m)));
        answers[24] = All(
            When(MoreThan(p.IndustrialSolidWaste, 60m), Held(p.IndustrialSolidWaste, 1), Unknown()),
            When(MoreThan(p.IndustrialSolidWaste, 60m), Held(p.IndustrialSolidWaste, 1), Unknown()));
        answers[25] = All(AtLeast(p.DrinkingSource, 100m), AtLeast(p.DrinkingSource, 100m));
        answers[26] = All(AtLeast(p.VillageDrinkingWater, 100m), AtLeast(p.VillageDrinkingWater, 100m));
        answers[27] = All(AtLeast(p.UrbanSewage, 85m), AtLeast(p.UrbanSewage, 85m));
        answers[28] = All(AtLeast(p.RuralSewage, 50m), AtLeast(p.RuralSewage, 45m));
        answers[29] = All(AtLeast(p.UrbanWaste, 80m), AtLeast(p.UrbanWaste, 80m));
        answers[30] = All(AtLeast(p.RuralWaste, 80m), AtLeast(p.RuralWaste, 80m));
        answers[31] = All(
            Completed(p.RuralToiletsTask, p.RuralToilets),
            Completed(p.RuralToiletsTask, p.RuralToilets));
        answers[32] = All(AtLeast(p.GreenBuildings, 50m), AtLeast(p.GreenBuildings, 50m));
        answers[33] = All(Reached(p.WasteSorting, 1), Reached(p.WasteSorting, 1));
        answers[34] = All(AtLeast(p.GreenProcurement, 80m), AtLeast(p.GreenProcurement, 80m));
        answers[35] = All(AtLeast(p.OfficialTraining, 100m), AtLeast(p.OfficialTraining, 100m));
        answers[36] = All(AtLeast(p.PublicSatisfaction, 80m), AtLeast(p.PublicSatisfaction, 80m));
        answers[37] = All(AtLeast(p.PublicParticipation, 80m), AtLeast(p.PublicParticipation, 80m));
    }
}
