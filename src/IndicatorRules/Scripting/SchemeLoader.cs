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
            var compiled = Load(scheme, Ask(scheme), bag, cancellation);
            return new(compiled, bag.ToImmutable());
        }
    }

    // What is kept is read and checked side by side; what is not is compiled in turn.
    private Dictionary<string, Task<AskedImage>> Ask(Scheme scheme)
    {
        var asked = new Dictionary<string, Task<AskedImage>>(StringComparer.Ordinal);
        foreach (var one in scheme.Lineage())
        {
            var key = one.LineageKey();
            if (!_loaded.ContainsKey(key))
            {
                asked[key] = Task.Run(() => images.Ask(one));
            }
        }

        return asked;
    }

    private CompiledScheme? Load(
        Scheme scheme, Dictionary<string, Task<AskedImage>> asked, DiagnosticBag bag, CancellationToken cancellation)
    {
        var key = scheme.LineageKey();
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
                held.Add(Load(upper, asked, bag, cancellation));
            }

            held.Add(Image(scheme, asked.TryGetValue(key, out var image) ? image.GetAwaiter().GetResult() : images.Ask(scheme), bag, cancellation));
            if (held.Contains(null) || Join(key, scheme, held, bag) is not { } made)
            {
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
        var steps = RuleBudget.Steps(scheme, image.Costs, id => bases.FirstOrDefault(b => b.Scheme.Id == id));
        RuleBudget.Check(scheme, steps, budget, bag);
        var overall = RuleBudget.OverallSteps(scheme, image.Costs);
        RuleBudget.CheckOverall(scheme, overall, budget, bag);
        _functions.Bind(scheme, bag).Dispose();
        return bag.HasErrors
            ? null
            : new CompiledScheme(scheme, image, steps, bases, ended => _loaded.TryRemove(new(key, ended))) { OverallSteps = overall, Functions = _functions };
    }

    private SchemeImage? Image(Scheme scheme, AskedImage asked, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (_live.TryGetValue(asked.Name, out var image) && image.TryHold())
        {
            return image;
        }

        return Compile(scheme, asked, bag, cancellation) is var (verified, costs)
            ? _live[asked.Name] = new SchemeImage(scheme.Key, asked.Name, verified, costs, ended => _live.TryRemove(new(ended.Key, ended)), unloadable)
            : null;
    }

    private (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Compile(
        Scheme scheme, AskedImage asked, DiagnosticBag bag, CancellationToken cancellation)
    {
        var location = new Location(Path.Combine(scheme.Folder, "scheme.json"));
        var failures = _failures.GetValueOrDefault(scheme.Hash);
        if (failures >= Patience)
        {
            bag.Add(DiagnosticCatalog.SchemeQuarantined, location, scheme.Id, $"{failures}");
            return null;
        }

        try
        {
            var texts = CompileRequest.TextsOf(scheme).ToList();
            var faults = texts.Select((text, unit) => LexicalGate.Check(text.Code, unit)).OfType<CompileFault>().ToImmutableArray();
            // What the host's own gate refuses never reaches a parser.
            var (image, costs, wrong) = faults.IsEmpty ? images.Get(asked, cancellation) : (null, [], faults);
            foreach (var fault in wrong)
            {
                var at = texts[fault.Unit].At(fault.Offset);
                bag.AddWithSuggestion(
                    DiagnosticCatalog.ById(fault.Id), at with { File = Path.Combine(scheme.Folder, at.File) }, fault.Suggestion, [.. fault.Arguments]);
            }

            return image is null ? null : (image, costs);
        }
        catch (ImageRefusedException e)
        {
            bag.Add(DiagnosticCatalog.ImageRefused, location, scheme.Id, e.Message);
            return null;
        }
        catch (CompileWorkerException e)
        {
            _failures[scheme.Hash] = failures + 1;
            bag.Add(DiagnosticCatalog.CompilerFailed, location, scheme.Id, e.What);
            return null;
        }
    }
}
