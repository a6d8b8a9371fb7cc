namespace IndicatorRules.Scripting;

/// <summary>Something that lives as long as somebody holds it; the last to let go ends it. Safe on any thread.</summary>
/// <remarks>Whoever makes one holds it once.</remarks>
internal abstract class Counted
{
    // Invariant: never rises again once it is 0.
    private int _holders = 1;

    /// <summary>Holds it; false when it has ended.</summary>
    internal bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go; once for each hold.</summary>
    internal void Release()
    {
        var left = Interlocked.Decrement(ref _holders);
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        if (left == 0)
        {
            End();
        }
    }

    /// <summary>Runs once, on the thread of the last holder.</summary>
    private protected abstract void End();
}
