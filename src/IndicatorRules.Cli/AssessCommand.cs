using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Unicode;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary><c>assess FACTS</c>: the main job.</summary>
internal sealed class AssessCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS")
    {
        Description = "填报数据：文件，或文件夹、.csv、.parquet（批量）"
            + " / facts: a file, or a folder, .csv or .parquet (batch)",
    };

    private readonly Option<string[]> _schemes = new("--scheme")
    {
        Description = "指标体系，可多次给出；默认用填报数据所写的"
            + " / scheme, repeatable; by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly NumberOption _year = VerbOptions.Year();
    private readonly Option<string> _evidence = new Option<string>("--evidence")
    {
        Description = "measured 只认有据的，不算自报的 / measured leaves declarations out",
        DefaultValueFactory = _ => "declared",
    }.AcceptOnlyFromAmong("declared", "measured");

    private readonly Option<string> _format = VerbOptions.Format(
        "table", "json", "csv", "markdown", "html", PlacePapers.Workbook, PlacePapers.Document);
    private readonly Option<string?> _out = VerbOptions.OutFile();
    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on")
    {
        Description = "有此类判定（含到期目标）时以 3 退出"
            + " / exit with 3 on such verdicts, dated targets that are due included",
        AllowMultipleArgumentsPerToken = true,
    }.AcceptOnlyFromAmong("not-met", "undetermined", "declared");

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "批量：遇到第一处错误即停，不写结果 / batch: stop at the first error and write nothing",
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "批量：接着上次中断处继续 / batch: go on where the last run to the same --out was interrupted",
    };

    private readonly Option<bool> _reasons = new("--reasons")
    {
        Description = "批量：加写差距和理由（较慢） / batch: add margins and reasons (slower)",
    };

    private readonly RowsOption _only = new("--only", RowChoice.Kinds)
    {
        Description = "只列出这几类或这几项：未达标、自报、压线（余量不到要求的5%）、无法判定、不适用、达标，"
            + "或写序号、名称，如 未达标,3,29"
            + " / show these rows alone, by kind, number or name: not-met,3,29; tight is met by at most 5 percent of what is required",
        HelpName = "3,29",
    };

    private readonly Option<string?> _sort = new Option<string?>("--sort")
    {
        Description = "margin 按余量占要求的比例排列，差得最多的在前 / margin puts the rows furthest below their requirement first",
    }.AcceptOnlyFromAmong("number", "margin");

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "假设某项是另一个数，看哪些判定会变；可多次给出，分项写 24/秸秆综合利用率=80"
            + " / suppose another value, and show which verdicts change; repeatable, an item behind a slash",
        HelpName = "29=48.5",
    };

    private readonly NumberOption _bytesPerCheckpoint = new("--bytes-per-checkpoint") { Hidden = true };
    private readonly Option<string?> _writer = new("--writer")
    {
        Description = "用此扩展写报告，代替 --format / write the report by this extension instead of --format",
        HelpName = "NAME",
    };

    private readonly Option<bool> _lock = new("--lock")
    {
        Description = "把所用体系的版本和内容写入锁定文件 / write the versions and contents judged by to the lock file",
    };

    private readonly Option<bool> _isolate = new("--isolate")
    {
        Description = "在单独的进程里运行规则 / run the rules in a process of their own",
    };

    internal AssessCommand(Terminal terminal, string directory)
        : base("assess", "评判填报数据 / judge facts", terminal, directory)
    {
        Arguments.Add(_facts);
        Lock = new LockOptions();
        foreach (var option in (Option[])
        [
            _schemes, _year, _evidence, _format, _out, _set, _only, _sort, _failOn,
            _strict, _resume, _reasons, _writer, _isolate, _bytesPerCheckpoint,
            _lock, .. Lock.All,
        ])
        {
            Options.Add(option);
        }

        Place = AddPlace();
        Ascii = AddAscii();
        Trust = new ExtensionFlags(this);
    }

    internal override IsolationOptions? Isolation(ParseResult parsed) => parsed.GetValue(_isolate) ? new IsolationOptions() : null;

    private protected override int Work(Session session)
    {
        var facts = session.Get(_facts);
        if (BatchRequest.Takes(facts))
        {
            return session.Place is not null && TableFile.Takes(facts) ? RunOne(session, null) : RunBatch(session, null);
        }

        using var piped = InputFile.IsStream(facts) ? InputFile.Open(facts, session.CancellationToken) : null;
        return Session.IsWorkbook(facts) && piped is null && !session.Extensions.Reads(facts) ? RunWorkbook(session, facts)
            : piped is null || session.Place is not null || piped.IsJson() ? RunOne(session, piped)
            : RunBatch(session, piped);
    }

    // A workbook is about one place or about many; only its content says which.
    private int RunWorkbook(Session session, string path)
    {
        using var file = InputFile.Open(path, session.CancellationToken);
        var scheme = session.Get(_schemes)?.FirstOrDefault();
        var opened = WorkbookFacts.Open(session, (file, path), scheme, session.Get(_year));
        return opened.Value is not { } rows ? RunOne(session, null, new(null, opened.Diagnostics))
            : rows.Hash is null && session.Place is null ? RunBatch(session, null, rows)
            : RunOne(session, null, TableFacts.Read(session, rows, path, scheme ?? rows.Scheme));
    }

    private int RunOne(Session session, InputFile? piped, Result<FactsFile>? read = null)
    {
        var path = session.Get(_facts);
        // Most of a start is loading code: one core reads the facts, the other finds plugins and schemes.
        var begun = piped is null && read is null && !TableFile.Takes(path)
            ? Task.Run(() => FactsReader.ReadFile(path), CancellationToken.None) : null;
        var inputs = session.Inputs(path);
        var lockFile = Lock!.File(session.Parsed);
        var isNew = session.Get(_lock);
        var lockTarget = isNew ? session.Target(lockFile, inputs) : null;
        if (isNew || Lock.Locked(session.Parsed))
        {
            inputs.Add(lockTarget?.Path ?? session.Full(lockFile), new("锁定文件", "the lock file"));
        }

        var format = FormOf(session);
        var target = session.Target(session.Get(_out), inputs);
        PlacePapers.RequireFile(session, format, target);
        if ((PlacePapers.Takes(format) || format == "html") && (session.Get(_only) is { Length: > 0 } || session.Get(_sort) is not null))
        {
            session.Terminal.Error.WriteLine(session.Say(
                $"命令有误：`--only`、`--sort` 不用于 {format}，材料要写全；打开后可以在里面筛选、排序。",
                $"wrong command: `--only` and `--sort` are not for {format}, which has all rows; filter and sort in it."));
            return ExitCode.WrongInput;
        }

        var extensions = session.Extensions;
        var host = session.Host;
        var facts = session.RequireOfFacts(
            read ?? session.ReadFacts(path, session.Get(_schemes)?.FirstOrDefault(), null, piped, begun));
        if (session.Get(_set) is { Length: > 0 } supposed)
        {
            return Suppose(session, facts, host, supposed, format, target);
        }

        var findings = new List<string>();
        var assessments = Assess(session, facts, host, isRead: format == "table" && session.Get(_writer) is null, findings);
        if (isNew)
        {
            session.Write(LockFile.Of(assessments.Select(a => a.Scheme), lockFile).Write(), lockTarget);
        }

        var shown = RowChoice.Of(session, assessments, session.Get(_only) ?? [], session.Get(_sort) == "margin");
        if (session.Get(_writer) is { } writer)
        {
            WriteBytes(session, session.Require(extensions.Write(writer, shown, session.Language)), writer, target);
        }
        else if (PlacePapers.Takes(format))
        {
            target!.Write(PlacePapers.Write(format, PlacePapers.Reports(session, facts, assessments.Zip(Asked(session)))));
        }
        else if (format == "html")
        {
            using var page = new StringWriter();
            PlacePage.Write(PlacePapers.Reports(session, facts, assessments.Zip(Asked(session))), page);
            session.Write(page.ToString(), target);
        }
        else
        {
            using var text = new StringWriter();
            ReportWriters.For(FormatOf(format), session.Layout(target)).Write(shown, session.Language, text);
            if (format == "table")
            {
                findings.ForEach(text.WriteLine);
                session.WriteReport(text.ToString(), target);
            }
            else
            {
                session.Write(text.ToString(), target, mark: format == "csv");
            }
        }

        return session.Ended(IsClosed(session.Get(_failOn) ?? [], assessments) ? ExitCode.GateClosed : ExitCode.Done);
    }

    // What is supposed is never written as if it were a result.
    private int Suppose(Session session, FactsFile facts, SchemeHost host, string[] supposed, string format, FileTarget? target)
    {
        var said = supposed.SelectMany(WhatIf.Split).ToList();
        var why = said.Find(word => WhatIf.Parse(word) is null) is { } wrong
                ? new LocalizedText(
                    $"`--set` 不能写 `{wrong}`，要写成 序号=数值，例如 29=48.5。",
                    $"`--set` cannot be `{wrong}`; write number=value, such as 29=48.5.")
            : format != "table" || session.Get(_writer) is not null ? new(
                "`--set` 只列出会变的判定，不写成别的格式。", "`--set` lists the verdicts that change, in no other format.")
            : session.Get(_only) is { Length: > 0 } || session.Get(_sort) is not null || session.Get(_lock) ? new(
                "`--set` 不和 `--only`、`--sort`、`--lock` 一起用。", "`--set` does not go with `--only`, `--sort` or `--lock`.")
            : null;
        if (why is not null)
        {
            session.Terminal.Error.WriteLine(VisibleText.OneLine(session.Say($"命令有误：{why.Zh}", $"wrong command: {why.En}")));
            return ExitCode.WrongInput;
        }

        var text = new WhatIf(session.Language, session.Layout(target));
        var changes = said.Select(WhatIf.Parse).OfType<FactChange>().ToImmutableArray();
        var before = Assess(session, facts, host, isRead: false, []);
        var now = Assess(session, facts, host, isRead: false, [], changes);
        session.WriteReport(string.Concat(before.Zip(now, (a, b) => text.Write(a, b, changes))), target);
        return session.Ended(IsClosed(session.Get(_failOn) ?? [], now) ? ExitCode.GateClosed : ExitCode.Done);
    }

    private int RunBatch(Session session, InputFile? piped, ITableRows? rows = null)
    {
        var schemes = session.Get(_schemes) ?? [];
        var to = session.Get(_out);
        var format = OutputForm.Of(session.Parsed, _format, to, "csv", "json", "html", PlacePapers.Workbook, PlacePapers.Document);
        if (NotForBatches(session, format, schemes.Length) is { } why)
        {
            session.Terminal.Error.WriteLine(session.Say($"命令有误：{why.Zh}", $"wrong command: {why.En}"));
            return ExitCode.WrongInput;
        }

        var input = session.Get(_facts);
        if (piped is null && !Path.Exists(session.Full(input)))
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileNotReadable, input, input);
        }

        var inputs = session.Inputs(session.Get(_facts));
        if (Lock!.Locked(session.Parsed))
        {
            inputs.Add(session.Full(Lock.File(session.Parsed)), new("锁定文件", "the lock file"));
        }

        var pages = format == "html" ? Folder(session, to!, inputs) : null;
        var target = pages is null ? session.Target(to, inputs, AtomicFile.Unfinished, InputFiles.CheckpointSuffix) : null;
        var request = new BatchRequest
        {
            Input = session.Get(_facts),
            Output = target?.Path,
            Opened = piped,
            Rows = rows,
            Workbooks = path => WorkbookFacts.Read(session, path, schemes.FirstOrDefault(), session.Get(_year)),
            Target = target,
            Format = format == "json" ? BatchFormat.Json : BatchFormat.Csv,
            Language = session.Language,
            Strict = session.Get(_strict),
            Resume = session.Get(_resume),
        };
        if (session.Get(_bytesPerCheckpoint) is { } bytes)
        {
            request = request with { BytesPerCheckpoint = bytes };
        }

        var options = new BatchOptions
        {
            Scheme = schemes.FirstOrDefault() ?? rows?.Scheme ?? NamedBy(session, piped, input),
            Year = session.Get(_year),
            Evidence = EvidenceOf(session),
            WithReasons = session.Get(_reasons),
        };
        if (PlacePapers.Takes(format))
        {
            PlacePapers.RequireFile(session, format, target);
        }

        var batch = new AssessBatch(session.Terminal, request, options, session.Get(_failOn) ?? [])
        {
            Pages = pages,
            Paper = PlacePapers.Takes(format) ? format : null,
        };
        return batch.Run(session.Host, session.CancellationToken);
    }

    private string FormOf(Session session)
    {
        // An extension that writes the report chooses its form itself.
        var path = session.Get(_writer) is null ? session.Get(_out) : null;
        return OutputForm.Of(
            session.Parsed, _format, path, "table", "json", "csv", "markdown", "html", PlacePapers.Workbook, PlacePapers.Document);
    }

    private static ReportFormat FormatOf(string form) => form switch
    {
        "json" => ReportFormat.Json,
        "csv" => ReportFormat.Csv,
        "markdown" => ReportFormat.Markdown,
        _ => ReportFormat.Table,
    };

    // Only the first of several faults.
    // The tool's own result in CSV names its scheme; what else is wrong with a file is found when it is judged.
    private static string? NamedBy(Session session, InputFile? piped, string input)
    {
        if (piped is null && (!TableFile.Takes(input) || Path.GetExtension(input).Equals(".parquet", StringComparison.OrdinalIgnoreCase)
            || !File.Exists(session.Full(input))))
        {
            return null;
        }

        try
        {
            using var file = piped is null ? InputFile.Open(session.Full(input), session.CancellationToken) : null;
            using var rows = TableFile.Open(piped ?? file!, input, session.CancellationToken);
            return rows.Scheme;
        }
        catch (Exception e) when (e is DiagnosticException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private LocalizedText? NotForBatches(Session session, string format, int schemes) =>
        schemes > 1 ? new("批量评判一次只用一个 `--scheme`。", "a batch takes one `--scheme`.")
        : format is not ("csv" or "json" or "html") && !PlacePapers.Takes(format) ? new(
            $"批量评判不能写 {format}；`--format` 可以写 csv、json、html、xlsx、docx。",
            $"a batch is not written as {format}; `--format` can be csv, json, html, xlsx or docx.")
        : session.Get(_resume) && PlacePapers.Takes(format) ? new(
            $"`--resume` 不用于 {format}。", $"`--resume` is not for {format}.")
        : format == "html" && !IsFolder(session.Get(_out)) ? new(
            "批量评判的网页写成一个文件夹：`--format html --out 文件夹名`。",
            "the pages of a batch are written to a folder: `--format html --out DIR`.")
        : format == "html" && (session.Get(_resume) || session.Get(_strict)) ? new(
            "`--resume`、`--strict` 不用于网页。", "`--resume` and `--strict` are not for pages.")
        : session.Get(_resume) && session.Get(_out) is null ? new("`--resume` 要和 `--out` 一起用。", "`--resume` goes with `--out`.")
        : session.Get(_set) is { Length: > 0 } || session.Get(_only) is { Length: > 0 } || session.Get(_sort) is not null ? new(
            "`--set`、`--only`、`--sort` 不用于批量评判；看表格里的一个行政区时，再加 `--place 名称`。",
            "`--set`, `--only` and `--sort` are not for batches; add `--place NAME` to look at one place of a table.")
        : session.Get(_lock) ? new("`--lock` 不用于批量评判。", "`--lock` is not for batches.")
        : null;

    private static bool IsFolder(string? given) =>
        given is not null && !FileTarget.IsStandardOutput(given) && Path.GetExtension(given).ToLowerInvariant() is not (".html" or ".htm");

    // A folder that does not exist yet: nothing of the user's can be in it.
    private static string Folder(Session session, string given, InputFiles inputs)
    {
        var path = Path.TrimEndingDirectorySeparator(session.Full(given));
        if (Path.Exists(path))
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetRefused, given, given, new LocalizedText("已经有同名的文件或文件夹", "it exists already"));
        }

        _ = session.Target(Path.Combine(given, PlacePages.IndexFile), inputs);
        return path;
    }

    private Evidence EvidenceOf(Session session) => session.Get(_evidence) == "measured" ? Evidence.Measured : Evidence.Declared;

    // Standard output takes text alone.
    private static void WriteBytes(Session session, byte[] report, string writer, FileTarget? target)
    {
        if (target is not null)
        {
            target.Write(report);
        }
        else if (Utf8.IsValid(report))
        {
            session.Write(Encoding.UTF8.GetString(report));
        }
        else
        {
            session.Report(new Diagnostic(DiagnosticCatalog.ExtensionReportBytes, new Location(writer), [writer]));
            throw new RejectedException();
        }
    }

    // What people read mentions what `check` would find.
    private List<Assessment> Assess(
        Session session, FactsFile facts, SchemeHost host, bool isRead, List<string> findings,
        ImmutableArray<FactChange> changes = default)
    {
        var results = Asked(session).ConvertAll(one =>
        {
            var options = one with { Changes = changes.IsDefault ? [] : changes };
            return isRead
                ? Reviewed(session, host.FindContradictions(facts, options, session.CancellationToken), findings)
                : host.Assess(facts, options, session.CancellationToken);
        });
        session.ReportOfFacts(results.SelectMany(r => r.Diagnostics).Distinct());
        return results.TrueForAll(r => r.Succeeded) ? results.ConvertAll(r => r.Value!) : throw new RejectedException();
    }

    private static Result<Assessment> Reviewed(Session session, Result<FactsReview> review, List<string> findings)
    {
        if (review.Value is { Contradictions: { IsEmpty: false } found } reviewed)
        {
            var scheme = reviewed.Assessment.Scheme.Title.In(session.Language);
            var lacks = found.Count(c => c.IsLack);
            findings.Add(VisibleText.OneLine(session.Say(
                $"按《{scheme}》校核，另有 {found.Length} 处问题"
                    + $"（数据矛盾 {found.Length - lacks} 处，缺少佐证 {lacks} 处），用 check 查看。",
                $"{scheme}: {found.Length} findings besides"
                    + $" ({found.Length - lacks} contradictions, {lacks} without evidence); see `check`.")));
        }

        return new(review.Value?.Assessment, review.Diagnostics);
    }

    // One for each scheme requested.
    private List<AssessOptions> Asked(Session session)
    {
        var schemes = session.Get(_schemes) is { Length: > 0 } asked ? asked : new string?[] { null };
        var options = new AssessOptions { Year = session.Get(_year), Evidence = EvidenceOf(session) };
        return [.. schemes.Select(scheme => options with { Scheme = scheme })];
    }

    // A dated target that is due counts like its row. Rows of kinds that do not count close nothing.
    internal static bool IsClosed(string[] gates, List<Assessment> assessments)
    {
        if (gates.Length == 0)
        {
            return false;
        }

        var verdicts = assessments.SelectMany(a => a.Indicators).Where(v => v.Indicator.IsCounted)
            .SelectMany(v => v.DueStages.Select(s => (s.Status, s.Basis)).Prepend((v.Status, v.Basis))).ToList();
        return IsClosed(
            gates,
            verdicts.Count(v => v.Status == Status.NotMet),
            verdicts.Count(v => v.Status == Status.Undetermined),
            verdicts.Count(v => v.Basis == Basis.Declared));
    }

    /// <summary>Whether there is a verdict over many places of <c>--fail-on</c>.</summary>
    internal static bool IsClosed(string[] gates, ImmutableArray<PlacesVerdict> verdicts) => IsClosed(
        gates, verdicts.Count(v => v.Status == Status.NotMet), verdicts.Count(v => v.Status == Status.Undetermined),
        verdicts.Count(v => v.Basis == Basis.Declared));

    /// <summary>Whether there is a verdict of <c>--fail-on</c>.</summary>
    internal static bool IsClosed(string[] gates, long notMet, long undetermined, long declared) =>
        (gates.Contains("not-met") && notMet > 0)
        || (gates.Contains("undetermined") && undetermined > 0)
        || (gates.Contains("declared") && declared > 0);
}
