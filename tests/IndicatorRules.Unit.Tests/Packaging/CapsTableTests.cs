using System.Globalization;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Reading;

namespace IndicatorRules.Packaging.Tests;

/// <summary>SECURITY.md states the caps on packages and feeds that hold.</summary>
public sealed class CapsTableTests
{
    public static TheoryData<string> Rows =>
    [
        $"| a package | {Megabytes(PackageCaps.PackageBytes)}, {Number(PackageCaps.Entries)} files, "
            + $"a directory of {Megabytes(PackageCaps.DirectoryBytes)} | IR6011 |",
        $"| a package's files, unpacked | {Megabytes(PackageCaps.FileBytes)} each, {Megabytes(PackageCaps.TotalBytes)} together, "
            + $"{PackageCaps.Ratio} times their packed size beyond {Megabytes(PackageCaps.RatioFreeBytes)} | IR6011 |",
        $"| a nuspec | {PackageCaps.NuspecBytes / 1024} KB, {PackedNuspec.MostDepth} levels | IR6011, IR6010 |",
        $"| an answer of a feed | {Megabytes(HttpFeed.AnswerBytes)}, {HttpFeed.Patience.TotalMinutes:0} minutes | IR6066, IR6027 |",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Security_StatesTheCapsThatHold(string row) =>
        Assert.Contains(row, File.ReadAllLines(Repo.In("SECURITY.md")));

    private static string Megabytes(long bytes) => $"{bytes / (1024 * 1024)} MB";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
