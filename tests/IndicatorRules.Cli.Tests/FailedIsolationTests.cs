using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli.Tests;

/// <summary>A batch whose isolated process fails says so last and by its exit code, however many other problems came before.</summary>
public sealed class FailedIsolationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Run_ProcessIsLate_FailsAndSaysSoLast(int wrongRows)
    {
        var rows = string.Concat(Enumerable.Range(0, wrongRows).Select(i => $"县{i},2022,没有这一项{i},1,半湿润,0,0,100\n"));
        var table = _folder.Write("table.csv", "place,year,indicator,value,气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区\n" + rows
            + "甲,2022,eco-plan,制定实施,半湿润,0,0,100\n");
        var late = new IsolationOptions { Deadline = TimeSpan.FromMilliseconds(1) };
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [Repo.Plugins], Isolation = late });
        using var error = new StringWriter();
        var request = new BatchRequest { Input = table, Language = Language.Zh };
        var batch = new AssessBatch(new Terminal(TextWriter.Null, error, 80), request, new BatchOptions { Scheme = "jingle-county" }, []);

        Assert.Equal(ExitCode.Failed, batch.Run(host, CancellationToken.None));
        Assert.EndsWith("没有判出结果；请重新运行。" + Environment.NewLine, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("IR4111", error.ToString(), StringComparison.Ordinal);
    }
}
