using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Evaluating;
using IndicatorRules.Extending;
using IndicatorRules.Facts;
using IndicatorRules.Hosting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Caching;

namespace IndicatorRules;

/// <summary>The engine: finds schemes in plugin folders, compiles each when it is first asked for, and judges facts by them.</summary>
/// <remarks>
/// Safe on any thread; one per application is enough. What is on disk is read by <see cref="Open(SchemeHostOptions)"/> and
/// again by <see cref="Refresh"/> or a <see cref="Watch"/>, never in between. Dispose unloads the schemes and ends the compile worker.
/// </remarks>
public sealed class SchemeHost : IDisposable
{
    private readonly Lock _changing = new();
    private readonly SchemeHostOptions _options;
    private readonly HostCache _cache;
    private readonly SchemeLoader _loader;
    private readonly CompileWorker? _ownedCompiler;
    private readonly EvaluationGuard _guard;
    private readonly FirstCatalog _first;
    private volatile HostState? _state;
    private string _toldOfExtensions = "";

    private SchemeHost(SchemeHostOptions options, HostCache cache)
    {
        _options = options;
        _cache = cache;
        _guard = new EvaluationGuard(options.Evaluator);
        _ownedCompiler = options.Compiler is null ? new CompileWorker() : null;
        if (options.CompilesAtOnce && cache.Stores.IsEmpty)
        {
            _ownedCompiler?.Prepare();
        }

        var images = new RuleImages(options.Compiler ?? _ownedCompiler!, cache.Stores);
        _loader = new SchemeLoader(images, options.RuleBudget, options.Unloadable, new FunctionBinder(options.Extensions, options.Evaluator is not null));
        _first = new FirstCatalog(options, cache, images);
        _state = new HostState(_first.Open(), _loader);
    }

    /// <summary>The schemes in force.</summary>
    public SchemeCatalog Catalog => State.Catalog;

    private HostState State => _state ?? throw new ObjectDisposedException(nameof(SchemeHost));

    /// <summary>Opens the plugins directly under the given directories. Nothing is compiled yet.</summary>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    public static SchemeHost Open(params IReadOnlyList<string> pluginDirectories) =>
        Open(new SchemeHostOptions { PluginDirectories = pluginDirectories });

    /// <summary>Opens plugins as the options say. Nothing is compiled yet.</summary>
    public static SchemeHost Open(SchemeHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(options, HostCache.Of(options));
    }

