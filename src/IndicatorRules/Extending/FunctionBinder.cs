using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Extending;

/// <summary>Binds the functions that schemes declare to the trusted extensions that offer them. Safe on any thread.</summary>
/// <param name="hold">
/// Holds the function library of a name; null when there is none, which it reports. Null in a host that runs no extensions.
/// </param>
internal sealed class FunctionBinder(Func<string, DiagnosticBag, LoadedExtension?>? hold)
{
    /// <summary>Holds the extensions of a scheme's functions; reports faults, and a function that has one throws when called.</summary>
    internal FunctionLease Bind(Scheme scheme, DiagnosticBag bag)
    {
        var held = new Dictionary<string, LoadedExtension?>(StringComparer.Ordinal);
        foreach (var function in scheme.Functions.Where(f => !held.ContainsKey(f.Extension)))
        {
            held[function.Extension] = hold?.Invoke(function.Extension, bag);
        }

        return new FunctionLease(
            [.. scheme.Functions.Select(f => Bound(f, held[f.Extension], bag))],
            [.. held.Values.OfType<LoadedExtension>()]);
    }

    private static BoundFunction Bound(SchemeFunction function, LoadedExtension? extension, DiagnosticBag bag)
    {
        var (signature, id) = (function.Signature, function.Signature.Id);
        if (extension is null)
        {
            bag.Add(DiagnosticCatalog.FunctionWithoutExtension, function.Location, id, function.Extension);
            return Unbound(function);
        }

        if (!extension.Functions.Contains(signature))
        {
            bag.Add(DiagnosticCatalog.FunctionSignature, function.Location, $"{signature}", function.Extension,
                Offered(extension.Functions, id));
            return Unbound(function);
        }

        return new BoundFunction(signature, function.Name, numbers => extension.Work(id, numbers));
    }

    private static BoundFunction Unbound(SchemeFunction function) =>
        new(function.Signature, function.Name, _ => throw new InvalidOperationException($"`{function.Signature.Id}` has no extension."));

    /// <summary>The functions of that name, or else all, made safe to show in a message.</summary>
    internal static string Offered(ImmutableArray<FunctionSignature> functions, string id)
    {
        var shown = functions.Where(f => f.Id == id).DefaultIfEmpty().OfType<FunctionSignature>().ToList();
        var words = (shown.Count > 0 ? shown : [.. functions]).Select(f => $"`{ExtensionCall.Shown($"{f}")}`").ToList();
        return words.Count > 0 ? string.Join(' ', words) : "-";
    }
}
