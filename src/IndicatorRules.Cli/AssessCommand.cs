using System.CommandLine;
using System.Text;
using System.Text.Unicode;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Tables;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Locking;

namespace IndicatorRules.Cli;

/// <summary><c>assess FACTS</c>: the main job.</summary>
internal sealed class AssessCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据：文件，或文件夹、.csv、.parquet（批量） / facts: a file, or a folder, .csv or .parquet (batch)" };
    private readonly Option<string[]> _schemes = new("--scheme")
    {
        Description = "指标体系，可多次给出；默认用填报数据所写的 / scheme, repeatable; by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly NumberOption _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };
    private readonly Option<string> _evidence = new Option<string>("--evidence")
    {
        Description = "measured 只认实测 / measured leaves declarations out",
        DefaultValueFactory = _ => "declared",
    }.AcceptOnlyFromAmong("declared", "measured");

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "输出格式 / format",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "json", "csv", "markdown");

    private readonly Option<string?> _out = new("--out") { Description = "写入文件 / write to a file", HelpName = "FILE" };
    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on")
    {
        Description = "有此类判定（含到期目标）时以 3 退出 / exit with 3 on such verdicts, dated targets that are due included",
        AllowMultipleArgumentsPerToken = true,
    }.AcceptOnlyFromAmong("not-met", "undetermined", "declared");

    private readonly Option<bool> _strict = new("--strict") { Description = "批量：遇到第一处错误即停，不写结果 / batch: stop at the first error and write nothing" };
    private readonly Option<bool> _resume = new("--resume") { Description = "批量：接着上次中断处继续 / batch: go on where the last run to the same --out was interrupted" };
    private readonly Option<bool> _reasons = new("--reasons") { Description = "批量：加写差距和理由（较慢） / batch: add margins and reasons (slower)" };

    private readonly NumberOption _bytesPerCheckpoint = new("--bytes-per-checkpoint") { Hidden = true };
    private readonly Option<string?> _writer = new("--writer")
    {
        Description = "用此扩展写报告，代替 --format / write the report by this extension instead of --format",
        HelpName = "NAME",
    };

    private readonly ExtensionFlags _extensions;
    private readonly Option<bool> _lock = new("--lock") { Description = "把所用体系的版本和内容写入锁定文件 / write the versions and contents judged by to the lock file" };
    private readonly LockOptions _lockOptions = new();
    private readonly Option<bool> _isolate = new("--isolate") { Description = "在单独的进程里运行规则 / run the rules in a process of their own" };

    internal AssessCommand(Terminal terminal, string directory)
        : base("assess", "评判填报数据 / judge facts", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_schemes, _year, _evidence, _format, _out, _failOn, _strict, _resume, _reasons, _writer, _isolate, _bytesPerCheckpoint, _lock, .. _lockOptions.All])
        {
            Options.Add(option);
        }

        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var facts = parsed.GetValue(_facts)!;
        if (BatchRequest.Takes(facts))
        {
            return RunBatch(parsed, null, language, cancellationToken);
        }

        using var piped = InputFile.IsStream(facts) ? InputFile.Open(facts, cancellationToken) : null;
        return piped is null || piped.IsJson() ? RunOne(parsed, piped, language, cancellationToken) : RunBatch(parsed, piped, language, cancellationToken);
    }

    private int RunOne(ParseResult parsed, InputFile? piped, Language language, CancellationToken cancellationToken)
    {
        var inputs = Inputs(parsed, parsed.GetValue(_facts)!);
        var lockFile = _lockOptions.File(parsed);
        var held = _lockOptions.Locked(parsed) || parsed.GetValue(_lock);
        var lockTarget = parsed.GetValue(_lock) ? Target(lockFile, inputs) : null;
        if (held)
        {
            inputs.Add(lockTarget?.Path ?? Full(lockFile), new("锁定文件", "the lock file"));
        }

        var format = FormOf(parsed);
        var target = Target(parsed.GetValue(_out), inputs);
        using var extensions = _extensions.Open(parsed, PluginDirectories(parsed), Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        // Most of a start is loading code: one core reads the facts, the other the schemes.
        var reading = Task.Run(() => FactsOf(parsed.GetValue(_facts)!, extensions, piped, cancellationToken), CancellationToken.None);
        using var host = OpenHost(parsed, _lockOptions, IsolationOf(parsed), extensions);
        if (host is null || WithReports(reading.GetAwaiter().GetResult(), language) is not { } facts)
        {
            return ExitCode.WrongInput;
        }

        if (Assess(parsed, facts, host, language, cancellationToken) is not { } assessments)
        {
            return ExitCode.WrongInput;
        }

        if (parsed.GetValue(_lock))
        {
            Write(LockFile.Of(assessments.Select(a => a.Scheme), lockFile).Write(), lockTarget);
        }

        if (parsed.GetValue(_writer) is { } writer)
        {
            var written = extensions.Write(writer, assessments, language);
            Tell(written.Diagnostics, language);
            if (written.Value is null || !WriteBytes(written.Value, writer, target, language))
            {
                return ExitCode.WrongInput;
            }
        }
        else
        {
            using var text = new StringWriter();
            ReportWriters.For(format, Terminal.Width).Write(assessments, language, text);
            Write(text.ToString(), target, mark: format == ReportFormat.Csv);
        }

        return Ended(Gate(parsed.GetValue(_failOn) ?? [], assessments) ? ExitCode.GateClosed : ExitCode.Done, language);
    }

    private int RunBatch(ParseResult parsed, InputFile? piped, Language language, CancellationToken cancellationToken)
    {
        var schemes = parsed.GetValue(_schemes) ?? [];
        var to = parsed.GetValue(_out);
        var format = OutputForm.Of(parsed, _format, to, "csv", "json");
        if (NotForBatches(parsed, format, schemes.Length) is { } why)
        {
            Terminal.Error.WriteLine(language == Language.Zh ? $"命令有误：{why.Zh}" : $"wrong command: {why.En}");
            return ExitCode.WrongInput;
        }

        var inputs = Inputs(parsed, parsed.GetValue(_facts)!);
        if (_lockOptions.Locked(parsed))
        {
            inputs.Add(Full(_lockOptions.File(parsed)), new("锁定文件", "the lock file"));
        }

        var target = Target(to, inputs, AtomicFile.Unfinished, InputFiles.CheckpointSuffix);

        var request = new BatchRequest
        {
            Input = parsed.GetValue(_facts)!,
            Output = target?.Path,
            Opened = piped,
            Target = target,
            Format = format == "json" ? BatchFormat.Json : BatchFormat.Csv,
            Language = language,
            Strict = parsed.GetValue(_strict),
            Resume = parsed.GetValue(_resume),
        };
        if (parsed.GetValue(_bytesPerCheckpoint) is { } bytes)
        {
            request = request with { BytesPerCheckpoint = bytes };
        }

        var options = new BatchOptions
        {
            Scheme = schemes.FirstOrDefault(),
            Year = parsed.GetValue(_year),
            Evidence = EvidenceOf(parsed),
            WithReasons = parsed.GetValue(_reasons),
        };
        using var extensions = _extensions.Open(parsed, PluginDirectories(parsed), Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var host = OpenHost(parsed, _lockOptions, IsolationOf(parsed), extensions);
        return host is null ? ExitCode.WrongInput : new AssessBatch(Terminal, request, options, parsed.GetValue(_failOn) ?? []).Run(host, cancellationToken);
    }

    private IsolationOptions? IsolationOf(ParseResult parsed) => parsed.GetValue(_isolate) ? new IsolationOptions() : null;

    private ReportFormat FormOf(ParseResult parsed)
    {
        // An extension that writes the report says itself what its form is.
        var path = parsed.GetValue(_writer) is null ? parsed.GetValue(_out) : null;
        return OutputForm.Of(parsed, _format, path, "table", "json", "csv", "markdown") switch
        {
            "json" => ReportFormat.Json,
            "csv" => ReportFormat.Csv,
            "markdown" => ReportFormat.Markdown,
            _ => ReportFormat.Table,
        };
    }

    // The first rule that is broken, and no other.
    private LocalizedText? NotForBatches(ParseResult parsed, string format, int schemes) =>
        schemes > 1 ? new("批量评判一次只用一个 `--scheme`。", "a batch takes one `--scheme`.")
        : format is not ("csv" or "json") ? new($"批量评判不能写 {format}；`--format` 可以写 csv、json。", $"a batch is not written as {format}; `--format` can be csv or json.")
        : parsed.GetValue(_resume) && parsed.GetValue(_out) is null ? new("`--resume` 要和 `--out` 一起用。", "`--resume` goes with `--out`.")
        : parsed.GetValue(_lock) ? new("`--lock` 不用于批量评判。", "`--lock` is not for batches.")
        : null;

    private Evidence EvidenceOf(ParseResult parsed) => parsed.GetValue(_evidence) == "measured" ? Evidence.Measured : Evidence.Declared;

    // Text goes anywhere; anything else into a file.
    private bool WriteBytes(byte[] report, string writer, FileTarget? target, Language language)
    {
        if (target is not null)
        {
            target.Write(report);
            return true;
        }

        if (!Utf8.IsValid(report))
        {
            Tell([new Diagnostic(DiagnosticCatalog.ExtensionReportBytes, new Location(writer), [writer])], language);
            return false;
        }

        Terminal.Out.Write(Encoding.UTF8.GetString(report));
        return true;
    }

    private List<Assessment>? Assess(
        ParseResult parsed, FactsFile facts, SchemeHost host, Language language, CancellationToken cancellationToken)
    {
        var schemes = parsed.GetValue(_schemes) is { Length: > 0 } asked ? asked : new string?[] { null };
        var results = schemes.Select(scheme => host.Assess(
            facts,
            new AssessOptions
            {
                Scheme = scheme,
                Year = parsed.GetValue(_year),
                Evidence = EvidenceOf(parsed),
            },
            cancellationToken)).ToList();
        TellOfFacts(results.SelectMany(r => r.Diagnostics).Distinct(), language);
        return results.TrueForAll(r => r.Succeeded) ? results.ConvertAll(r => r.Value!) : null;
    }

    // A dated target that is due counts as its row does.
    private static bool Gate(string[] gates, List<Assessment> assessments) => gates.Length > 0 && assessments
        .SelectMany(a => a.Indicators)
        .SelectMany(v => v.DueStages.Select(s => (s.Status, s.Basis)).Prepend((v.Status, v.Basis)))
        .Any(v => (gates.Contains("not-met") && v.Status == Status.NotMet)
            || (gates.Contains("undetermined") && v.Status == Status.Undetermined)
            || (gates.Contains("declared") && v.Basis == Basis.Declared));
}
