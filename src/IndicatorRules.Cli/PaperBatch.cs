using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary><c>assess FOLDER|TABLE --format xlsx|docx</c>: many places and years as one file for Excel or Word.</summary>
internal sealed class PaperBatch(Session session, BatchRequest request, BatchOptions options, string[] gates)
{
    private readonly HashSet<Diagnostic> _told = [];
    private int _errors;
    private int _count;
    private bool _isClosed;
    private PlacesTally? _tally;

    internal int Run(string form, FileTarget target)
    {
        var opened = BatchPlaces.Open(session.Host, request, options, session.CancellationToken);
        session.Report(opened.Diagnostics);
        if (opened.Value is not { } places)
        {
            return ExitCode.WrongInput;
        }

        using (places)
        {
            session.Report(places.Notices);
            var report = new PlacesReport(session.Language) { IsDocument = form == PlacePapers.Document };
            foreach (var place in places.All())
            {
                session.CancellationToken.ThrowIfCancellationRequested();
                Tell(place.Diagnostics);
                if (place.Value is not { } facts)
                {
                    _tally += PlacesTally.Of([]);
                }
                else if (!Add(facts, report))
                {
                    session.Terminal.Error.WriteLine(session.Say(
                        $"行政区年度超过 {PlacesReport.Most} 个，{form} 放不下；请改用 --out 结果.csv。",
                        $"more than {PlacesReport.Most} places and years do not fit {form}; use --out result.csv."));
                    return ExitCode.WrongInput;
                }
            }

            if (_count == 0 || (request.Strict && _errors > 0))
            {
                session.Terminal.Error.WriteLine(session.Say("没有写出结果", "no result was written"));
                return ExitCode.WrongInput;
            }

            var overPlaces = _tally?.Verdicts(session.Host.Catalog) ?? [];
            _isClosed |= AssessCommand.IsClosed(gates, overPlaces);
            target.Write(report.Write(overPlaces));
            foreach (var verdict in overPlaces)
            {
                session.Terminal.Error.WriteLine(VisibleText.OneLine(verdict.Text(session.Language)));
            }
        }

        session.Terminal.Error.WriteLine(session.Say(
            $"共 {_count} 个行政区年度判出结果；错误 {_errors} 处。", $"{_count} places and years were judged; {_errors} errors."));
        return _errors > 0 ? ExitCode.WrongInput : _isClosed ? ExitCode.GateClosed : ExitCode.Done;
    }

    // False when there are too many.
    private bool Add(FactsFile facts, PlacesReport report)
    {
        int[] years = options.Year is { } one ? [one] : [.. facts.Facts.Years.Select(y => y.Year)];
        var judgedYears = new List<Assessment>();
        foreach (var year in years)
        {
            if (_count == PlacesReport.Most)
            {
                return false;
            }

            var asked = new AssessOptions { Scheme = options.Scheme, Year = year, Evidence = options.Evidence };
            var judged = session.Host.Assess(facts, asked, session.CancellationToken);
            Tell(judged.Diagnostics);
            if (judged.Value is not { } assessment)
            {
                continue;
            }

            var found = session.Host.FindContradictions(facts, asked, session.CancellationToken);
            report.Add(PlaceReport.Of(assessment, session.Language, found.Value));
            _isClosed |= AssessCommand.IsClosed(gates, [assessment]);
            judgedYears.Add(assessment);
            _count++;
        }

        _tally += PlacesTally.Of(judgedYears);
        return true;
    }

    // What is wrong with a place is said once, not for each year.
    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        var fresh = diagnostics.Where(_told.Add).ToList();
        _errors += fresh.Count(d => d.Severity == Severity.Error);
        session.Report(fresh);
    }
}
