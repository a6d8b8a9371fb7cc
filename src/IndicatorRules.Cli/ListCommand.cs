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
        var reported = new HashSet<Diagnostic>(catalog.Diagnostics);
        session.Report(reported);
        foreach (var (id, version) in catalog.Available)
        {
            var resolved = catalog.Resolve(id, SchemeTexts.Exactly(version));
            session.Report(resolved.Diagnostics.Where(reported.Add));
            if (resolved.Value is { } scheme)
            {
                var count = scheme.Indicators.Count(i => i.TakesFacts).ToString(CultureInfo.InvariantCulture);
                session.WriteCells(id, $"{version}", count, scheme.Title.In(session.Language), SchemeTexts.Extends(scheme));
            }
        }

        return reported.All(d => d.Severity != Severity.Error) ? ExitCode.Done : ExitCode.WrongInput;
    }
}
