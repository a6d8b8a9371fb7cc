using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>One loading of a scheme, shared by all who ask for it meanwhile; the last to let go gives it up. Safe on any thread.</summary>
#pragma warning disable CA1001 // The token source has neither a timer nor a handle, and who is late may still look at its token.
internal sealed class SchemeLoading : Counted
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Action<SchemeLoading> _left;
    private readonly CancellationTokenSource _givenUp = new();

    // Waiters go on on their own threads, never on the one that loads.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Action>? _next = [];
    private ImmutableArray<Diagnostic> _diagnostics = [];
    private ExceptionDispatchInfo? _fault;
    private CompiledScheme? _compiled;
    private bool _ended;
    private int _missing;

    /// <summary>A loading whose image and upper schemes are still to come.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="key">Its lineage's name.</param>
    /// <param name="uppers">The loadings of its upper schemes, held for this one.</param>
    /// <param name="left">Called when the last has let go.</param>
    internal SchemeLoading(Scheme scheme, string key, ImmutableArray<SchemeLoading> uppers, Action<SchemeLoading> left)
    {
        (Scheme, Key, Uppers, _left) = (scheme, key, uppers, left);
        _missing = uppers.Length + 1;
    }

    internal Scheme Scheme { get; }

    internal string Key { get; }

    internal ImmutableArray<SchemeLoading> Uppers { get; }

    /// <summary>Cancelled when nobody waits any more.</summary>
    internal CancellationToken GivenUp => _givenUp.Token;

    /// <summary>What came of the scheme's own texts; set before <see cref="PartDone"/> says so.</summary>
    internal MadeImage? Image { get; set; }

    /// <summary>What is wrong with the scheme's own texts.</summary>
    internal DiagnosticBag Own { get; } = new();

    /// <summary>What ended the making of the image.</summary>
    internal Exception? Broken { get; set; }

    /// <summary>Ends well in any case; what came of it is taken from <see cref="Take"/>.</summary>
    internal Task Done => _done.Task;

    internal bool IsDone => _done.Task.IsCompleted;

    internal ImmutableArray<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>What ended the loading of it or of an upper scheme.</summary>
    internal ExceptionDispatchInfo? Fault => _fault;

    /// <summary>Whether that was the last part that was missing.</summary>
    internal bool PartDone() => Interlocked.Decrement(ref _missing) == 0;

    /// <summary>Calls back when it is done, at once where it is.</summary>
    internal void Then(Action next)
    {
        lock (_gate)
        {
            if (_next is not null)
            {
                _next.Add(next);
                return;
            }
        }

        next();
    }

    /// <summary>Ends it, once; takes over the caller's hold on what was compiled.</summary>
    internal void Finish(CompiledScheme? compiled, ImmutableArray<Diagnostic> diagnostics, Exception? fault = null)
    {
        List<Action> next;
        var kept = false;
        lock (_gate)
        {
            if (_next is null)
            {
                next = [];
            }
            else
            {
                (next, _next) = (_next, null);
                kept = !_ended;
                _compiled = kept ? compiled : null;
                _diagnostics = diagnostics;
                _fault = fault is null ? null : ExceptionDispatchInfo.Capture(fault);
            }
        }

        if (!kept)
        {
            compiled?.Release();
        }

        _done.TrySetResult();
        next.ForEach(n => n());
    }

    /// <summary>What came of it: a compiled scheme that is held once for the caller, or what is wrong.</summary>
    internal Result<CompiledScheme> Take()
    {
        _fault?.Throw();
        return new(Hold(), _diagnostics);
    }

    /// <summary>The compiled scheme, held once for the caller; null where none came of it.</summary>
    internal CompiledScheme? Hold()
    {
        lock (_gate)
        {
            return _compiled is { } compiled && compiled.TryHold() ? compiled : null;
        }
    }

    private protected override void End()
    {
        CompiledScheme? compiled;
        lock (_gate)
        {
            _ended = true;
            (compiled, _compiled) = (_compiled, null);
        }

        _left(this);
        _givenUp.Cancel();
        compiled?.Release();
        foreach (var upper in Uppers)
        {
            upper.Release();
        }
    }
}
