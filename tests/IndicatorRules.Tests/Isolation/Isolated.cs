using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Isolation;
using IndicatorRules.Judging;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Isolation;

/// <summary>Each test starts processes; side by side they would only wait for one another.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class IsolatedCollection
{
    internal const string Collection = "isolated";
}

/// <summary>Hosts with an isolated process and without, and all that they report as text.</summary>
internal static class Isolated
{
    internal static SchemeHost Host(IsolationOptions? isolation, params string[] plugins) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = plugins.Length > 0 ? plugins : [Repo.Plugins],
        Compiler = RememberingCompiler.Instance,
        StoreDirectory = null,
        Isolation = isolation,
    });

    /// <summary>A host whose process the test can see.</summary>
    internal static (SchemeHost Host, IsolatedHost Process) Seen(params string[] plugins)
    {
        var process = new IsolatedHost(TimeSpan.FromSeconds(30));
        return (Host(new IsolationOptions { Starts = () => process }, plugins), process);
    }

    /// <summary>A report in every format and language, with what else an assessment can say of its rows.</summary>
    internal static string Report(SchemeHost host, FactsFile facts, AssessOptions? options = null) =>
        Text(host.Assess(facts, options), (assessment, language, to) =>
        {
            foreach (var format in Enum.GetValues<ReportFormat>())
            {
                ReportWriters.For(format).Write([assessment], language, to);
            }

            foreach (var row in assessment.Indicators)
            {
                string[] rest =
                [
                    .. row.MarginTexts(language), .. row.UnprintedRequirements(language), .. row.Flips(language),
                    .. row.Clauses(language).Concat(row.DecidingClauses(language)).Select(Told),
                    .. row.Uppers.Select(u => $"{u.SchemeId} {u.Status}"),
                ];
                to.WriteLine(string.Join('\n', rest));
            }
        });

    /// <summary>What the checks find, for people and for programs.</summary>
    internal static string Review(SchemeHost host, FactsFile facts, AssessOptions? options = null) =>
        Text(host.FindContradictions(facts, options), (review, language, to) =>
        {
            to.WriteLine(ContradictionsText.Write(review, language));
            to.WriteLine(ContradictionsJson.Write(review, language));
        });

    internal static string Failure<T>(Result<T> result)
        where T : class => Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error).Id;

    private static string Told(Clause c) => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.Subject}|{c.Requirement}|{c.Value}|{c.Number}|{c.Status}|{c.Basis}|{c.Bound}|{c.Margin}|{c.Unit}|{c.Lacking}");

    private static string Text<T>(Result<T> result, Action<T, Language, StringWriter> write)
        where T : class
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            result.Diagnostics.ToList().ForEach(d => text.WriteLine(d.Format(language)));
            if (result.Value is { } value)
            {
                write(value, language, text);
            }
        }

        return text.ToString();
    }
}
