using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Gate;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>Scheme → compiled scheme: texts to the compiler, its faults back to the authors' places, bytes to the loader.</summary>
/// <remarks>Safe on any thread; each version of a scheme is compiled once. What failed is tried again when asked for again.</remarks>
internal sealed class SchemeLoader(RuleImages images, long budget) : IDisposable
{
    /// <summary>How often a scheme may bring the worker down before it is set aside.</summary>
    internal const int Patience = 3;

    private readonly Lock _gate = new();
    private bool _disposed;
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledScheme> _loaded = new(StringComparer.Ordinal);

    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellation)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var bag = new DiagnosticBag();
            var compiled = Load(scheme, bag, cancellation);
            return Result<CompiledScheme>.From(bag, () => compiled!);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var compiled in _loaded.Values)
            {
                compiled.Dispose();
            }

            _loaded.Clear();
            _disposed = true;
        }
    }

    private CompiledScheme? Load(Scheme scheme, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (_loaded.TryGetValue(scheme.Key, out var loaded))
        {
            return loaded;
        }

        // Every upper scheme is tried before any is missed, so that all problems are told at once.
        var bases = scheme.Bases.Select(b => Load(b, bag, cancellation)).ToList();
        if (Compile(scheme, bag, cancellation) is not var (image, costs) || bases.Contains(null))
        {
            return null;
        }

        var steps = RuleBudget.Steps(scheme, costs, id => bases.Find(b => b!.Scheme.Id == id));
        RuleBudget.Check(scheme, steps, budget, bag);
        return bag.HasErrors
            ? null
            : _loaded[scheme.Key] = new CompiledScheme(scheme, new SchemeImage(scheme.Key, image), [.. steps], [.. bases.OfType<CompiledScheme>()]);
    }

    private (VerifiedImage Image, ImmutableArray<RuleCost> Costs)? Compile(Scheme scheme, DiagnosticBag bag, CancellationToken cancellation)
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
            var (image, costs, wrong) = faults.IsEmpty ? images.Get(CompileRequest.For(scheme), cancellation) : (null, [], faults);
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
