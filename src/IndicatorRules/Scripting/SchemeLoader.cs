using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Gate;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>Scheme → compiled scheme: texts to the compiler, its faults back to the authors' places, bytes to the loader.</summary>
/// <remarks>
/// Safe on any thread. Knows what is loaded by its content and loads nothing twice; what nobody holds any more is gone.
/// What failed is tried again when asked for again.
/// </remarks>
internal sealed class SchemeLoader(RuleImages images, long budget, bool unloadable = true, FunctionBinder? functions = null)
{
    /// <summary>How often a scheme may bring the worker down before it is set aside.</summary>
    internal const int Patience = 3;

    private readonly Lock _gate = new();
    private readonly FunctionBinder _functions = functions ?? new FunctionBinder(null);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CompiledScheme> _loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemeImage> _live = new(StringComparer.Ordinal);

    /// <summary>The compiled scheme, held once for the caller.</summary>
    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var bag = new DiagnosticBag();
            var compiled = Load(scheme, Begin(scheme, cancellation), new(StringComparer.Ordinal), bag, cancellation);
            return new(compiled, bag.ToImmutable());
        }
    }

    // What is kept is read and checked side by side; what is not is compiled in turn, and what came of one is loaded meanwhile.
    private Dictionary<string, Task<MadeImage?>> Begin(Scheme scheme, CancellationToken cancellation)
    {
        var begun = new Dictionary<string, Task<MadeImage?>>(StringComparer.Ordinal);
        foreach (var one in scheme.Lineage())
        {
            var key = one.LineageKey();
            if (!_loaded.ContainsKey(key) && !IsSetAside(one))
            {
                begun[key] = Task.Run(() => Begun(one, cancellation), CancellationToken.None);
            }
        }

        return begun;
    }

    // What failed is remembered until the whole is loaded: a lineage may lead to it on many ways.
    private CompiledScheme? Load(
        Scheme scheme, Dictionary<string, Task<MadeImage?>> begun, HashSet<string> failed, DiagnosticBag bag, CancellationToken cancellation)
    {
        var key = scheme.LineageKey();
        if (failed.Contains(key))
        {
            return null;
        }

        if (_loaded.TryGetValue(key, out var loaded) && loaded.TryHold())
        {
            return loaded;
        }

        // Every upper scheme is tried before any is missed, so that all problems are told at once.
        var held = new List<Counted?>();
        try
        {
            foreach (var upper in scheme.Bases)
            {
                held.Add(Load(upper, begun, failed, bag, cancellation));
            }

            held.Add(Image(scheme, begun.GetValueOrDefault(key), bag, cancellation));
            if (held.Contains(null) || Join(key, scheme, held, bag) is not { } made)
            {
                failed.Add(key);
                return null;
            }

            held.Clear();
            return _loaded[key] = made;
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
        var bases = parts.OfType<CompiledScheme>().ToImmutableArray();
        var steps = RuleBudget.Steps(scheme, image.Costs, bases);
        RuleBudget.Check(scheme, steps, budget, bag);
        var overall = RuleBudget.OverallSteps(scheme, image.Costs);
        RuleBudget.CheckOverall(scheme, overall, budget, bag);
        _functions.Bind(scheme, bag).Dispose();
        return bag.HasErrors
            ? null
            : new CompiledScheme(scheme, image, steps, bases, ended => _loaded.TryRemove(new(key, ended))) { OverallSteps = overall, Functions = _functions };
    }

    private SchemeImage? Image(Scheme scheme, Task<MadeImage?>? begun, DiagnosticBag bag, CancellationToken cancellation)
    {
        var location = new Location(Path.Combine(scheme.Folder, "scheme.json"));
        try
        {
            // None was begun where one was live; it may be gone by now.
            var made = begun?.GetAwaiter().GetResult();
            if (_live.TryGetValue(made?.Name ?? images.NameOf(scheme), out var live) && live.TryHold())
            {
                return live;
            }

            if (IsSetAside(scheme))
            {
                bag.Add(DiagnosticCatalog.SchemeQuarantined, location, scheme.Id, $"{_failures[scheme.Hash]}");
                return null;
            }

            made ??= Make(images.Ask(scheme), scheme, cancellation);
            Tell(made.Faults, scheme, bag);
            return made.Image is { } image
                ? _live[made.Name] = new SchemeImage(scheme.Key, made.Name, image, made.Costs, ended => _live.TryRemove(new(ended.Key, ended)), unloadable)
                : null;
        }
        catch (ImageRefusedException e)
        {
            bag.Add(DiagnosticCatalog.ImageRefused, location, scheme.Id, e.Message);
            return null;
        }
        catch (CompileWorkerException e)
        {
            _failures[scheme.Hash] = _failures.GetValueOrDefault(scheme.Hash) + 1;
            bag.Add(DiagnosticCatalog.CompilerFailed, location, scheme.Id, e.What);
            return null;
        }
    }

    private bool IsSetAside(Scheme scheme) => _failures.GetValueOrDefault(scheme.Hash) >= Patience;

    // On any thread; null where the image is live already.
    private MadeImage? Begun(Scheme scheme, CancellationToken cancellation)
    {
        var asked = images.Ask(scheme);
        return _live.ContainsKey(asked.Name) ? null : Make(asked, scheme, cancellation);
    }

    private MadeImage Make(AskedImage asked, Scheme scheme, CancellationToken cancellation)
    {
        // What the host's own gate refuses never reaches a parser.
        var faults = CompileRequest.TextsOf(scheme).Select((text, unit) => LexicalGate.Check(text.Code, unit)).OfType<CompileFault>().ToImmutableArray();
        var (image, costs, wrong) = faults.IsEmpty ? images.Get(asked, cancellation) : (null, [], faults);
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

    /// <summary>What came of a scheme's texts.</summary>
    /// <param name="Name">The name of what was asked.</param>
    /// <param name="Image">The image; null when a script is wrong.</param>
    /// <param name="Costs">The costs of its texts.</param>
    /// <param name="Faults">What is wrong.</param>
    private sealed record MadeImage(string Name, VerifiedImage? Image, ImmutableArray<RuleCost> Costs, ImmutableArray<CompileFault> Faults);
}
