using System.Globalization;
using IndicatorRules.Batching;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tables;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>One batch: how it ended, everything that it told, and what it wrote where the request names no file.</summary>
internal sealed record BatchOf(Result<BatchProgress> Result, IReadOnlyList<Diagnostic> Told, string Text)
{
    internal static BatchOptions County { get; } = new() { Scheme = "jingle-county" };

    internal static BatchOf Table(
        string path, Func<BatchRequest, BatchRequest>? change = null, BatchOptions? options = null, Action<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var request = new BatchRequest { Input = path };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var told = new List<Diagnostic>();
        var result = new BatchRun(Written.Host, change?.Invoke(request) ?? request, options ?? County)
            .Run(text, told.Add, progress, cancellationToken);
        return new BatchOf(result, [.. told, .. result.Diagnostics], result.Succeeded ? text.ToString() : "");
    }
}
