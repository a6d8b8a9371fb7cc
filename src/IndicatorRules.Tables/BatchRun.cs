using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Tables;

/// <summary>Judges a folder or table and writes the verdicts in the order of the input. Single use.</summary>
/// <remarks>Reading, judging and writing run in parallel.</remarks>
/// <param name="host">The host.</param>
/// <param name="request">The input and output.</param>
/// <param name="options">How to judge.</param>
/// <example><code>
/// var request = new BatchRequest { Input = "counties.csv", Output = "verdicts.csv", Format = BatchFormat.Csv };
/// var run = new BatchRun(host, request, new BatchOptions { Scheme = "jingle-county" });
/// var done = run.Run(TextWriter.Null, diagnostic => Console.Error.WriteLine(diagnostic.Format(Language.En))).OrThrow();
/// </code></example>
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
    /// <returns>The progress at the end; or no value if the input as a whole, or a row of a strict run, has errors.</returns>
    public Result<BatchProgress> Run(
        TextWriter to, Action<Diagnostic> tell, Action<BatchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tell);
        if (request.Output is null && request.Target is null)
        {
            ArgumentNullException.ThrowIfNull(to);
        }

        return With(
            (assessor, input) =>
            {
                var (output, before) = OpenOutput(input, to);
                using (output)
                {
                    TellNotices(input, tell);
                    return Run(assessor, input, output, before, tell, progress, cancellationToken);
                }
            },
            reusesFacts: true,
            cancellationToken);
    }

    /// <summary>Judges the whole input for a caller that makes something else of the verdicts; writes nothing itself.</summary>
    /// <param name="use">Enumerates the verdicts of each place once, in the order of the input, to the end.</param>
    /// <param name="tell">Receives the diagnostics of rows, in the order of the rows.</param>
    /// <param name="progress">Called after each block; null for no progress.</param>
    /// <param name="cancellationToken">Interrupts the run with an exception.</param>
    /// <returns>The progress at the end; or no value if the input as a whole has errors.</returns>
    public Result<BatchProgress> Judge(
        Action<IEnumerable<PlaceVerdicts>> use, Action<Diagnostic> tell, Action<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(tell);
        return With(
            (assessor, input) =>
            {
                TellNotices(input, tell);
                var all = new BatchProgress(default, 0, input.Position, input.Length);
                use(Places());
                return new(all, []);

                IEnumerable<PlaceVerdicts> Places()
                {
                    foreach (var block in assessor.AssessAll(
                        input.Blocks(0), () => new List<PlaceVerdicts>(), (places, place) => places.Add(place), cancellationToken))
                    {
                        foreach (var place in block)
                        {
                            foreach (var diagnostic in place.Diagnostics)
                            {
                                tell(diagnostic);
                            }

                            all = all with { Counts = all.Counts + BatchCounts.Of(place, options.Evidence), Position = input.Position };
                            yield return place;
                        }

                        progress?.Invoke(all);
                    }
                }
            },
            reusesFacts: false,
            cancellationToken);
    }

    private Result<BatchProgress> With(
        Func<BatchAssessor, IBatchInput, Result<BatchProgress>> work, bool reusesFacts, CancellationToken cancellationToken)
    {
        var opened = host.OpenBatch(options, cancellationToken);
        if (!opened.Succeeded)
        {
            return new(null, opened.Diagnostics);
        }

        using var assessor = opened.Value;
        try
        {
            using var input = OpenInput(assessor, reusesFacts, cancellationToken);
            return work(assessor, input);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(request.Input), [request.Input])]);
        }
        catch (DiagnosticException fault)
        {
            return new(null, fault.Diagnostics);
        }
    }

    private static void TellNotices(IBatchInput input, Action<Diagnostic> tell)
    {
        foreach (var notice in input.Notices)
        {
            tell(notice);
        }
    }

    private IBatchInput OpenInput(BatchAssessor assessor, bool reusesFacts, CancellationToken cancellationToken)
    {
        if (Directory.Exists(request.Input))
        {
            return new FolderInput(request.Input, request.Workbooks);
        }

        if (options.Scheme is null)
        {
            throw new DiagnosticException(DiagnosticCatalog.FactsNameNoScheme, new Location(request.Input));
        }

        var file = request.Opened ?? InputFile.Open(request.Input, cancellationToken);
        return new TableInput(file, assessor, request, reusesFacts, cancellationToken);
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

        var damaged = new DiagnosticException(DiagnosticCatalog.ResumeDamaged, new Location(path), ResultFile.PartialOf(path));
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
            throw new DiagnosticException(DiagnosticCatalog.ResumeChanged, new Location(request.Input), what);
        }
    }

    private string SchemesHash()
    {
        var schemes = host.Catalog.Available.Select(s => host.Catalog.Resolve(s.Id, RangeOf(s.Version)).Value);
        var text = string.Concat(schemes.Select(s => $"{s?.Key} {s?.Hash}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static SchemeRange? RangeOf(SchemeVersion version) =>
        SchemeRange.TryParse(version.ToString(), out var range) ? range : null;

    private Result<BatchProgress> Run(
        BatchAssessor assessor, IBatchInput input, IVerdictOutput output, BatchCounts before, Action<Diagnostic> tell,
        Action<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        var all = new BatchProgress(before, before.PlaceYears, input.Position, input.Length);
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

            foreach (var block in assessor.AssessAll(input.Blocks(before.Places), Begin, Add, cancellationToken))
            {
                foreach (var diagnostic in block.Diagnostics)
                {
                    tell(diagnostic);
                }

                if (request.Strict && block.Diagnostics.Exists(d => d.Severity == Severity.Error))
                {
                    output.Discard();
                    return new(null, []);
                }

                all = all with { Counts = all.Counts + block.Counts, Position = input.Position };
                output.Append(block.Bytes.WrittenSpan, all.Counts);
                block.Bytes.ResetWrittenCount();
                _idle.Add(block.Bytes);
                progress?.Invoke(all);
            }
        }
        catch (DiagnosticException)
        {
            output.Discard();
            throw;
        }

        output.Finish();
        return new(all, []);
    }

    private BlockVerdicts Begin() => new(_idle.TryTake(out var idle) ? idle : new ArrayBufferWriter<byte>(1 << 18));

    private void Add(BlockVerdicts block, PlaceVerdicts place)
    {
        _writer.Write(place, block.Bytes);
        block.Diagnostics.AddRange(place.Diagnostics);
        block.Counts += BatchCounts.Of(place, options.Evidence);
    }

    /// <summary>The verdicts of one block, ready to be written.</summary>
    /// <param name="bytes">A buffer that is reused after writing.</param>
    private sealed class BlockVerdicts(ArrayBufferWriter<byte> bytes)
    {
        internal ArrayBufferWriter<byte> Bytes => bytes;

        internal BatchCounts Counts { get; set; }

        internal List<Diagnostic> Diagnostics { get; } = [];
    }
}
