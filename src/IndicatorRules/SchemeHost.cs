using System.Collections.Immutable;
using System.Diagnostics;
using System.Security;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Extending;
using IndicatorRules.Facts;
using IndicatorRules.Isolation;
using IndicatorRules.Observing;
using IndicatorRules.Reloading;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;
using IndicatorRules.Store;
using IndicatorRules.Workers;

namespace IndicatorRules;

/// <summary>The engine: finds schemes in plugin folders, compiles each on first use, and judges facts by them.</summary>
/// <remarks>
/// Safe on any thread; one per application is enough. Reads the disk in <see cref="Open(SchemeHostOptions)"/>,
/// <see cref="Refresh(CancellationToken)"/> and a <see cref="Watch"/>, and at no other time. Concurrent requests for a scheme share one
/// compilation; asynchronous methods block no thread while they wait for it, the others block the caller's. A cancelled request returns at
/// once, whatever it waits for. Dispose unloads the schemes and ends the compile worker; running requests then fail with an
/// <see cref="ObjectDisposedException"/>.
/// </remarks>
/// <example><code>
/// using var host = SchemeHost.Open("plugins");
/// var assessment = host.Assess(FactsReader.ReadFile("facts.json").OrThrow()).OrThrow();
/// Console.WriteLine(assessment.Find("rural-sewage")?.Status);
/// </code></example>
public sealed class SchemeHost : ICounted, IDisposable
{
    // Held during a refresh. A semaphore, since waiting for a lock cannot be cancelled.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _woken = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly Lock _gate = new();
    private readonly ChangeFeed _feed;
    private readonly SchemeHostOptions _options;
    private readonly SchemeStore _store;
    private readonly SchemeLoader _loader;
    private readonly CompileWorker? _ownedCompiler;
    private readonly Signals? _signals;
    private readonly ScriptRunner _scripts;
    private volatile HostState? _state;
    private ImmutableArray<Diagnostic> _wrong;

    private SchemeHost(SchemeHostOptions options, SchemeStore store)
    {
        _options = options;
        _store = store;
        _feed = new ChangeFeed(this);
        _scripts = new ScriptRunner(options.Isolation?.Start(), options.Clock);
        _signals = options.EmitsSignals ? Signals.Shared : null;
        _ownedCompiler = options.Compiler is null ? new CompileWorker(signals: _signals) : null;
        if (options.CompilesAtOnce && store.IsEmpty)
        {
            _ownedCompiler?.Prepare();
        }

        var images = new RuleImages(options.Compiler ?? _ownedCompiler!, store, _signals);
        var functions = new FunctionBinder(options.Extensions is { } extensions ? extensions.Hold : null);
        _loader = new SchemeLoader(
            images, options.RuleBudget, options.Unloadable, functions, options.Clock, _scripts.IsIsolated, _signals, options.Noticed);
        _state = new HostState(store.Open(options.PluginDirectories, options.Lock), _loader);
        _wrong = _state.Catalog.Diagnostics;
        if (store.FoundBundle is { } found)
        {
            _signals?.Searched("bundle", found);
        }

        _signals?.Opened(this);
    }

    /// <summary>
    /// Raised after every refresh with a change, a rejected change, a new fault or a repaired one, whether the application, a
    /// <see cref="Watch"/> or another thread refreshed. Raised for one report at a time, in order, on a thread that refreshes.
    /// </summary>
    /// <remarks>
    /// A handler that throws does not affect the others; the refresh reports it as IR4114. A handler may refresh the host, but should not
    /// block, since other refreshes may leave their reports to its thread.
    /// </remarks>
    public event EventHandler<RefreshReport>? Changed
    {
        add => _feed.Changed += value;
        remove => _feed.Changed -= value;
    }

    /// <summary>Problems of the host itself that affect no scheme: a store folder that is not used, and why.</summary>
    public ImmutableArray<Diagnostic> Notices => _store.Notices;

    /// <summary>The compiled extensions whose functions rules may call; null if the host was opened without any.</summary>
    public ExtensionHost? Extensions => _options.Extensions;

    /// <summary>The schemes in force.</summary>
    public SchemeCatalog Catalog => State.Catalog;

    /// <summary>All faults of the plugins on disk, as the host found them when it opened or at the last refresh.</summary>
    public ImmutableArray<Diagnostic> Faults
    {
        get
        {
            ObjectDisposedException.ThrowIf(_state is null, this);
            return _wrong;
        }
    }

