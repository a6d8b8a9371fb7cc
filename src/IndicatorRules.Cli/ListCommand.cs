using System.CommandLine;
using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary><c>list</c>: the schemes that are there.</summary>
internal sealed class ListCommand(Terminal terminal, string directory)
    : Verb("list", "列出指标体系 / list the schemes that are there", terminal, directory)
{
    internal override bool Judges => false;

    private protected override int Work(Session session)
    {
        var catalog = session.Host.Catalog;
        var rows = new List<string[]>();
        var reported = new HashSet<Diagnostic>(catalog.Diagnostics);
        session.Report(reported);
        foreach (var (id, version) in catalog.Available)
        {
            var resolved = catalog.Resolve(id, SchemeTexts.Exactly(version));
            session.Report(resolved.Diagnostics.Where(reported.Add));
            if (resolved.Value is { } scheme)
            {
                var count = scheme.Indicators.Count(i => i.TakesFacts).ToString(CultureInfo.InvariantCulture);
                rows.Add([id, $"{version}", count, scheme.Title.In(session.Language), SchemeTexts.Extends(scheme)]);
            }
        }

        // A program that reads the list gets one line of cells per scheme.
        if (session.Terminal.Screen is null)
        {
            rows.ForEach(row => session.WriteCells(row));
        }
        else
        {
            string[] headings =
            [
                session.Say("编号", "Id"), session.Say("指标体系", "Scheme"), session.Say("版本", "Version"), session.Say("项数", "Rows"),
                session.Say("上级体系", "Extends"),
            ];
            session.Write(session.Layout(null).Table(headings, rows.ConvertAll(r => (string[])[r[0], r[3], r[1], r[2], r[4]])));
        }

        return reported.All(d => d.Severity != Severity.Error) ? ExitCode.Done : ExitCode.WrongInput;
    }
}
