using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Gate;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>Scheme → compiled scheme: texts to the compiler, its faults back to the authors' places, bytes to the loader.</summary>
/// <remarks>
/// Safe on any thread. Knows what is loaded by its content and loads nothing twice; what nobody holds any more is gone. Who asks for what
/// is being loaded waits for that loading, and may stop waiting at any time; nothing is locked while something is compiled, and schemes
/// do not wait for one another unless one rests on the other. What failed is tried again when asked for again, as
/// <see cref="WorkerFailures"/> allows. Dispose ends what is being loaded.
/// </remarks>
internal sealed class SchemeLoader(
    RuleImages images, long budget, bool unloadable = true, FunctionBinder? functions = null, TimeProvider? clock = null) : IDisposable
{
    // Most of them wait for the compiler; what was kept is read and checked side by side.
    private readonly WorkCrew _crew = new(most: 16);
    private readonly Lock _gate = new();
    private readonly Lock _joining = new();
    private readonly FunctionBinder _functions = functions ?? new FunctionBinder(null);
    private readonly WorkerFailures _failures = new(clock ?? TimeProvider.System);
    private readonly ConcurrentDictionary<string, SchemeLoading> _loadings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CompiledScheme> _loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemeImage> _live = new(StringComparer.Ordinal);
    private bool _disposed;

    /// <summary>The compiled scheme, held once for the caller.</summary>
    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var loading = Join(scheme);
        try
        {
            loading.Done.Wait(cancellationToken);
            return loading.Take();
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The compiled scheme, held once for the caller, who blocks no thread meanwhile.</summary>
    internal async Task<Result<CompiledScheme>> LoadAsync(Scheme scheme, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var loading = Join(scheme);
        try
        {
            await loading.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
            return loading.Take();
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Lets what failed be tried again at once.</summary>
    internal void Forgive() => _failures.Forgive();

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        foreach (var loading in _loadings.Values)
        {
            loading.Finish(null, [], new ObjectDisposedException(nameof(SchemeHost)));
        }
    }

    // The loading of a scheme, held once for the caller; begun where there is none, with those of all that the scheme rests on.
    private SchemeLoading Join(Scheme scheme)
    {
        var begun = new List<SchemeLoading>();
        var lineage = new Dictionary<string, SchemeLoading>(StringComparer.Ordinal);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SchemeHost));
            foreach (var one in scheme.Lineage())
            {
                lineage[one.Key] = Join(one, lineage, begun);
            }
        }

        foreach (var loading in begun)
        {
            Begin(loading);
        }

        // Each lower scheme's loading holds those of its upper schemes.
        foreach (var (key, loading) in lineage)
        {
            if (key != scheme.Key)
            {
                loading.Release();
            }
        }

        return lineage[scheme.Key];
    }

    private SchemeLoading Join(Scheme scheme, Dictionary<string, SchemeLoading> lineage, List<SchemeLoading> begun)
    {
        var key = scheme.LineageKey();
        if (_loadings.TryGetValue(key, out var under) && under.TryHold())
        {
            return under;
        }

        if (_loaded.TryGetValue(key, out var loaded) && loaded.TryHold())
        {
            var done = new SchemeLoading(scheme, key, [], _ => { });
            done.Finish(loaded, []);
            return done;
        }

        var uppers = scheme.Uppers.Select(b => lineage[b.Key]).ToImmutableArray();
        foreach (var upper in uppers)
        {
            // Held by the caller too, so it has not ended.
            upper.TryHold();
        }

        var loading = new SchemeLoading(scheme, key, uppers, ended => _loadings.TryRemove(new(key, ended)));
        _loadings[key] = loading;
        begun.Add(loading);
        return loading;
    }

    private void Begin(SchemeLoading loading)
    {
        _crew.Run(
            () =>
            {
                Make(loading);
                Part(loading);
            },
            noThread =>
            {
                Miss(loading, new CompileWorkerException(
                    WorkerFault.NotStarted, new("本程序无法再启动线程", $"this process cannot start another thread ({noThread.Message})"), ""));
                Part(loading);
            });
        foreach (var upper in loading.Uppers)
        {
            upper.Then(() => Part(loading));
        }
    }

    // Every upper scheme is tried before any is missed, so that all problems are told at once.
    private void Part(SchemeLoading loading)
    {
        if (!loading.PartDone())
        {
            return;
        }

        try
        {
            if ((loading.Broken ?? loading.Uppers.Select(u => u.Fault?.SourceException).FirstOrDefault(f => f is not null)) is { } fault)
            {
                End(loading, null, [], fault);
                return;
            }

            var bag = new DiagnosticBag();
            foreach (var upper in loading.Uppers)
            {
                bag.AddRange(upper.Diagnostics);
            }

            bag.AddRange(loading.Own.ToImmutable());
            var compiled = Join(loading, bag);
            End(loading, compiled, bag.ToImmutable(), null);
        }
        catch (Exception e)
        {
            // Ours: thrown to whoever waits, not on a thread that nobody sees.
            End(loading, null, [], e);
        }
    }

    // Who asks from now on finds what was loaded, or tries again.
    private void End(SchemeLoading loading, CompiledScheme? compiled, ImmutableArray<Diagnostic> diagnostics, Exception? fault)
    {
        _loadings.TryRemove(new(loading.Key, loading));
        loading.Finish(compiled, diagnostics, fault);
    }

    private CompiledScheme? Join(SchemeLoading loading, DiagnosticBag bag)
    {
        var held = new List<Counted?>();
        try
        {
            held.AddRange(loading.Uppers.Select(u => u.Hold()));
            held.Add(loading.Image is { Image: not null } made ? Load(made, loading.Scheme, bag) : null);
            if (held.Contains(null) || Join(loading.Key, loading.Scheme, held, bag) is not { } compiled)
            {
                return null;
            }

            held.Clear();
            return _loaded[loading.Key] = compiled;
        }
        finally
        {
            held.ForEach(h => h?.Release());
        }
    }

    // The image stands behind the bases.
    private CompiledScheme? Join(string key, Scheme scheme, List<Counted?> parts, DiagnosticBag bag)
    {
        var image = (SchemeImage)parts[^1]!;
        var uppers = parts.OfType<CompiledScheme>().ToImmutableArray();
        var steps = RuleBudget.Steps(scheme, image.Costs, uppers);
        RuleBudget.Validate(scheme, steps, budget, bag);
        var overall = RuleBudget.OverallSteps(scheme, image.Costs);
        RuleBudget.ValidateOverall(scheme, overall, budget, bag);
        _functions.Bind(scheme, bag).Dispose();
        return bag.HasErrors
            ? null
            : new CompiledScheme(scheme, image, steps, uppers, ended => _loaded.TryRemove(new(key, ended))) { OverallSteps = overall, Functions = _functions };
    }

    private SchemeImage? Load(MadeImage made, Scheme scheme, DiagnosticBag bag)
    {
        // Schemes of several lineages may share an image: the first loads it.
        lock (_joining)
        {
            if (_live.TryGetValue(made.Name, out var live) && live.TryHold())
            {
                return live;
            }

            try
            {
                return _live[made.Name] = new SchemeImage(
                    scheme, made.Name, made.Image!, made.Costs, ended => _live.TryRemove(new(ended.Key, ended)), unloadable);
            }
            catch (ImageRefusedException e)
            {
                bag.Add(DiagnosticCatalog.ImageRefused, At(scheme), scheme.Id, e.Message);
                return null;
            }
        }
    }

    // Sets the image of a loading, or tells why there is none. On a thread of the crew.
    private void Make(SchemeLoading loading)
    {
        var scheme = loading.Scheme;
        try
        {
            var asked = images.Ask(scheme);
            if (asked.Kept is null && !IsLive(asked) && _failures.Standing(scheme.Hash) is { } last)
            {
                Tell(last, loading);
                return;
            }

            loading.Image = Make(asked, scheme, loading.GivenUp);
            _failures.Forget(scheme.Hash);
            Tell(loading.Image.Faults, scheme, loading.Own);
        }
        catch (ImageRefusedException e)
        {
            loading.Own.Add(DiagnosticCatalog.ImageRefused, At(scheme), scheme.Id, e.Message);
        }
        catch (CompileWorkerException e)
        {
            Miss(loading, e);
        }
        catch (Exception e)
        {
            // Cancelled, disposed, or a fault of the compiler's or ours: thrown to whoever waits.
            loading.Broken = e;
        }
    }

    private void Miss(SchemeLoading loading, CompileWorkerException e)
    {
        try
        {
            _failures.Note(loading.Scheme.Hash, e.Fault, e.Cause, () => images.IsCompilerWell(loading.GivenUp));
            Tell(new WorkerFailure(e.Fault, e.Cause, 1, 0, default), loading);
        }
        catch (Exception cancelled) when (cancelled is OperationCanceledException or ObjectDisposedException)
        {
            loading.Broken = cancelled;
        }
    }

    private static void Tell(WorkerFailure failure, SchemeLoading loading)
    {
        var scheme = loading.Scheme;
        if (failure.IsAside)
        {
            loading.Own.Add(DiagnosticCatalog.SchemeQuarantined, At(scheme), scheme.Id, $"{failure.Blamed}", failure.Cause);
        }
        else
        {
            loading.Own.Add(DiagnosticCatalog.CompilerFailed, At(scheme), scheme.Id, failure.Cause, WorkerDeath.RemedyWhereCompiled(failure.Fault));
        }
    }

    private bool IsLive(AskedImage asked) => _live.ContainsKey(asked.Name);

    private static Location At(Scheme scheme) => new(Path.Combine(scheme.Folder, "scheme.json"));

    private MadeImage Make(AskedImage asked, Scheme scheme, CancellationToken cancellationToken)
    {
        if (_live.TryGetValue(asked.Name, out var live))
        {
            return new MadeImage(asked.Name, live.Source, live.Costs, []);
        }

        // What the host's own gate refuses never reaches a parser.
        var faults = CompileRequest.TextsOf(scheme).Select((text, unit) => LexicalGate.Validate(text.Code, unit)).OfType<CompileFault>().ToImmutableArray();
        var (image, costs, wrong) = faults.IsEmpty ? images.Get(asked, cancellationToken) : (null, [], faults);
        return new MadeImage(asked.Name, image, costs, wrong);
    }

    private static void Tell(ImmutableArray<CompileFault> faults, Scheme scheme, DiagnosticBag bag)
    {
        var texts = faults.IsEmpty ? [] : CompileRequest.TextsOf(scheme).ToList();
        foreach (var fault in faults)
        {
            var at = texts[fault.Unit].At(fault.Offset);
            bag.AddWithSuggestion(
                DiagnosticCatalog.ById(fault.Id), at with { File = Path.Combine(scheme.Folder, at.File) }, fault.Suggestion, [.. fault.Arguments]);
        }
    }
}

/// <summary>What came of a scheme's texts. Immutable.</summary>
/// <param name="Name">The name of what was asked.</param>
/// <param name="Image">The image; null when a script is wrong.</param>
/// <param name="Costs">The costs of its texts.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record MadeImage(string Name, VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults);