    /// <summary>
    /// The schemes that cannot be compiled now and are not tried at every request, each with the cause: set aside (IR4110), or while the
    /// machine does not run the compile worker (IR4011). They are tried again after a while, by <see cref="Retry"/> and at a refresh.
    /// </summary>
    public ImmutableArray<Diagnostic> Failing => [.. State.Catalog.Schemes.Select(_loader.Standing).OfType<Diagnostic>().Distinct()];

    /// <summary>Lets the next request try to compile a scheme again at once.</summary>
    /// <param name="schemeId">The scheme's id.</param>
    /// <returns>Whether there is such a scheme.</returns>
    public bool Retry(string schemeId)
    {
        ArgumentNullException.ThrowIfNull(schemeId);
        var schemes = State.Catalog.Schemes.Where(s => s.Id == schemeId).ToList();
        schemes.ForEach(_loader.Forgive);
        return schemes.Count > 0;
    }

    internal bool IsDisposed => _state is null;

    (int Known, int Refused, int Aside)? ICounted.Count() => _state is { } state
        ? (state.Catalog.Entries.Length, state.Refused.Count, _loader.CountAside()) : null;

    private HostState State => _state ?? throw new ObjectDisposedException(nameof(SchemeHost));

    /// <summary>
    /// Opens the plugins that were shipped with the application, in <see cref="SchemeHostOptions.ApplicationPluginDirectory"/>.
    /// </summary>
    /// <remarks>
    /// The project lists them as <c>&lt;IndicatorRulesPlugin Include="plugins/**" /&gt;</c> or takes a package of schemes; its build
    /// compiles them, so that nothing is compiled when the application runs.
    /// </remarks>
    public static SchemeHost Open() => Open(SchemeHostOptions.ApplicationPluginDirectory);

    /// <summary>Opens the plugins directly under the given directories; compiles nothing yet.</summary>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    public static SchemeHost Open(params string[] pluginDirectories) => Open((IReadOnlyList<string>)pluginDirectories);

    /// <summary>Opens the plugins directly under the given directories; compiles nothing yet.</summary>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    public static SchemeHost Open(IReadOnlyList<string> pluginDirectories) =>
        Open(new SchemeHostOptions { PluginDirectories = pluginDirectories });

    /// <summary>Opens plugins with options; compiles nothing yet.</summary>
    public static SchemeHost Open(SchemeHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(options, SchemeStore.Of(options.PrecompiledDirectory, options.StoreDirectory, options.Clock));
    }