    internal static SchemeHost Open(SchemeHostOptions options, HostCache cache)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RuleBudget);
        return new SchemeHost(options, cache);
    }

    /// <summary>Reads what changed on disk, compiles it, and only then puts it in force, all at once.</summary>
    /// <remarks>
    /// The extensions of the host come first (<see cref="ExtensionHost.Refresh"/>), so that a scheme meets the functions it was written for.
    /// Assessments go on meanwhile: those begun end on what they began with. A scheme whose replacement is broken, or
    /// rests on something broken, stays as it was with all that it rests on. A folder that is gone withdraws its scheme.
    /// </remarks>
    /// <param name="cancellation">Ends the work with an exception; then nothing has changed.</param>
    public RefreshReport Refresh(CancellationToken cancellation = default)
    {
        lock (_changing)
        {
            var current = State;
            var extensions = RefreshExtensions(out var isNews);
            using var change = new StateChange(current, _loader, cancellation);
            if (change.Make(_options.PluginDirectories) is not { } next)
            {
                return isNews ? new RefreshReport([], extensions) : RefreshReport.Nothing;
            }

            _state = next;
            current.Retire();
            var report = change.Report();
            return report with { Diagnostics = [.. extensions, .. report.Diagnostics] };
        }
    }

    /// <summary>Reads a JSON facts file as <see cref="FactsReader.ReadFile(string)"/> does, sooner where the cache knows that it passed before.</summary>
    /// <param name="path">Where the file is; also its name in diagnostics.</param>
    public Result<FactsFile> ReadFacts(string path) => FactsReader.ReadFile(path, _cache.Memory);

    /// <summary>Refreshes whenever the plugins change on disk, until what is returned is disposed.</summary>
    /// <param name="changed">Told what became of each change, one call at a time on a thread of the pool; not told when nothing did.</param>
    /// <param name="options">How to watch.</param>
    public PluginWatch Watch(Action<RefreshReport> changed, PluginWatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ObjectDisposedException.ThrowIf(_state is null, this);
        return new PluginWatch(this, _options.PluginDirectories, changed, options ?? new PluginWatchOptions());
    }

    // Told once, not at every look: what is wrong with an extension stands until someone mends it.
    private ImmutableArray<Diagnostic> RefreshExtensions(out bool isNews)
    {
        var diagnostics = _options.Extensions?.Refresh() ?? [];
        var told = string.Concat(diagnostics.Select(d => d.Format(Language.En)));
        isNews = told.Length > 0 && told != _toldOfExtensions;
        _toldOfExtensions = told;
        return diagnostics;
    }

    /// <summary>Whether a folder that something is in force from is not there now.</summary>
    internal bool MissesFolders() => State.Catalog.Entries.Any(e => !Directory.Exists(e.Folder));

    /// <summary>Judges facts that were built in code.</summary>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    public Result<Assessment> Assess(PlaceFacts facts, AssessOptions? options = null, CancellationToken cancellation = default) =>
        Assess(FactsFile.FromCode(facts), options, cancellation);

    /// <summary>Judges one place's facts by one scheme.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="options">The scheme, year and evidence; by default the scheme that the facts name, their latest year, claims counted.</param>
    /// <param name="cancellation">Ends the work with an exception; never with a smaller result.</param>
    /// <returns>The assessment, or everything that is wrong with the facts or the scheme; warnings in either case.</returns>
    public Result<Assessment> Assess(FactsFile facts, AssessOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options ??= new AssessOptions();
        return With(facts, options, (compiled, shared) => Assessor.Assess(compiled, facts, shared, options, _guard, cancellation), cancellation);
    }

    /// <summary>Looks for contradictions in one place's facts by a scheme's checks.</summary>
    /// <returns>The findings, or everything that is wrong with the facts or the scheme; warnings in either case.</returns>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    public Result<FactsReview> CheckFacts(FactsFile facts, AssessOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options = (options ?? new AssessOptions()) with { WithReasons = true };
        return With(facts, options, Find, cancellation);

        Result<FactsReview> Find(CompiledScheme compiled, IEnumerable<Scheme> shared)
        {
            var assessed = Assessor.Assess(compiled, facts, shared, options, _guard, cancellation);
            return assessed.Value is { } assessment
                ? WithWarnings(ContradictionFinder.Find(compiled, facts, assessment), assessed.Diagnostics)
                : new(null, assessed.Diagnostics);
        }
    }

    /// <summary>Finds, composes and compiles a scheme, and tells everything that is wrong with it.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public Result<SchemeReview> Check(string asked, CancellationToken cancellation = default)
    {
        var held = Hold(State, asked, new Location(asked), cancellation);
        if (held.Value is not { } compiled)
        {
            return new(null, held.Diagnostics);
        }

        var review = new SchemeReview(compiled.Scheme, [.. compiled.Steps]) { OverallSteps = [.. compiled.OverallSteps] };
        compiled.Release();
        return new(review, held.Diagnostics);
    }

    /// <summary>Opens a batch: many places judged on all cores, where a wrong row does not stop the rest.</summary>
    /// <param name="options">What is asked; by default all years of each place, by the scheme that its facts name.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <returns>The batch, which the caller disposes before the host; or what is wrong with the scheme named.</returns>
    public Result<BatchAssessor> OpenBatch(BatchOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BatchOptions();
        var batch = new BatchAssessor(options, (asked, named) => Prepare(asked, named, cancellation));
        var named = options.Scheme is { } scheme ? batch.Prepare(scheme) : null;
        return named is { Succeeded: false } ? new(null, named.Diagnostics) : new(batch, named?.Diagnostics ?? []);
    }

    /// <summary>Opens a run over many places and years by one scheme, for one thread; the caller disposes it.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    internal Result<StatusRun> OpenRun(string asked, CancellationToken cancellation = default)
    {
        var compiled = Hold(State, asked, new Location(asked), cancellation);
        return new(compiled.Value is { } scheme ? new StatusRun(scheme) : null, compiled.Diagnostics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_changing)
        {
            _state?.Retire();
            _state = null;
        }

        _ownedCompiler?.Dispose();
    }

    // Holds the scheme that is asked for while the work goes on, with the other schemes that the facts are for.
    private Result<T> With<T>(
        FactsFile facts, AssessOptions options, Func<CompiledScheme, IEnumerable<Scheme>, Result<T>> work, CancellationToken cancellation)
        where T : class
    {
        var bag = new DiagnosticBag();
        if ((options.Scheme ?? facts.Facts.Scheme) is not { } asked)
        {
            bag.Add(DiagnosticCatalog.FactsNameNoScheme, facts.At(default));
            return new(null, bag.ToImmutable());
        }

        var state = State;
        var held = Hold(state, asked, options.Scheme is null ? facts.At(FactsFile.SchemePath) : new Location(asked), cancellation);
        if (held.Value is not { } compiled)
        {
            return new(null, held.Diagnostics);
        }

        try
        {
            return WithWarnings(work(compiled, Shared(state.Catalog, facts.Facts.Scheme, asked)), held.Diagnostics);
        }
        finally
        {
            compiled.Release();
        }
    }

    // The schemes that the facts are for besides the one asked: what they name, or, where they name none, all that are there.
    private static IEnumerable<Scheme> Shared(SchemeCatalog catalog, string? named, string asked)
    {
        if (named is null)
        {
            return catalog.Available.Select(s => catalog.Resolve(s.Id).Value).OfType<Scheme>();
        }

        return named != asked && SchemeName.TryParse(named, out var name) && catalog.Resolve(name.Id, name.Range).Value is { } scheme
            ? [scheme]
            : [];
    }

    private Result<PreparedScheme> Prepare(string asked, string? named, CancellationToken cancellation)
    {
        var state = State;
        var held = Hold(state, asked, new Location(asked), cancellation);
        return new(held.Value is { } scheme ? new PreparedScheme(scheme, Shared(state.Catalog, named, asked), _guard) : null, held.Diagnostics);
    }

    // Held once for the caller, who releases it.
    private Result<CompiledScheme> Hold(HostState state, string asked, Location at, CancellationToken cancellation)
    {
        if (!SchemeName.TryParse(asked, out var name))
        {
            var bag = new DiagnosticBag();
            bag.Add(DiagnosticCatalog.Range, at, asked);
            return new(null, bag.ToImmutable());
        }

        var resolved = state.Catalog.Resolve(name.Id, name.Range, at);
        if (!resolved.Succeeded)
        {
            return new(null, resolved.Diagnostics);
        }

        var held = state.Hold(resolved.Value, cancellation);
        if (held.Value is { } compiled)
        {
            _first.Keep(state.Catalog);
            if (_options is { CompilesAtOnce: true, Evaluator: null })
            {
                compiled.MakeAhead();
            }
        }

        return WithWarnings(held, resolved.Diagnostics);
    }

    private static Result<T> WithWarnings<T>(Result<T> result, IEnumerable<Diagnostic> earlier)
        where T : class => new(result.Value, [.. earlier, .. result.Diagnostics]);
}
