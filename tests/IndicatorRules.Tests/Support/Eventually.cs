namespace IndicatorRules.Tests.Support;

/// <summary>Waits for what another thread does, long enough for a machine that is busy with other things.</summary>
internal static class Eventually
{
    internal static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    internal static void Holds(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Most));

    internal static async Task<T> Ends<T>(Task<T> task) => await task.WaitAsync(Most);
}
