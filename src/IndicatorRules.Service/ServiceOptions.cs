using System.Collections.Immutable;
using IndicatorRules.Ledger;

namespace IndicatorRules.Service;

/// <summary>The options of the service, read once when it starts. Immutable.</summary>
public sealed class ServiceOptions
{
    // Timers take no longer ones than some weeks.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The addresses to listen on, as address:port; 127.0.0.1:5080 by default. Port 0 is any free one.</summary>
    public ImmutableArray<string> Listen { get; init; } = ["127.0.0.1:5080"];

    /// <summary>The tokens, one of which each request must send; none by default, which is accepted on loopback addresses only.</summary>
    public ImmutableArray<AccessToken> Tokens { get; init; } = [];

    /// <summary>
    /// The names by which requests may address the service; by default those of this machine on loopback, and any beyond it.
    /// </summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>
    /// Records every answer before it is given; null, the default, records none. The caller disposes it after the service.
    /// </summary>
    public AnswerLedger? Ledger { get; init; }

    /// <summary>The most bytes of a body; 4 MB by default.</summary>
    public int MostBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The most lines of a table in CSV; 20,000 by default.</summary>
    public int MostRows { get; init; } = 20_000;

    /// <summary>The most requests that are answered at once; 64 by default. As many again wait, four times over.</summary>
    public int MostAtOnce { get; init; } = 64;

    /// <summary>The most requests of one client in a second, on average; 200 by default. A client may save up two seconds.</summary>
    public int MostPerSecond { get; init; } = 200;

    /// <summary>The most requests that wait for schemes to be compiled; 64 by default.</summary>
    public int MostWaiting { get; init; } = 64;

    /// <summary>How long a request may take, waiting included; a minute by default, a day at most.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether changes of plugins come into force while the service runs; true by default.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>Whether all schemes are compiled at the start; true by default. The service is ready when they are.</summary>
    public bool WarmUp { get; init; } = true;

    /// <summary>The addresses, without tokens.</summary>
    public override string ToString() => string.Join(' ', Listen);

    /// <summary>Validates the numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive, or the time is longer than a day.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostAtOnce);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostWaiting);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, Longest);
    }
}
