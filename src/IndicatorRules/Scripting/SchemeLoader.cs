using System.Collections.Immutable;
using IndicatorRules.Extending;
using IndicatorRules.Observing;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>Scheme → compiled scheme: sends texts to the compiler, maps faults to the authors' locations, loads the images.</summary>
/// <remarks>
/// Safe on any thread. Requests for the same scheme share one loading, which is cancelled when the last request is. No lock is held
/// during a compilation, and a scheme waits for its upper schemes only. Loaded images are shared by content while anything refers to
/// them. A failed loading is retried by the next request, as <see cref="WorkerFailures"/> allows. Dispose cancels all loadings.
/// </remarks>
internal sealed class SchemeLoader(
    RuleImages images, long budget, bool unloadable = true, FunctionBinder? functions = null,
    TimeProvider? clock = null, bool isolated = false, Signals? signals = null, Action<Diagnostic>? noticed = null)
    : IDisposable
{
    // Most of them wait for the compiler; stored images are read and verified in parallel.
    private readonly WorkCrew _crew = new(most: 16);
    private readonly Lock _gate = new();
    private readonly Lock _imageGate = new();
    private readonly FunctionBinder _functions = functions ?? new FunctionBinder(null);
    private readonly WorkerFailures _failures = new(clock ?? TimeProvider.System);
    private readonly Dictionary<string, SchemeLoading> _loadings = new(StringComparer.Ordinal);
    private readonly WeakValues<CompiledScheme> _schemes = new();
    private readonly WeakValues<SchemeImage> _images = new();
    private bool _disposed;

    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lineage = Join(scheme);
        try
        {
            var outcome = lineage[^1].Outcome.Task;
            Task.WaitAny([outcome], cancellationToken);
            return outcome.GetAwaiter().GetResult();
        }
        finally
        {
            Leave(lineage);
        }
    }

    /// <summary><see cref="Load"/> without blocking a thread.</summary>
    internal async Task<Result<CompiledScheme>> LoadAsync(Scheme scheme, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lineage = Join(scheme);
        try
        {
            // Continue callers on the pool, not on the thread that loads.
            var outcome = lineage[^1].Outcome.Task.ContinueWith(
                done => done, cancellationToken, TaskContinuationOptions.DenyChildAttach, TaskScheduler.Default);
            return await (await outcome.ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            Leave(lineage);
        }
    }

    /// <summary>Allows retries of all failures at once.</summary>
    internal void Forgive() => _failures.Forgive();

    public void Dispose()
    {
        List<SchemeLoading> unfinished;
        lock (_gate)
        {
            _disposed = true;
            unfinished = [.. _loadings.Values];
        }

        foreach (var loading in unfinished)
        {
            loading.Outcome.TrySetException(new ObjectDisposedException(nameof(SchemeLoader)));
        }
    }

    // The loadings of a scheme and of all its upper schemes, these first; starts the missing ones.
    private List<SchemeLoading> Join(Scheme scheme)
    {
        var lineage = new List<SchemeLoading>();
        var begun = new List<SchemeLoading>();
        // When an extension lacks a function, load again to report it.
        var shares = scheme.Lineage().All(IsBound);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            foreach (var one in scheme.Lineage())
            {
                var key = one.LineageKey();
                if (!_loadings.TryGetValue(key, out var loading))
                {
                    loading = new SchemeLoading(one, key, [.. one.Uppers.Select(b => lineage.First(l => l.Scheme.Key == b.Key))], new());
                    if (shares && _schemes.Find(key) is { } loaded)
                    {
                        loading.Outcome.SetResult(new(loaded, []));
                    }
                    else
                    {
                        _loadings[key] = loading;
                        begun.Add(loading);
                    }
                }

                loading.Requests++;
                lineage.Add(loading);
            }
        }

        foreach (var loading in begun)
        {
            RunAsync(loading).ContinueWith(
                done => End(loading, done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return lineage;
    }

    private bool IsBound(Scheme scheme)
    {
        var bag = new DiagnosticBag();
        _functions.Bind(scheme, bag).Dispose();
        return !bag.HasErrors;
    }

    private void Leave(List<SchemeLoading> lineage)
    {
        List<SchemeLoading> abandoned = [];
        lock (_gate)
        {
            foreach (var loading in lineage)
            {
                if (--loading.Requests == 0 && Remove(loading))
                {
                    abandoned.Add(loading);
                }
            }
        }

        abandoned.ForEach(loading => loading.Abandoned.Cancel());
    }

    private void End(SchemeLoading loading, Task<Result<CompiledScheme>> done)
    {
        lock (_gate)
        {
            Remove(loading);
        }

        loading.Outcome.TrySetFromTask(done);
    }

    // False when it has ended, or was abandoned and started again.
    private bool Remove(SchemeLoading loading) => _loadings.GetValueOrDefault(loading.Key) == loading && _loadings.Remove(loading.Key);

    private async Task<Result<CompiledScheme>> RunAsync(SchemeLoading loading)
    {
        var making = _crew.Run(() => Make(loading), noThread => NoThread(loading, noThread));
        // Load every upper scheme even when one failed, to report all problems at once.
        await Task.WhenAll([making, .. loading.Uppers.Select(u => u.Outcome.Task)]).ConfigureAwait(false);
        var bag = new DiagnosticBag();
        List<CompiledScheme?> uppers = [];
        foreach (var upper in loading.Uppers)
        {
            var loaded = await upper.Outcome.Task.ConfigureAwait(false);
            bag.AddRange(loaded.Diagnostics);
            uppers.Add(loaded.Value);
        }

        var made = await making.ConfigureAwait(false);
        bag.AddRange(made.Diagnostics);
        var image = made.Value is { } good ? LoadImage(good, loading.Scheme, bag) : null;
        var compiled = image is null || uppers.Contains(null)
            ? null
            : Combine(loading.Scheme, image, [.. uppers.OfType<CompiledScheme>()], bag);
        if (compiled is not null)
        {
            _schemes.Set(loading.Key, compiled);
        }

        return new(compiled, bag.ToImmutable());
    }

    private CompiledScheme? Combine(Scheme scheme, SchemeImage image, ImmutableArray<CompiledScheme> uppers, DiagnosticBag bag)
    {
        var steps = RuleBudget.Steps(scheme, image.Costs, uppers);
        RuleBudget.Validate(scheme, steps, budget, bag);
        var overall = RuleBudget.OverallSteps(scheme, image.Costs);
        RuleBudget.ValidateOverall(scheme, overall, budget, bag);
        _functions.Bind(scheme, bag).Dispose();
        return bag.HasErrors ? null : new CompiledScheme(scheme, image, steps, uppers) { OverallSteps = overall, Functions = _functions };
    }

    private SchemeImage? LoadImage(MadeImage made, Scheme scheme, DiagnosticBag bag)
    {
        // Schemes of several lineages may share an image: load it once.
        lock (_imageGate)
        {
            if (_images.Find(made.Name) is { } loaded)
            {
                return loaded;
            }

            try
            {
                var image = new SchemeImage(scheme, made.Image, made.Costs, unloadable, loads: !isolated);
                _images.Set(made.Name, image);
                return image;
            }
            catch (ImageRefusedException e)
            {
                bag.Add(DiagnosticCatalog.ImageRefused, At(scheme), scheme.Id, e.Message);
                return null;
            }
        }
    }

    // Runs on a thread of the crew.
    private Result<MadeImage> Make(SchemeLoading loading)
    {
        var scheme = loading.Scheme;
        try
        {
            var asked = images.Ask(scheme);
            var loaded = _images.Find(asked.Name);
            if (asked.Stored is null && loaded is null && _failures.Standing(scheme.Hash) is { } last)
            {
                return Failed(last, scheme);
            }

            var made = loaded is null
                ? Make(asked, loading)
                : new(new MadeImage(asked.Name, loaded.Source, loaded.Costs), []);
            _failures.Forget(scheme.Hash);
            return made;
        }
        catch (ImageRefusedException e)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.ImageRefused, At(scheme), [scheme.Id, e.Message])]);
        }
        catch (CompileWorkerException e)
        {
            return Failed(loading, e);
        }
    }

    private Result<MadeImage> Make(AskedImage asked, SchemeLoading loading)
    {
        var (scheme, cancellationToken) = (loading.Scheme, loading.Abandoned.Token);
        // Texts that the host's own gate rejects never reach a parser.
        var refused = SchemeRequest.TextsOf(scheme)
            .Select((text, unit) => LexicalGate.Validate(text.Code, unit)).OfType<CompileFault>().ToImmutableArray();
        var (image, costs, faults) = !refused.IsEmpty ? (null, [], refused)
            : asked.Stored is null ? Compile(asked, loading, cancellationToken)
            : images.Get(asked, cancellationToken);
        var bag = new DiagnosticBag();
        Report(faults, scheme, bag);
        return new(image is null ? null : new MadeImage(asked.Name, image, costs), bag.ToImmutable());
    }

    private (VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults) Compile(
        AskedImage asked, SchemeLoading loading, CancellationToken cancellationToken)
    {
        if (signals is null)
        {
            return images.Get(asked, cancellationToken);
        }

        var (start, span, outcome) = (signals.Start(), Signals.Span("compile", loading.Parent), "failed");
        signals.Queued(1);
        try
        {
            var compiled = images.Get(asked, cancellationToken);
            outcome = compiled.Image is null ? "rejected" : "compiled";
            return compiled;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        catch (CompileWorkerException e)
        {
            outcome = e.Fault.Word();
            throw;
        }
        finally
        {
            signals.Queued(-1);
            signals.Compiled(start, span, loading.Scheme.Id, $"{loading.Scheme.Version}", outcome);
        }
    }

    /// <summary>The failure for which a scheme is not retried now; null when the next request tries it.</summary>
    internal Diagnostic? Standing(Scheme scheme) => _failures.Standing(scheme.Hash) is { } last ? Described(last, scheme) : null;

    /// <summary>The number of schemes that are set aside.</summary>
    internal int CountAside() => _failures.CountAside();

    /// <summary>Allows a retry of a scheme and its upper schemes.</summary>
    internal void Forgive(Scheme scheme)
    {
        foreach (var one in scheme.Lineage())
        {
            _failures.Forget(one.Hash);
        }
    }

    private Result<MadeImage> NoThread(SchemeLoading loading, Exception noThread) => Failed(loading, new CompileWorkerException(
        WorkerFault.NotStarted,
        new("本程序无法再启动线程", $"this process cannot start another thread ({noThread.Message})"),
        ""));

    private Result<MadeImage> Failed(SchemeLoading loading, CompileWorkerException e)
    {
        _failures.Note(loading.Scheme.Hash, e.Fault, e.Cause, () => images.IsCompilerWell(loading.Abandoned.Token));
        var failed = Described(new WorkerFailure(e.Fault, e.Cause, 1, 0, default), loading.Scheme);
        return new(null, [failed, .. Notify(failed), .. Standing(loading.Scheme) is { Id: var id } aside
            && id == DiagnosticCatalog.SchemeQuarantined.Id ? Notify(aside) : []]);
    }

    // What the application's callback throws is a fault of the application, and none of the scheme.
    private ImmutableArray<Diagnostic> Notify(Diagnostic diagnostic)
    {
        try
        {
            noticed?.Invoke(diagnostic);
            return [];
        }
        catch (Exception e)
        {
            return [new Diagnostic(DiagnosticCatalog.SubscriberFailed, new Location("Noticed"), [e.Message])];
        }
    }

    private static Result<MadeImage> Failed(WorkerFailure failure, Scheme scheme) => new(null, [Described(failure, scheme)]);

    private static Diagnostic Described(WorkerFailure failure, Scheme scheme) => failure.IsAside
        ? new Diagnostic(DiagnosticCatalog.SchemeQuarantined, At(scheme), [scheme.Id, $"{failure.Blamed}", failure.Cause])
        : new Diagnostic(
            DiagnosticCatalog.CompilerFailed, At(scheme), [scheme.Id, failure.Cause, WorkerDeath.RemedyWhereCompiled(failure.Fault)]);

    private static Location At(Scheme scheme) => new(Path.Combine(scheme.Folder, "scheme.json"));

    private static void Report(ImmutableArray<CompileFault> faults, Scheme scheme, DiagnosticBag bag)
    {
        var texts = faults.IsEmpty ? [] : SchemeRequest.TextsOf(scheme).ToList();
        var explained = new HashSet<int>();
        foreach (var fault in faults)
        {
            if (explained.Contains(fault.Unit) && fault.Id == FaultId.Syntax)
            {
                // What the compiler says after a slip is about the slip.
                continue;
            }

            if (RuleSlip.Of(texts[fault.Unit].Code, fault) is { } slip)
            {
                explained.Add(fault.Unit);
                var stands = texts[fault.Unit].At(slip.Offset);
                bag.AddWithSuggestion(
                    slip.Descriptor, stands with { File = Path.Combine(scheme.Folder, stands.File) }, slip.Suggestion, slip.Arguments);
                continue;
            }

            var at = texts[fault.Unit].At(fault.Offset);
            bag.AddWithSuggestion(
                DiagnosticCatalog.ById(fault.Id), at with { File = Path.Combine(scheme.Folder, at.File) }, fault.Suggestion,
                [.. fault.Arguments]);
        }
    }
}

/// <summary>The image of a scheme's texts. Immutable.</summary>
/// <param name="Name">The name of the request.</param>
/// <param name="Image">The image.</param>
/// <param name="Costs">The costs of the texts.</param>
internal sealed record MadeImage(string Name, VerifiedImage Image, ImmutableArray<RuleCost> Costs);
