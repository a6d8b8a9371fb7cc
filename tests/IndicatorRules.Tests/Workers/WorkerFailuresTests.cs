using IndicatorRules.Tests.Support;
using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Workers;

/// <summary>Content is set aside for what it did, never for what the machine did; and nothing for good.</summary>
public sealed class WorkerFailuresTests
{
    private readonly SetClock _clock = new();
    private readonly WorkerFailures _failures;
    private int _probes;

    public WorkerFailuresTests() => _failures = new WorkerFailures(_clock);

    [Theory]
    [InlineData((int)WorkerFault.Died)]
    [InlineData((int)WorkerFault.Late)]
    [InlineData((int)WorkerFault.Unreadable)]
    public void Note_ThreeTimesBesideAWellWorker_SetsAsideForMinutesAndThenLonger(int fault)
    {
        Note((WorkerFault)fault, 2);
        Assert.Null(_failures.Standing("it"));
        Note((WorkerFault)fault, 1);

        Assert.True(_failures.Standing("it") is { IsAside: true, Blamed: 3, Cause.En: "why" });
        Assert.Equal(1, _probes);
        _clock.Now += TimeSpan.FromMinutes(5);
        Assert.Null(_failures.Standing("it"));

        Note((WorkerFault)fault, 1);
        _clock.Now += TimeSpan.FromMinutes(9);
        Assert.NotNull(_failures.Standing("it"));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null(_failures.Standing("it"));
    }

    [Theory]
    [InlineData((int)WorkerFault.Died)]
    [InlineData((int)WorkerFault.Late)]
    public void Note_WorkerThatIsNotWell_BlamesNobody(int fault)
    {
        Note((WorkerFault)fault, 3, isWell: false);

        Assert.True(_failures.Standing("it") is { IsAside: false, Times: 3 });
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(_failures.Standing("it"));
    }

    [Fact]
    public void Note_KilledFromOutside_WaitsEverLongerUpToAMinute()
    {
        Note(WorkerFault.Killed, 2);
        Assert.Null(_failures.Standing("it"));
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            Note(WorkerFault.Killed, 1);
            Assert.False(_failures.Standing("it")!.IsAside);
            _clock.Now += TimeSpan.FromSeconds(seconds - 0.001);
            Assert.NotNull(_failures.Standing("it"));
            _clock.Now += TimeSpan.FromSeconds(0.001);
            Assert.Null(_failures.Standing("it"));
        }

        Assert.Equal(0, _probes);
    }

    [Theory]
    [InlineData((int)WorkerFault.Missing)]
    [InlineData((int)WorkerFault.NotStarted)]
    public void Note_WhatCostsNothingToTry_IsAlwaysTried(int fault)
    {
        Note((WorkerFault)fault, 100);

        Assert.Null(_failures.Standing("it"));
    }

    [Fact]
    public void Forget_AndForgive_StartAnew()
    {
        Note(WorkerFault.Died, 3);
        _failures.Forget("it");
        Assert.Null(_failures.Standing("it"));
        Note(WorkerFault.Died, 3);
        Assert.Null(_failures.Standing("other"));
        _failures.Forgive();
        Assert.Null(_failures.Standing("it"));
        Note(WorkerFault.Died, 2);
        Assert.Null(_failures.Standing("it"));
    }

    private void Note(WorkerFault fault, int times, bool isWell = true)
    {
        for (var i = 0; i < times; i++)
        {
            _failures.Note("it", fault, new("缘由", "why"), () =>
            {
                _probes++;
                return isWell;
            });
        }
    }
}
