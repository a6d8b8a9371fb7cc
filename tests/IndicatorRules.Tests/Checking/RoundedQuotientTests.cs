using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Checking;

/// <summary>Numbers whose quotient has no end are told by <c>validate</c>, at their place; others are not.</summary>
public sealed class RoundedQuotientTests
{
    [Theory]
    [InlineData("AtLeast(4.5 + 2.0 / 3)", "2.0 / 3")]
    [InlineData("AtLeast(ParentAverage, times: 2.0/3)", "2.0/3")]
    [InlineData("AtLeast(100 / 7.0)", "100 / 7.0")]
    [InlineData("AtLeast(1 / 1.1)", "1 / 1.1")]
    [InlineData("AtLeast(0.3 / 0.9)", "0.3 / 0.9")]
    [InlineData("AtLeast(1.0 / 8)", null)]
    [InlineData("AtLeast(3.0 / 12)", null)]
    [InlineData("AtLeast(0.9 / 0.3)", null)]
    [InlineData("AtLeast(4.5) /* 2.0 / 3 */", null)]
    [InlineData("AtLeast(4.5) | Unknown(\\\"2.0 / 3\\\")", null)]
    [InlineData("(Value * 3).AtLeast(13.5)", null)]
    [InlineData("AtLeast(ParentAverage, times: 0.7)", null)]
    public void Validate_Quotient_IsToldIfItIsRounded(string rule, string? told)
    {
        using var folder = TempPlugin.Named("edited");
        folder.Edit("scheme.json", "\"rule\": \"AtLeast(4.5)\"", $"\"rule\": \"{rule}\"");
        using var host = Hosts.Over(folder.Path);

        var found = host.ValidateScheme("edited").Diagnostics.Where(d => d.Id == "IR2130").ToList();

        Assert.Equal(
            told is null ? [] : [$"`{told}` 除不尽，程序只能四舍五入，恰好等于这个数的会判错。"], found.Select(d => d.Message(Language.Zh)));
        if (found is [{ Location: { } at }])
        {
            var line = File.ReadAllLines(Path.Combine(folder.Path, "scheme.json"))[at.Line - 1];
            Assert.StartsWith(told!, line[(at.Column - 1)..], StringComparison.Ordinal);
        }
    }
}
