using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Caching;

namespace IndicatorRules;

/// <summary>The engine: finds schemes in plugin folders, compiles each when it is first asked for, and judges facts by them.</summary>
/// <remarks>Safe on any thread; one per application is enough. Dispose unloads the schemes and ends the compile worker.</remarks>
public sealed class SchemeHost : IDisposable
{
    private readonly SchemeLoader _loader;
    private readonly IDisposable? _ownedCompiler;

    private SchemeHost(SchemeCatalog catalog, SchemeLoader loader, IDisposable? ownedCompiler)
    {
        Catalog = catalog;
        _loader = loader;
        _ownedCompiler = ownedCompiler;
    }

    /// <summary>The schemes found.</summary>
    public SchemeCatalog Catalog { get; }

    /// <summary>Opens the plugins directly under the given directories. Nothing is compiled yet.</summary>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    public static SchemeHost Open(params IReadOnlyList<string> pluginDirectories) =>
        Open(new SchemeHostOptions { PluginDirectories = pluginDirectories });

    /// <summary>Opens plugins as the options say. Nothing is compiled yet.</summary>
    public static SchemeHost Open(SchemeHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RuleBudget);
        var worker = options.Compiler is null ? new CompileWorker() : null;
        ImmutableArray<EntryStore> stores = options.CacheDirectory is { } cache ? [EntryStore.OfUser(cache, TimeProvider.System)] : [];
        var loader = new SchemeLoader(new RuleImages(options.Compiler ?? worker!, stores), options.RuleBudget);
        return new SchemeHost(SchemeCatalog.Discover(options.PluginDirectories), loader, worker);
    }

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
        var bag = new DiagnosticBag();
        if ((options.Scheme ?? facts.Facts.Scheme) is not { } asked)
        {
            bag.Add(DiagnosticCatalog.FactsNameNoScheme, facts.At(default));
            return new(null, bag.ToImmutable());
        }

        var compiled = Compile(asked, options.Scheme is null ? facts.At(FactsFile.SchemePath) : new Location(asked), cancellation);
        return compiled.Succeeded
            ? WithWarnings(Assessor.Assess(compiled.Value, facts, Shared(facts, asked), options, cancellation), compiled.Diagnostics)
            : new(null, compiled.Diagnostics);
    }

    /// <summary>Finds, composes and compiles a scheme, and tells everything that is wrong with it.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public Result<SchemeReview> Check(string asked, CancellationToken cancellation = default)
    {
        var compiled = Compile(asked, new Location(asked), cancellation);
        return new(compiled.Value is { } scheme ? new SchemeReview(scheme.Scheme, scheme.Steps) : null, compiled.Diagnostics);
    }

    /// <summary>Opens a run over many places and years by one scheme, for one thread; the caller disposes it.</summary>
    /// <param name="asked">The scheme as <c>id</c> or <c>id@range</c>.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    internal Result<StatusRun> OpenRun(string asked, CancellationToken cancellation = default)
    {
        var compiled = Compile(asked, new Location(asked), cancellation);
        return new(compiled.Value is { } scheme ? new StatusRun(scheme) : null, compiled.Diagnostics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loader.Dispose();
        _ownedCompiler?.Dispose();
    }

    // The schemes that the facts are for besides the one asked: what they name, or, where they name none, all that are there.
    private IEnumerable<Scheme> Shared(FactsFile facts, string asked)
    {
        if (facts.Facts.Scheme is not { } named)
        {
            return Catalog.Available.Select(s => Catalog.Resolve(s.Id).Value).OfType<Scheme>();
        }

        return named != asked && SchemeName.TryParse(named, out var name) && Catalog.Resolve(name.Id, name.Range).Value is { } scheme
            ? [scheme]
            : [];
    }

    private Result<CompiledScheme> Compile(string asked, Location at, CancellationToken cancellation)
    {
        if (!SchemeName.TryParse(asked, out var name))
        {
            var bag = new DiagnosticBag();
            bag.Add(DiagnosticCatalog.Range, at, asked);
            return new(null, bag.ToImmutable());
        }

        var resolved = Catalog.Resolve(name.Id, name.Range, at);
        return resolved.Succeeded
            ? WithWarnings(_loader.Load(resolved.Value, cancellation), resolved.Diagnostics)
            : new(null, resolved.Diagnostics);
    }

    private static Result<T> WithWarnings<T>(Result<T> result, IEnumerable<Diagnostic> earlier)
        where T : class => new(result.Value, [.. earlier, .. result.Diagnostics]);
}
