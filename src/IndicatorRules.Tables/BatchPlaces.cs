using System.Collections.Immutable;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables;

/// <summary>The places of a batch, one after another, for a caller that judges each itself. Single use.</summary>
public sealed class BatchPlaces : IDisposable
{
    private readonly BatchAssessor _assessor;
    private readonly IBatchInput _input;

    private BatchPlaces(BatchAssessor assessor, IBatchInput input) => (_assessor, _input) = (assessor, input);

    /// <summary>Diagnostics about the input as a whole.</summary>
    public ImmutableArray<Diagnostic> Notices => _input.Notices;

    /// <summary>Opens the input.</summary>
    /// <param name="host">The host.</param>
    /// <param name="request">The input; its output is not written.</param>
    /// <param name="options">How to judge.</param>
    /// <param name="cancellationToken">Ends reading with an exception.</param>
    /// <returns>The places; or no value if the input as a whole, or the scheme, has errors.</returns>
    public static Result<BatchPlaces> Open(
        SchemeHost host, BatchRequest request, BatchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var opened = host.OpenBatch(options, cancellationToken);
        if (opened.Value is not { } assessor)
        {
            return new(null, opened.Diagnostics);
        }

        try
        {
            return new(new BatchPlaces(assessor, BatchRun.OpenInput(request, options, assessor, cancellationToken)), []);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            assessor.Dispose();
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(request.Input), [request.Input])]);
        }
        catch (DiagnosticException fault)
        {
            assessor.Dispose();
            return new(null, fault.Diagnostics);
        }
    }

    /// <summary>The facts of each place, in the order of the input. Those of one place are gone when the next is read.</summary>
    public IEnumerable<Result<FactsFile>> All() => _input.Blocks(0).SelectMany(block => block);

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _assessor.Dispose();
    }
}
