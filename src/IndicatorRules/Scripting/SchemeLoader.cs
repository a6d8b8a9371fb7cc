using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>Scheme → compiled scheme: texts to the compiler, its faults back to the authors' places, bytes to the loader.</summary>
/// <remarks>Safe on any thread; each version of a scheme is compiled once. What failed is tried again when asked for again.</remarks>
internal sealed class SchemeLoader(IRuleCompiler compiler) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CompiledScheme> _loaded = new(StringComparer.Ordinal);

    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellation)
    {
        lock (_gate)
        {
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
        var image = Compile(scheme, bag, cancellation);
        if (image is null || bases.Contains(null))
        {
            return null;
        }

        return _loaded[scheme.Key] = new CompiledScheme(scheme, new SchemeImage(scheme.Key, image), [.. bases.OfType<CompiledScheme>()]);
    }

    private byte[]? Compile(Scheme scheme, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            var response = compiler.Compile(CompileRequest.For(scheme), cancellation);
            var texts = CompileRequest.TextsOf(scheme).ToList();
            foreach (var fault in response.Faults)
            {
                var at = texts[fault.Unit].At(fault.Offset);
                var location = at with { File = Path.Combine(scheme.Folder, at.File) };
                bag.AddWithSuggestion(DiagnosticCatalog.ById(fault.Id), location, fault.Suggestion, [.. fault.Arguments]);
            }

            return response.Image;
        }
        catch (CompileWorkerException e)
        {
            bag.Add(DiagnosticCatalog.CompilerFailed, new Location(Path.Combine(scheme.Folder, "scheme.json")), scheme.Id, e.Message);
            return null;
        }
    }
}