    internal static SchemeHost Open(SchemeHostOptions options, SchemeStore store)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RuleBudget);
        ArgumentNullException.ThrowIfNull(options.PluginDirectories);
        foreach (var directory in options.PluginDirectories)
        {
            ArgumentNullException.ThrowIfNull(directory, nameof(options));
        }

        return new SchemeHost(options, store);
    }

    /// <summary>Reads changes on disk, compiles them, and puts them in force all at once.</summary>
    /// <remarks>
    /// Refreshes the host's extensions first (<see cref="ExtensionHost.Refresh"/>), so that a scheme finds the functions that it was
    /// written for. Running assessments end on the schemes that they began with. A scheme whose replacement, or an upper scheme of it, is
    /// faulty stays as it was with all its upper schemes. A scheme whose folder is gone is withdrawn.
    /// <para>Retries failures of the machine and schemes that were set aside (IR4110).</para>
    /// </remarks>
    /// <param name="cancellationToken">Ends the work, or the wait for another refresh, with an exception; nothing has changed then.</param>
    /// <returns>The changes, and all faults that are on disk now.</returns>
    public RefreshReport Refresh(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_state is null, this);
        _loader.Forgive();
        _scripts.Forgive();
        return Look(cancellationToken);
    }

    /// <summary><see cref="Refresh(CancellationToken)"/> on a thread of its own, which blocks neither the caller nor the pool.</summary>
    /// <inheritdoc cref="Refresh(CancellationToken)"/>
    /// <param name="cancellationToken">Ends the work, or the wait for another refresh, with an exception; nothing has changed then.</param>
    public Task<RefreshReport> RefreshAsync(CancellationToken cancellationToken = default) =>
        OnThread(() => Refresh(cancellationToken), cancellationToken);

    /// <summary>Refreshes whenever the plugins change on disk, until the returned watch is disposed.</summary>
    /// <param name="changed">
    /// Called with every report of <see cref="Changed"/>, and after changes of the options' files: one call at a time,
    /// in order, on a pool thread. A callback that throws is called again with the next report.
    /// </param>
    /// <param name="options">How to watch.</param>
    /// <example><code>
    /// await using var watch = host.Watch(report =>
    /// {
    ///     foreach (var change in report.Changes)
    ///     {
    ///         logger.LogInformation("{Scheme} {Kind}", change.Id, change.Kind);
    ///     }
    /// });
    /// </code></example>
    public PluginWatch Watch(Action<RefreshReport> changed, PluginWatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ObjectDisposedException.ThrowIf(_state is null, this);
        options ??= new PluginWatchOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Settle, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Grace, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Poll, TimeSpan.Zero);
        foreach (var file in options.Files)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(file, nameof(options));
        }

        return new PluginWatch(this, _options.PluginDirectories, changed, options);
    }

    /// <summary>Refreshes as a watch does: schemes that were set aside are not retried before their time.</summary>
    internal RefreshReport Look(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefreshReport report;
        _turn.Wait(cancellationToken);
        try
        {
            (report, var isNews) = Change(cancellationToken);
            if (isNews && _feed.IsHeard)
            {
                _feed.Add(report);
            }
        }
        finally
        {
            _turn.Release();
        }

        return _feed.Publish() is { IsEmpty: false } faults ? report.With(faults) : report;
    }

    /// <summary>Runs work that may block on a thread of its own.</summary>
    internal static Task<T> OnThread<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    // The caller's report, and whether subscribers get it: faults are reported to them once, not at every refresh.
    private (RefreshReport Report, bool IsNews) Change(CancellationToken cancellationToken)
    {
        var current = State;
        var change = new StateChange(current, _loader, cancellationToken);
        ImmutableArray<Diagnostic> extensions;
        HostState? next;
        try
        {
            extensions = _options.Extensions?.Refresh() ?? [];
            next = change.Make(_options.PluginDirectories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            // A folder removed during the read, or no more file handles: nothing has changed.
            var failed = new Diagnostic(
                DiagnosticCatalog.RefreshFailed, FirstDirectory(_options.PluginDirectories), [ErrorOutput.Shown(e.Message)]);
            var isNew = !_wrong.Contains(failed);
            _wrong = isNew ? _wrong.Add(failed) : _wrong;
            return (new RefreshReport([], [failed]), isNew);
        }

        if (next is not null)
        {
            Replace(next);
        }

        var made = next is null ? new RefreshReport([], current.Catalog.Diagnostics) : change.Report();
        ImmutableArray<Diagnostic> wrong = [.. extensions, .. made.Diagnostics];
        ImmutableArray<Diagnostic> mended = [.. _wrong.Except(wrong)];
        var isNews = !mended.IsEmpty || wrong.Except(_wrong).Any()
            || made.Changes.Any(c => change.IsOfTheDisk || c.Kind != SchemeChangeKind.Refused);
        _wrong = wrong;
        foreach (var done in made.Changes)
        {
            _signals?.Refreshed(Word(done.Kind));
        }

        return next is null && !isNews ? (RefreshReport.Nothing, false)
            : (new RefreshReport(made.Changes, wrong) { Mended = mended }, isNews);
    }

    internal static Location FirstDirectory(IReadOnlyList<string> directories) => new(directories.Count > 0 ? directories[0] : "");

    private void Replace(HostState next)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state is null, this);
            _state = next;
        }
    }

    /// <summary>Whether the folder of a scheme in force is missing now.</summary>
    internal bool MissesFolders() => State.Catalog.Entries.Any(e => !Directory.Exists(e.Folder));

    /// <summary>Judges facts that were built in code.</summary>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    public Result<Assessment> Assess(PlaceFacts facts, AssessOptions? options = null, CancellationToken cancellationToken = default) =>
        Assess(FactsFile.FromCode(facts), options, cancellationToken);

    /// <summary>Judges one place's facts by one scheme.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="options">By default the scheme that the facts name, their latest year, and claims included.</param>
    /// <param name="cancellationToken">Ends the work with an exception; never with a smaller result.</param>
    /// <returns>
    /// The assessment, and all faults of the facts: a row with faulty facts is Undetermined and has the error
    /// (<see cref="IndicatorVerdict.Fault"/>), the others are judged. No assessment after a fault of the place, the year or the scheme.
    /// </returns>
    /// <remarks>
    /// The first call for a scheme compiles it, which blocks the thread for some seconds. Where threads are few, as in a web server, call
    /// <see cref="AssessAsync(FactsFile, AssessOptions?, CancellationToken)"/>, which blocks none.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed, possibly during the call.</exception>
    public Result<Assessment> Assess(FactsFile facts, AssessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options ??= new AssessOptions();
        return _signals is { } signals
            ? Observed(signals, facts, options, () => With(facts, options, Judging(facts, options, cancellationToken), cancellationToken))
            : With(facts, options, Judging(facts, options, cancellationToken), cancellationToken);
    }

    /// <summary>Judges facts that were built in code; blocks no thread while the scheme is compiled.</summary>
    /// <inheritdoc cref="AssessAsync(FactsFile, AssessOptions?, CancellationToken)"/>
    public Task<Result<Assessment>> AssessAsync(
        PlaceFacts facts, AssessOptions? options = null, CancellationToken cancellationToken = default) =>
        AssessAsync(FactsFile.FromCode(facts), options, cancellationToken);

    /// <summary>Judges one place's facts by one scheme; blocks no thread while the scheme is compiled.</summary>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    /// <param name="facts">The facts.</param>
    /// <param name="options">By default the scheme that the facts name, their latest year, and claims included.</param>
    /// <param name="cancellationToken">Ends the work with an exception; never with a smaller result.</param>
    public Task<Result<Assessment>> AssessAsync(
        FactsFile facts, AssessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options ??= new AssessOptions();
        return _signals is { } signals
            ? ObservedAsync(signals, facts, options, cancellationToken)
            : WithAsync(facts, options, Judging(facts, options, cancellationToken), cancellationToken);
    }

    /// <summary>Reads a JSON facts file and judges it; blocks no thread while the scheme is compiled.</summary>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    /// <param name="path">The file's path; also its name in diagnostics.</param>
    /// <param name="options">By default the scheme that the facts name, their latest year, and claims included.</param>
    /// <param name="cancellationToken">Ends the work with an exception; never with a smaller result.</param>
    /// <example><code>
    /// var assessment = (await host.AssessFileAsync("facts.json")).OrThrow();
    /// </code></example>
    public async Task<Result<Assessment>> AssessFileAsync(
        string path, AssessOptions? options = null, CancellationToken cancellationToken = default)
    {
        var facts = FactsReader.ReadFile(path);
        return facts.Succeeded
            ? WithWarnings(await AssessAsync(facts.Value, options, cancellationToken).ConfigureAwait(false), facts.Diagnostics)
            : new(null, facts.Diagnostics);
    }

    /// <summary>Runs a scheme's checks to find contradictions in one place's facts.</summary>
    /// <returns>The contradictions, or all faults of the facts and the scheme; warnings in either case.</returns>
    /// <inheritdoc cref="Assess(FactsFile, AssessOptions?, CancellationToken)"/>
    public Result<FactsReview> FindContradictions(
        FactsFile facts, AssessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options = (options ?? new AssessOptions()) with { WithReasons = true };
        return With(facts, options, Reviewing(facts, options, cancellationToken), cancellationToken);
    }

    /// <summary>Runs a scheme's checks to find contradictions in one place's facts; blocks no thread during compilation.</summary>
    /// <inheritdoc cref="FindContradictions"/>
    /// <param name="facts">The facts.</param>
    /// <param name="options">By default the scheme that the facts name, their latest year, and claims included.</param>
    /// <param name="cancellationToken">Ends the work with an exception; never with a smaller result.</param>
    public Task<Result<FactsReview>> FindContradictionsAsync(
        FactsFile facts, AssessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options = (options ?? new AssessOptions()) with { WithReasons = true };
        return WithAsync(facts, options, Reviewing(facts, options, cancellationToken), cancellationToken);
    }

    /// <summary>Finds, composes and compiles a scheme, and reports all its faults.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed, possibly during the call.</exception>
    public Result<SchemeReview> ValidateScheme(string asked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Review(Load(State, asked, new Location(asked), cancellationToken), cancellationToken);
    }

    /// <summary>Finds, composes and compiles a scheme, and reports all its faults; blocks no thread during compilation.</summary>
    /// <inheritdoc cref="ValidateScheme"/>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    public async Task<Result<SchemeReview>> ValidateSchemeAsync(string asked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Review(await LoadAsync(State, asked, new Location(asked), cancellationToken).ConfigureAwait(false), cancellationToken);
    }

    /// <summary>Opens a batch, which judges many places on all cores; a faulty row does not stop the rest.</summary>
    /// <param name="options">By default all years of each place, by the scheme that its facts name.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <returns>The batch, which the caller disposes before the host; or the faults of the scheme that the options name.</returns>
    public Result<BatchAssessor> OpenBatch(BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_state is null, this);
        options ??= new BatchOptions();
        var batch = new BatchAssessor(
            options,
            (asked, named) => Prepare(asked, named, cancellationToken),
            (asked, named, ended) => PrepareAsync(asked, named, cancellationToken, ended));
        var named = options.Scheme is { } scheme ? batch.Prepare(scheme) : null;
        return named is { Succeeded: false } ? new(null, named.Diagnostics) : new(batch, named?.Diagnostics ?? []);
    }

    /// <summary>Opens a table of facts for one scheme, to read its places rather than judge them. Compiles nothing.</summary>
    /// <param name="rows">The rows. The caller disposes them after the last place.</param>
    /// <param name="name">The file's name in diagnostics.</param>
    /// <param name="scheme">The scheme that the facts are for.</param>
    /// <returns>The table; or no value if its headings have errors.</returns>
    public Result<FactsTable> OpenTable(ITableRows rows, string name, Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scheme);
        var attributes = scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id).ToList();
        return FactsTable.Open(rows, name, new KnownIndicators(scheme, Shared(State.Catalog, rows.Scheme, scheme.Id)), attributes);
    }

    /// <summary>The same facts with the ids of a scheme in place of the numbers and names by which they call its rows.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="scheme">The scheme that the facts are for.</param>
    /// <returns>The facts; with errors if two names give one entry twice. A name that is unknown or of several things stays.</returns>
    public Result<FactsFile> WithIds(FactsFile facts, Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scheme);
        var bag = new DiagnosticBag();
        var known = new KnownIndicators(scheme, Shared(State.Catalog, facts.Facts.Scheme, scheme.Id));
        return new(NamedFacts.Of(facts, known, bag, new RowFaults()), bag.ToImmutable());
    }

    /// <summary>Opens a run over many places and years by one scheme, for one thread; the caller disposes it.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    internal Result<StatusRun> OpenRun(string asked, CancellationToken cancellationToken = default)
    {
        var compiled = Load(State, asked, new Location(asked), cancellationToken);
        return new(compiled.Value is { } scheme ? new StatusRun(scheme) : null, compiled.Diagnostics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _state = null;
        }

        _loader.Dispose();
        _ownedCompiler?.Dispose();
        _scripts.Dispose();
    }

    private Result<Assessment> Observed(Signals signals, FactsFile facts, AssessOptions options, Func<Result<Assessment>> assess)
    {
        var (start, span) = (signals.Start(), Signals.Span("assess"));
        Result<Assessment>? done = null;
        var outcome = "failed";
        try
        {
            done = assess();
            outcome = done.Succeeded ? "judged" : "rejected";
            return done;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            Note(signals, start, span, done?.Value, Asked(facts, options)?.Name, outcome);
        }
    }

    private async Task<Result<Assessment>> ObservedAsync(
        Signals signals, FactsFile facts, AssessOptions options, CancellationToken cancellationToken)
    {
        var (start, span) = (signals.Start(), Signals.Span("assess"));
        Result<Assessment>? done = null;
        var outcome = "failed";
        try
        {
            done = await WithAsync(facts, options, Judging(facts, options, cancellationToken), cancellationToken).ConfigureAwait(false);
            outcome = done.Succeeded ? "judged" : "rejected";
            return done;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            Note(signals, start, span, done?.Value, Asked(facts, options)?.Name, outcome);
        }
    }

    // Of a name that was asked for, only one that there is becomes a tag: others are without number.
    private void Note(Signals signals, long start, Activity? span, Assessment? assessment, string? asked, string outcome)
    {
        if (start != 0 || span is not null)
        {
            var known = assessment?.Scheme.Id
                ?? (asked is not null && SchemeName.TryParse(asked, out var name)
                    && _state?.Catalog.Available.Any(s => s.Id == name.Id) == true ? name.Id : "unknown");
            signals.Assessed(start, span, known, assessment is null ? "" : $"{assessment.Scheme.Version}", outcome);
        }
    }

    private static string Word(SchemeChangeKind kind) => kind switch
    {
        SchemeChangeKind.Added => "added",
        SchemeChangeKind.Replaced => "replaced",
        SchemeChangeKind.Withdrawn => "withdrawn",
        SchemeChangeKind.Refused => "refused",
        _ => "recovered",
    };

    private Work<Assessment> Judging(FactsFile facts, AssessOptions options, CancellationToken cancellationToken) =>
        (compiled, shared) =>
            Assessor.Assess(compiled, facts, shared, options, _scripts, withChecks: false, out _, out _, cancellationToken);

    private Work<FactsReview> Reviewing(
        FactsFile facts, AssessOptions options, CancellationToken cancellationToken) => (compiled, shared) =>
    {
        var assessed = Assessor.Assess(
            compiled, facts, shared, options, _scripts, withChecks: true, out var sound, out var checks, cancellationToken);
        return assessed.Value is { } assessment
            ? WithWarnings(ContradictionFinder.Find(assessment, sound, checks), assessed.Diagnostics)
            : new(null, assessed.Diagnostics);
    };

    private Result<SchemeReview> Review(Result<CompiledScheme> loaded, CancellationToken cancellationToken)
    {
        if (loaded.Value is not { } compiled)
        {
            return new(null, loaded.Diagnostics);
        }

        var review = new SchemeReview(compiled.Scheme, [.. compiled.Steps], [.. compiled.OverallSteps]);
        var printed = _scripts.PrintedTargets(compiled, cancellationToken);
        return new(review, [.. loaded.Diagnostics, .. printed, .. Checking.RoundedQuotients.Validate(compiled.Scheme)]);
    }

    private Result<T> With<T>(FactsFile facts, AssessOptions options, Work<T> work, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = State;
        return Asked(facts, options) is var (asked, at)
            ? Do(work, Load(state, asked, at, cancellationToken), state, facts, asked)
            : NamesNoScheme<T>(facts);
    }

    private async Task<Result<T>> WithAsync<T>(FactsFile facts, AssessOptions options, Work<T> work, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = State;
        if (Asked(facts, options) is not var (asked, at))
        {
            return NamesNoScheme<T>(facts);
        }

        var loading = LoadAsync(state, asked, at, cancellationToken);
        if (!loading.IsCompleted)
        {
            var waited = await loading.ConfigureAwait(false);
            return await AfterWaitingAsync(waited, loaded => Do(work, loaded, state, facts, asked), cancellationToken)
                .ConfigureAwait(false);
        }

        var loaded = await loading.ConfigureAwait(false);
        // The thread waits for the isolated process.
        return _scripts.IsIsolated
            ? await OnThread(() => Do(work, loaded, state, facts, asked), CancellationToken.None).ConfigureAwait(false)
            : Do(work, loaded, state, facts, asked);
    }

    // All requests that wait for one compilation wake at once. They continue one after another and leave a thread to the application.
    private async Task<Result<T>> AfterWaitingAsync<T>(
        Result<CompiledScheme> loaded, Func<Result<CompiledScheme>, Result<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        await _woken.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Queue behind the pool's other work: a continuation would run before it.
            await Task.Yield();
            return _scripts.IsIsolated ? await OnThread(() => work(loaded), CancellationToken.None).ConfigureAwait(false) : work(loaded);
        }
        finally
        {
            _woken.Release();
        }
    }

    private static Result<T> Do<T>(Work<T> work, Result<CompiledScheme> loaded, HostState state, FactsFile facts, string asked)
        where T : class
    {
        if (loaded.Value is not { } compiled)
        {
            return new(null, loaded.Diagnostics);
        }

        var done = WithWarnings(work(compiled, Shared(state.Catalog, facts.Facts.Scheme, asked)), loaded.Diagnostics);
        return WithoutUnknown(done, state.Catalog, facts, asked);
    }

    // Entries of a scheme that the facts name and that is not installed are unknown here, but no fault of the facts.
    private static Result<T> WithoutUnknown<T>(Result<T> done, SchemeCatalog catalog, FactsFile facts, string asked)
        where T : class
    {
        if (facts.Facts.Scheme is not { } named || named == asked || !SchemeName.TryParse(named, out var name)
            || catalog.Resolve(name.Id, name.Range, facts.At(FactsFile.SchemePath)) is not { Succeeded: false } missing)
        {
            return done;
        }

        if (!done.Diagnostics.Any(IsOfUnknown))
        {
            return missing.Diagnostics.Any(d => d.Id == DiagnosticCatalog.SchemeBroken.Id)
                ? new(done.Value, [OfBrokenScheme(facts, name.Id, asked), .. done.Diagnostics])
                : done;
        }

        return new(null, [.. missing.Diagnostics, .. done.Diagnostics.Where(d => !IsOfUnknown(d))]);
    }

    private static Diagnostic OfBrokenScheme(FactsFile facts, string named, string asked) =>
        new(DiagnosticCatalog.FactsOfBrokenScheme, facts.At(FactsFile.SchemePath), [named, asked]);

    private static bool IsOfUnknown(Diagnostic diagnostic) => diagnostic.Id == DiagnosticCatalog.FactsUnknownIndicator.Id
        || diagnostic.Id == DiagnosticCatalog.FactsUnknownItem.Id || diagnostic.Id == DiagnosticCatalog.FactsUnknownBackground.Id;

    private static (string Name, Location At)? Asked(FactsFile facts, AssessOptions options) =>
        options.Scheme is { } asked ? (asked, new Location(asked))
        : facts.Facts.Scheme is { } named ? (named, facts.At(FactsFile.SchemePath))
        : null;

    private static Result<T> NamesNoScheme<T>(FactsFile facts)
        where T : class
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCatalog.FactsNameNoScheme, facts.At(default));
        return new(null, bag.ToImmutable());
    }

    // The other schemes that the facts are for: those that they name, or, if they name none, all that are there.
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

    private Result<PreparedScheme> Prepare(string asked, string? named, CancellationToken cancellationToken)
    {
        var state = State;
        return Prepared(Load(state, asked, new Location(asked), cancellationToken), state, asked, named);
    }

    private async Task<Result<PreparedScheme>> PrepareAsync(
        string asked, string? named, CancellationToken ofBatch, CancellationToken ofCall)
    {
        var state = State;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ofBatch, ofCall);
        return Prepared(await LoadAsync(state, asked, new Location(asked), either.Token).ConfigureAwait(false), state, asked, named);
    }

    private Result<PreparedScheme> Prepared(Result<CompiledScheme> loaded, HostState state, string asked, string? named) =>
        new(
            loaded.Value is { } scheme ? new PreparedScheme(scheme, Shared(state.Catalog, named, asked), _scripts) : null,
            loaded.Diagnostics);

    private Result<CompiledScheme> Load(HostState state, string asked, Location at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var span = _signals is null ? null : Signals.Span("hold");
        var resolved = Resolve(state, asked, at);
        return resolved.Succeeded
            ? Begun(state, state.Load(resolved.Value, cancellationToken), resolved.Diagnostics)
            : new(null, resolved.Diagnostics);
    }

    private async ValueTask<Result<CompiledScheme>> LoadAsync(
        HostState state, string asked, Location at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var span = _signals is null ? null : Signals.Span("hold");
        var resolved = Resolve(state, asked, at);
        return resolved.Succeeded
            ? Begun(state, await state.LoadAsync(resolved.Value, cancellationToken).ConfigureAwait(false), resolved.Diagnostics)
            : new(null, resolved.Diagnostics);
    }

    private static Result<Scheme> Resolve(HostState state, string asked, Location at)
    {
        if (SchemeName.TryParse(asked, out var name))
        {
            return state.Catalog.Resolve(name.Id, name.Range, at);
        }

        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCatalog.Range, at, asked);
        return new(null, bag.ToImmutable());
    }

    private Result<CompiledScheme> Begun(HostState state, Result<CompiledScheme> loaded, ImmutableArray<Diagnostic> resolving)
    {
        if (loaded.Succeeded)
        {
            _store.Write(state.Catalog);
        }

        return WithWarnings(loaded, resolving);
    }

    private static Result<T> WithWarnings<T>(Result<T> result, IEnumerable<Diagnostic> earlier)
        where T : class => new(result.Value, [.. earlier, .. result.Diagnostics]);

    private delegate Result<T> Work<T>(CompiledScheme compiled, IEnumerable<Scheme> shared)
        where T : class;
}
