using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Isolation;

/// <summary>SECURITY.md states the caps on reasons that hold.</summary>
public sealed class AnswerCapsTests
{
    public static TheoryData<string> Rows =>
    [
        $"| reasons of a verdict | {Number(Reason.MostSteps)} steps | cut short |",
        $"| the answer of an isolated process | {CompileProtocol.MaxFrame / 1024 / 1024} MB | IR4111 |",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Security_StatesTheCapsThatHold(string row) => Assert.Contains(row, File.ReadAllLines(Repo.In("SECURITY.md")));

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
