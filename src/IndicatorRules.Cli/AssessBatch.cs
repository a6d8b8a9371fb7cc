using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Office;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary><c>assess FOLDER|TABLE</c>: many places and years, with a summary at the end and progress on a terminal.</summary>
/// <param name="terminal">Where messages go.</param>
/// <param name="request">The input and output.</param>
/// <param name="options">How to judge.</param>
/// <param name="gates">The verdicts of <c>--fail-on</c>.</param>
internal sealed class AssessBatch(Terminal terminal, BatchRequest request, BatchOptions options, string[] gates)
{
    /// <summary>The most diagnostics of rows that are listed; the rest are counted.</summary>
    private const int MostTold = 50;

    private readonly ProgressLine _progress = new(terminal, request.Language);
    private PlacesTally? _tally;
    private int _made;
    private int _told;
    private int _errors;
    private int _unasked;

    /// <summary>The folder that gets a page of each place; null for none.</summary>
    internal string? Pages { get; init; }

    /// <summary>The form of the paper that is written instead of the verdicts, xlsx or docx; null for none.</summary>
    internal string? Paper { get; init; }

    // The result so far can be resumed once there is a checkpoint.
    private bool HasKept => File.Exists(request.Output + InputFiles.CheckpointSuffix);

    internal int Run(SchemeHost host, CancellationToken cancellationToken)
    {
        Result<BatchProgress> result;
        var isWritten = true;
        try
        {
            var run = new BatchRun(host, request, options);
            result = Pages is null && Paper is null
                ? run.Run(terminal.Out, Tell, _progress.Show, cancellationToken)
                : run.Judge(
                    places => isWritten = Write(Reports(places, host, cancellationToken), host), Tell, _progress.Show, cancellationToken);
        }
        catch (OperationCanceledException) when (HasKept)
        {
            _progress.Clear();
            var output = request.Target?.Given ?? request.Output;
            terminal.Error.WriteLine(Say(
                $"已中断；已算好的部分已保存，加上 `--resume` 可以接着算，结果写入 {output}",
                $"interrupted; what was judged so far is kept, and with `--resume` the run goes on to {output}"));
            return ExitCode.Failed;
        }
        catch (FileFaultException e) when (e.IsOfTheMachine && HasKept)
        {
            _progress.Clear();
            terminal.Error.WriteLine(e.Diagnostic.Format(request.Language));
            terminal.Error.WriteLine(Say(
                "已算好的部分已保存，处理后加上 `--resume` 可以接着算",
                "what was judged so far is kept; once that is mended, `--resume` goes on"));
            return ExitCode.Failed;
        }

        _progress.Clear();
        foreach (var diagnostic in result.Diagnostics)
        {
            terminal.Error.WriteLine(diagnostic.Format(request.Language));
        }

        if (result.Value is not { } summary || !isWritten)
        {
            terminal.Error.WriteLine(Say("没有写出结果", "no result was written"));
            return ExitCode.WrongInput;
        }

        Summarize(summary);
        return Ended(summary.Counts, TellOverPlaces(summary.Counts, host));
    }

    // Whether there was something to write.
    private bool Write(IEnumerable<PlaceReport> reports, SchemeHost host)
    {
        if (Pages is { } folder)
        {
            AtomicFile.WriteFolder(folder, PagesOf(reports, host));
            return true;
        }

        var paper = new PlacesReport(request.Language) { IsDocument = Paper == PlacePapers.Document };
        foreach (var report in reports)
        {
            paper.Add(report);
        }

        if (_made == 0 || (request.Strict && _errors > 0))
        {
            return false;
        }

        request.Target!.Write(paper.Write(OverPlaces(host)));
        return true;
    }

    private IEnumerable<(string Path, string Text)> PagesOf(IEnumerable<PlaceReport> reports, SchemeHost host)
    {
        var made = new PlacePages(request.Language);
        foreach (var report in reports)
        {
            yield return made.Add(report);
        }

        yield return made.Index(OverPlaces(host));
    }

