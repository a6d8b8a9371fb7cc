using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Workers;

/// <summary>Either the action runs or the deadline is stopped, never both.</summary>
[Trait("Category", "Slow")]
public sealed class DeadlineTests
{
    [Fact]
    public void TryStop_InTime_TheActionNeverRuns()
    {
        using var ran = new ManualResetEventSlim();
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(200), ran.Set);

        Assert.True(deadline.TryStop());

        Assert.False(ran.Wait(TimeSpan.FromMilliseconds(400)));
    }

    [Fact]
    public void TryStop_TimePassed_SaysThatTheActionRuns()
    {
        using var began = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        using var deadline = new Deadline(TimeSpan.Zero, () =>
        {
            began.Set();
            goOn.Wait();
        });
        began.Wait();

        // The action has begun and has not ended.
        Assert.False(deadline.TryStop());
        goOn.Set();
        Assert.False(deadline.TryStop());
    }

    [Fact]
    public async Task TryStop_AtTheSameTime_OneOfBothHappens()
    {
        for (var i = 0; i < 200; i++)
        {
            var runs = 0;
            var deadline = new Deadline(TimeSpan.FromMilliseconds(1), () => Interlocked.Increment(ref runs));
            await Task.Delay(1);
            var stopped = deadline.TryStop();
            SpinWait.SpinUntil(() => stopped || Volatile.Read(ref runs) == 1, TimeSpan.FromSeconds(10));
            Assert.Equal(stopped ? 0 : 1, runs);
        }
    }
}
