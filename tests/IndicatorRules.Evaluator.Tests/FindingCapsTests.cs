using System.Globalization;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Evaluator.Wire;

namespace IndicatorRules.Evaluator.Tests;

/// <summary>SECURITY.md states the caps on reasons that hold.</summary>
public sealed class FindingCapsTests
{
    public static TheoryData<string> Rows =>
    [
        $"| reasons of a verdict | {Number(Reason.MostSteps)} steps | cut short |",
        $"| texts in one answer of a judging process, each as often as sentences stand around it | {Number(FindingBudget.MostText)} characters | IR4111 |",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Security_StatesTheCapsThatHold(string row) => Assert.Contains(row, File.ReadAllLines(Repo.In("SECURITY.md")));

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
