using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Tables;

namespace IndicatorRules.Tables.Tests;

/// <summary>An interrupted run goes on to the same bytes, or says why it cannot.</summary>
[Trait("Category", "Slow")]
public sealed class ResumeTests : IDisposable
{
    private const int Rounds = 12;

    private readonly TempFolder _folder = new();
    private readonly string _table;
    private readonly string _whole;

    public ResumeTests()
    {
        _table = _folder.Write("table.csv", Copies(TableText.Of(RandomPlaces.Sample(13, 10))));
        _whole = BatchOf.Table(_table).Text;
    }

    private string Result => Path.Combine(_folder.Path, "result.csv");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Run_InterruptedAgainAndAgain_EndsInTheSameBytes(int blocks)
    {
        var interruptions = 0;
        while (!File.Exists(Result))
        {
            interruptions += Interrupt(blocks, resume: true) ? 1 : 0;
        }

        Assert.InRange(interruptions, 1, int.MaxValue);
        Assert.Equal(_whole, File.ReadAllText(Result));
        Assert.Equal(["result.csv", "table.csv"], Directory.GetFiles(_folder.Path).Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_ResumedWithNothingToResume_StartsAnew()
    {
        var run = BatchOf.Table(_table, To(resume: true));

        Assert.Equal(0, run.Result.Value!.Resumed);
        Assert.Equal(_whole, File.ReadAllText(Result));
    }

    [Fact]
    public void Run_NotResumed_StartsAnew()
    {
        Interrupt(2, resume: false);

        var run = BatchOf.Table(_table, To(resume: false));

        Assert.Equal(0, run.Result.Value!.Resumed);
        Assert.Equal(_whole, File.ReadAllText(Result));
    }

    [Fact]
    public void Run_Resumed_CountsEverythingOnce()
    {
        var whole = BatchOf.Table(_table).Result.Value!.Counts;
        Interrupt(2, resume: false);

        var summary = BatchOf.Table(_table, To(resume: true)).Result.Value!;

        Assert.Equal(whole, summary.Counts);
        Assert.InRange(summary.Resumed, 1, whole.PlaceYears - 1);
    }

    [Fact]
    public void Run_InputChanged_RefusesToGoOn()
    {
        Interrupt(2, resume: false);
        var text = File.ReadAllText(_table);
        File.WriteAllText(_table, text[..^3] + "9" + text[^2..]);

        var run = BatchOf.Table(_table, To(resume: true));

        Assert.Equal("IR5221", Assert.Single(run.Result.Diagnostics).Id);
        Assert.False(File.Exists(Result));
    }

    [Fact]
    public void Run_OptionChanged_RefusesToGoOn()
    {
        Interrupt(2, resume: false);

        var run = BatchOf.Table(_table, To(resume: true), BatchOf.County with { Year = 2022 });

        Assert.Equal("IR5221", Assert.Single(run.Result.Diagnostics).Id);
    }

    [Theory]
    [InlineData(".partial", 40)]
    [InlineData(".checkpoint", 10)]
    public void Run_KeptFilesDamaged_RefusesToGoOn(string suffix, int at)
    {
        Interrupt(2, resume: false);
        var bytes = File.ReadAllBytes(Result + suffix);
        bytes[at] ^= 1;
        File.WriteAllBytes(Result + suffix, suffix == ".checkpoint" ? bytes[..at] : bytes);

        var run = BatchOf.Table(_table, To(resume: true));

        Assert.Equal("IR5222", Assert.Single(run.Result.Diagnostics).Id);
    }

    [Fact]
    public void Run_PartialCutShort_RefusesToGoOn()
    {
        Interrupt(2, resume: false);
        File.WriteAllBytes(Result + ".partial", File.ReadAllBytes(Result + ".partial")[..100]);

        var run = BatchOf.Table(_table, To(resume: true));

        Assert.Equal("IR5222", Assert.Single(run.Result.Diagnostics).Id);
    }

    public void Dispose() => _folder.Dispose();

    // True when the run was interrupted before its end.
    private bool Interrupt(int afterBlocks, bool resume)
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        try
        {
            BatchOf.Table(_table, To(resume), progress: _ => Stop(stop, ++seen >= afterBlocks), cancellationToken: stop.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static void Stop(CancellationTokenSource stop, bool now)
    {
        if (now)
        {
            stop.Cancel();
        }
    }

    private Func<BatchRequest, BatchRequest> To(bool resume) => r =>
        r with { Output = Result, Resume = resume, BytesPerCheckpoint = 20_000 };

    // The same ten places under other names, until there are blocks enough.
    private static string Copies(string table)
    {
        var end = table.IndexOf('\n', StringComparison.Ordinal);
        var (head, rows) = (table[..end], table[end..^1]);
        return head + string.Concat(
            Enumerable.Range(0, Rounds).Select(i => rows.Replace("\n县", $"\n县{i}-", StringComparison.Ordinal))) + "\n";
    }
}
