using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads the declarations of extension functions. Runs none of them.</summary>
internal static class FunctionReader
{
    internal static ImmutableArray<SchemeFunction> Read(JObject root, JsonText text, DiagnosticBag bag)
    {
        ImmutableArray<SchemeFunction> functions = [.. root.Objects("functions").Select(o => Function(o, text, bag))];
        foreach (var twice in functions.GroupBy(f => f.Signature.Id).Where(g => g.Count() > 1))
        {
            Twice(twice.Last().Location, new("函数", "function"), twice.Key, bag);
        }

        return functions;
    }

    private static SchemeFunction Function(JObject o, JsonText text, DiagnosticBag bag)
    {
        ImmutableArray<FunctionParameter> parameters =
            [.. o.Objects("parameters").Select(p => new FunctionParameter(p.Text("name"), p.Text("unit")))];
        foreach (var twice in parameters.GroupBy(p => p.Name).Where(g => g.Count() > 1))
        {
            Twice(text.At(o["parameters"]), new("参数", "parameter"), twice.Key, bag);
        }

        var signature = new FunctionSignature(o.Text("id"), parameters, o.Text("unit"));
        return new SchemeFunction(signature, o.Localized("name"), o.Text("extension"), o.Whole("cost"), text.At(o["id"]));
    }

    private static void Twice(Location at, LocalizedText kind, string id, DiagnosticBag bag) => WrittenId.Twice(at, at, kind, id, bag);
}
