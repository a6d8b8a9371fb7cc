using System.CommandLine;
using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary><c>list</c>: the schemes that are there.</summary>
internal sealed class ListCommand(Terminal terminal, string directory)
    : Verb("list", "列出指标体系 / list the schemes that are there", terminal, directory)
{
    private protected override bool Judges => false;

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        using var host = OpenHost(parsed);
        var told = new HashSet<Diagnostic>(host.Catalog.Diagnostics);
        Tell(told, language);
        foreach (var (id, version) in host.Catalog.Available)
        {
            var resolved = host.Catalog.Resolve(id, SchemeTexts.Exactly(version));
            Tell(resolved.Diagnostics.Where(told.Add), language);
            if (resolved.Value is { } scheme)
            {
                var count = scheme.Indicators.Length.ToString(CultureInfo.InvariantCulture);
                WriteCells(id, $"{version}", count, scheme.Title.In(language), SchemeTexts.Extends(scheme));
            }
        }

        return told.All(d => d.Severity != Severity.Error) ? ExitCode.Done : ExitCode.WrongInput;
    }
}
