using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Tables.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Tables;

/// <summary>Judges a folder or table and writes the verdicts in the order of the input. Single use.</summary>
/// <remarks>Reading, judging and writing run in parallel.</remarks>
/// <param name="host">The host.</param>
/// <param name="request">The input and output.</param>
/// <param name="options">How to judge.</param>
public sealed class BatchRun(SchemeHost host, BatchRequest request, BatchOptions options)
{
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _idle = [];
    private readonly IVerdictWriter _writer = request.Format == BatchFormat.Json
        ? new JsonVerdictWriter(options.Evidence, options.WithReasons, request.Language)
        : new CsvVerdictWriter(options.Evidence, options.WithReasons, request.Language);

    /// <summary>Judges the whole input.</summary>
    /// <param name="to">Receives the verdicts if the request names no file.</param>
    /// <param name="tell">Receives the diagnostics of rows, in the order of the rows.</param>
    /// <param name="progress">Called after each block; null for no progress.</param>
    /// <param name="cancellationToken">Interrupts the run with an exception. The run can then be resumed.</param>
    /// <returns>The summary; or no value if the input as a whole, or a row of a strict run, has errors.</returns>
    public Result<BatchSummary> Run(
        TextWriter to, Action<Diagnostic> tell, Action<BatchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tell);
        if (request.Output is null && request.Target is null)
        {
            ArgumentNullException.ThrowIfNull(to);
        }

        var opened = host.OpenBatch(options, cancellationToken);
        if (!opened.Succeeded)
        {
            return new(null, opened.Diagnostics);
        }

        using var assessor = opened.Value;
        try
        {
            using var input = OpenInput(assessor, cancellationToken);
            var (output, before) = OpenOutput(input, to);
            using (output)
            {
                foreach (var notice in input.Notices)
                {
                    tell(notice);
                }

                return Run(assessor, input, output, before, tell, progress, cancellationToken);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(request.Input), [request.Input])]);
        }
        catch (TableFaultException fault)
        {
            return new(null, fault.Diagnostics);
        }
    }

    private IBatchInput OpenInput(BatchAssessor assessor, CancellationToken cancellationToken)
    {
        if (Directory.Exists(request.Input))
        {
            return new FolderInput(request.Input);
        }

        return options.Scheme is { } scheme
            ? TableInput.Open(
                request.Opened ?? InputFile.Open(request.Input, cancellationToken), request.Input,
                assessor.Prepare(scheme).OrThrow(), cancellationToken)
            : throw TableFaultException.Of(DiagnosticCatalog.FactsNameNoScheme, new Location(request.Input));
    }

    private (IVerdictOutput Output, BatchCounts Before) OpenOutput(IBatchInput input, TextWriter to)
    {
        if (request.Output is null)
        {
            return (ResultHeld.For(to), default);
        }

        var target = request.Target ?? FileTarget.Of(request.Output, Directory.GetCurrentDirectory());
        if (target.IsStream)
        {
            return (new ResultHeld(held => target.Write(held.CopyTo)), default);
        }

        var path = target.Path;

        var identity = new Checkpoint
        {
            Input = input.Hash(),
            Schemes = SchemesHash(),
            Options = $"{typeof(SchemeHost).Assembly.GetName().Version} {options} {request.Format} {request.Language}",
        };
        if (!request.Resume || !File.Exists(ResultFile.CheckpointOf(path)))
        {
            return (ResultFile.Begin(target, identity, request.BytesPerCheckpoint), default);
        }

        var damaged = TableFaultException.Of(DiagnosticCatalog.ResumeDamaged, new Location(path), ResultFile.PartialOf(path));
        var kept = Checkpoint.Load(ResultFile.CheckpointOf(path)) ?? throw damaged;
        RefuseChanged(identity, kept);
        return (ResultFile.Resume(target, kept, request.BytesPerCheckpoint) ?? throw damaged, kept.Counts);
    }

    private void RefuseChanged(Checkpoint now, Checkpoint kept)
    {
        (bool Changed, LocalizedText What)[] all =
        [
            (kept.Input != now.Input, new("输入数据", "the input")),
            (kept.Schemes != now.Schemes, new("指标体系", "a scheme")),
            (kept.Options != now.Options, new("选项或程序版本", "an option or the version of the program")),
        ];
        foreach (var (_, what) in all.Where(one => one.Changed))
        {
            throw TableFaultException.Of(DiagnosticCatalog.ResumeChanged, new Location(request.Input), what);
        }
    }

    private string SchemesHash()
    {
        var schemes = host.Catalog.Available.Select(s => host.Catalog.Resolve(s.Id, RangeOf(s.Version)).Value);
        var text = string.Concat(schemes.Select(s => $"{s?.Key} {s?.Hash}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static SchemeRange? RangeOf(NuGet.Versioning.NuGetVersion version) =>
        SchemeRange.TryParse(version.ToNormalizedString(), out var range) ? range : null;

    private Result<BatchSummary> Run(
        BatchAssessor assessor, IBatchInput input, IVerdictOutput output, BatchCounts before, Action<Diagnostic> tell,
        Action<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        var counts = before;
        try
        {
            if (output.IsEmpty)
            {
                var head = new ArrayBufferWriter<byte>();
                if (output is ResultFile && request.Format == BatchFormat.Csv)
                {
                    // Without a byte order mark, Excel assumes another encoding.
                    head.Write(Encoding.UTF8.Preamble);
                }

                _writer.WriteHead(head);
                output.Append(head.WrittenSpan, default);
            }

            var left = input.Blocks().Where(b => b.PlacesBefore + b.PlaceCount > before.Places);
            foreach (var block in OrderedWork.Select(left, (b, ended) => JudgeAsync(assessor, b, before.Places, ended), cancellationToken))
            {
                foreach (var diagnostic in block.Diagnostics)
                {
                    tell(diagnostic);
                }

                if (request.Strict && block.Diagnostics.Any(d => d.Severity == Severity.Error))
                {
                    output.Discard();
                    return new(null, []);
                }

                counts += block.Counts;
                output.Append(block.Bytes.WrittenSpan, counts);
                block.Bytes.ResetWrittenCount();
                _idle.Add(block.Bytes);
                progress?.Invoke(new BatchProgress(counts, before.PlaceYears, input.Position, input.Length));
            }
        }
        catch (TableFaultException)
        {
            output.Discard();
            throw;
        }

        output.Finish();
        return new(new BatchSummary(counts, before.PlaceYears), []);
    }

    private async Task<BlockVerdicts> JudgeAsync(BatchAssessor assessor, IPlaceBlock block, int done, CancellationToken cancellationToken)
    {
        var bytes = _idle.TryTake(out var idle) ? idle : new ArrayBufferWriter<byte>(1 << 18);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var counts = default(BatchCounts);
        foreach (var place in block.Read(Math.Max(0, done - block.PlacesBefore)))
        {
            var verdicts = await assessor.AssessAsync(place, cancellationToken).ConfigureAwait(false);
            _writer.Write(verdicts, bytes);
            diagnostics.AddRange(verdicts.Diagnostics);
            counts += BatchCounts.Of(verdicts, options.Evidence);
        }

        block.Return();
        return new BlockVerdicts(bytes, counts, diagnostics.ToImmutable());
    }
}