    // A place is judged once more for its reasons; its diagnostics have been reported.
    private IEnumerable<PlaceReport> Reports(IEnumerable<PlaceVerdicts> places, SchemeHost host, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            _tally += PlacesTally.Of(place, options.Evidence);
            foreach (var year in place.Years)
            {
                var asked = new AssessOptions { Scheme = options.Scheme, Year = year.Year, Evidence = options.Evidence };
                if (place.Facts is { } facts && host.FindContradictions(facts, asked, cancellationToken).Value is { } review)
                {
                    if (_made++ == PlacesReport.Most)
                    {
                        var target = Pages ?? request.Target!.Given;
                        throw FileFaultException.Of(DiagnosticCatalog.TargetRefused, target, target, new LocalizedText(
                            $"行政区年度超过 {PlacesReport.Most} 个，放不下；请分几批评判，或改用 --out 结果.csv",
                            $"there are more than {PlacesReport.Most} places and years; judge fewer at a time, or use --out result.csv"));
                    }

                    yield return PlaceReport.Of(review.Assessment, request.Language, review);
                }
            }
        }
    }

    private ImmutableArray<PlacesVerdict> OverPlaces(SchemeHost host) => _tally?.Verdicts(host.Catalog) ?? [];

    // An incomplete result is reported last, where it is seen, and by the exit code.
    private int Ended(BatchCounts all, ImmutableArray<PlacesVerdict> overPlaces)
    {
        if (_unasked > 0)
        {
            terminal.Error.WriteLine(Say(
                $"评判进程中途出错，有 {_unasked} 个行政区年度没有判出结果；请重新运行。",
                $"The judging process failed: {_unasked} place-years were not judged. Run it again."));
            return ExitCode.Failed;
        }

        if (all.Errors > 0 || all.PlaceYears == 0)
        {
            terminal.Error.WriteLine(Say(
                $"共 {all.Places} 个行政区、{all.PlaceYears} 个行政区年度判出结果；有 {all.WrongRows} 行有错，没有计入。",
                $"{all.Places} places, {all.PlaceYears} place-years judged; {all.WrongRows} rows are wrong and were left out."));
            return ExitCode.WrongInput;
        }

        var (notMet, undetermined, declared) =
            (all.NotMet + all.DueNotMet, all.Undetermined + all.DueUndetermined, all.Declared + all.DueDeclared);
        return AssessCommand.IsClosed(gates, notMet, undetermined, declared) || AssessCommand.IsClosed(gates, overPlaces)
            ? ExitCode.GateClosed : ExitCode.Done;
    }

    private ImmutableArray<PlacesVerdict> TellOverPlaces(BatchCounts all, SchemeHost host)
    {
        ImmutableArray<PlacesVerdict> verdicts = all.OverPlaces?.Verdicts(host.Catalog) ?? [];
        foreach (var verdict in verdicts)
        {
            terminal.Error.WriteLine(VisibleText.OneLine(verdict.Text(request.Language)));
        }

        return verdicts;
    }

    private void Tell(Diagnostic diagnostic)
    {
        var isOurs = diagnostic.Id == DiagnosticCatalog.IsolationFailed.Id || diagnostic.Id == DiagnosticCatalog.IsolationQuarantined.Id;
        _unasked += isOurs ? 1 : 0;
        _errors += diagnostic.Severity == Severity.Error ? 1 : 0;
        if (_told++ < MostTold || (isOurs && _unasked == 1))
        {
            _progress.Clear();
            terminal.Error.WriteLine(diagnostic.Format(request.Language));
        }
    }

    private void Summarize(BatchProgress summary)
    {
        var all = summary.Counts;
        if (_told > MostTold)
        {
            var more = _told - MostTold;
            terminal.Error.WriteLine(Say($"另有 {more} 条问题没有列出", $"{more} more problems are not listed"));
        }

        if (summary.Resumed > 0)
        {
            terminal.Error.WriteLine(Say(
                $"接着上次已算好的 {summary.Resumed} 个行政区年度继续",
                $"went on from {summary.Resumed} place-years"));
        }

        if (all.Due > 0)
        {
            terminal.Error.WriteLine(Say(
                $"到期目标 {all.Due} 项：达标 {all.DueMet}，未达标 {all.DueNotMet}，"
                    + $"不适用 {all.DueNotApplicable}，无法判定 {all.DueUndetermined}",
                $"{all.Due} dated targets due: {all.DueMet} met, {all.DueNotMet} not met, "
                    + $"{all.DueNotApplicable} not applicable, {all.DueUndetermined} undetermined"));
        }

        terminal.Error.WriteLine(Say(
            $"{all.Places} 个行政区，{all.PlaceYears} 个行政区年度：达标 {all.Met}（其中自报 {all.DeclaredMet}），"
                + $"未达标 {all.NotMet}，不适用 {all.NotApplicable}，无法判定 {all.Undetermined}；"
                + $"错误 {all.Errors}，提醒 {all.Warnings}",
            $"{all.Places} places, {all.PlaceYears} place-years: {all.Met} met, {all.NotMet} not met, "
                + $"{all.NotApplicable} not applicable, {all.Undetermined} undetermined ({all.Declared} of all declared); "
                + $"{all.Errors} errors, {all.Warnings} warnings"));
    }

    private string Say(string zh, string en) => request.Language == Language.Zh ? zh : en;
}
