using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Scripting;

/// <summary>Validates a compiler's response against its request: no part missing, all locations within the texts.</summary>
internal static partial class ResponseValidation
{
    /// <summary>The fault of a response, in English for logs; null when it is valid.</summary>
    internal static string? FaultIn(CompileResponse? response, CompileRequest request)
    {
        if (response is null)
        {
            return "no response";
        }

        if (response.Faults.IsDefault || response.Costs.IsDefault)
        {
            return "a response without faults or costs";
        }

        var units = request.Units().ToList();
        if (response.Faults.Select(f => FaultIn(f, units)).FirstOrDefault(wrong => wrong is not null) is { } wrong)
        {
            return wrong;
        }

        return response.Image is not null ? FaultInCosts(response, request, units.Count)
            : response.Faults.IsEmpty ? "neither an image nor a fault"
            : null;
    }

    private static string? FaultIn(CompileFault? fault, List<RuleUnit> units)
    {
        if (fault is null || fault.Unit < 0 || fault.Unit >= units.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a fault of text {fault?.Unit}, and there are {units.Count}");
        }

        if (fault.Offset < 0 || fault.Offset > units[fault.Unit].Code.Length)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"a fault at character {fault.Offset} of text {fault.Unit}, which is shorter");
        }

        var descriptor = DiagnosticCatalog.All.FirstOrDefault(d => d.Id == fault.Id);
        return descriptor is null ? $"a fault with the unknown id {fault.Id}"
            : fault.Arguments.IsDefault || fault.Arguments.Any(a => a?.Zh is null || a.En is null)
            || fault.Arguments.Length < Placeholders(descriptor)
                ? $"a fault {fault.Id} without its words"
            : null;
    }

    private static string? FaultInCosts(CompileResponse response, CompileRequest request, int units)
    {
        if (response.Costs.Length != units)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{response.Costs.Length} costs for {units} texts");
        }

        var uppers = request.Rules.SelectMany(r => Enumerable.Repeat(r.Uppers, 1 + r.Stages.Length)).ToList();
        for (var i = 0; i < units; i++)
        {
            var cost = response.Costs[i];
            if (cost is null || cost.Steps < 0 || cost.Uppers.IsDefault
                || cost.Uppers.Any(u => u is null || u.Times < 0
                    || i >= uppers.Count || !uppers[i].Contains(u.SchemeId, StringComparer.Ordinal)))
            {
                return string.Create(CultureInfo.InvariantCulture, $"an impossible cost of text {i}");
            }
        }

        return null;
    }

    private static int Placeholders(DiagnosticDescriptor descriptor) =>
        ((string[])[descriptor.Message.Zh, descriptor.Message.En, descriptor.Help.Zh, descriptor.Help.En])
            .SelectMany(text => Placeholder().Matches(text.Replace("{{", "", StringComparison.Ordinal)))
            .Select(m => 1 + int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();
}
