using System.CommandLine;
using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>watch FACTS</c>: judges again whenever a plugin or the facts change, and prints the verdicts that changed.</summary>
internal sealed class WatchCommand : Verb
{
    private readonly Argument<string> _facts = VerbOptions.Facts();

    private readonly Option<string[]> _schemes = new("--scheme")
    {
        Description = "指标体系，可多次给出；默认用填报数据所写的"
            + " / scheme, repeatable; by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly NumberOption _year = VerbOptions.Year();

    internal WatchCommand(Terminal terminal, string directory)
        : base("watch", "等待指标体系和填报数据改动，存盘后自动重判 / judge anew on every change", terminal, directory)
    {
        Arguments.Add(_facts);
        Options.Add(_schemes);
        Options.Add(_year);
        Place = AddPlace();
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session) => WorkAsync(session).GetAwaiter().GetResult();

    private async Task<int> WorkAsync(Session session)
    {
        var file = session.Get(_facts);
        if (InputFile.IsStream(file))
        {
            session.Report(new Diagnostic(DiagnosticCatalog.WatchedStream, new Location(file), [file]));
            return ExitCode.WrongInput;
        }

        var host = session.Host;
        var last = Judge(session, file);
        var words = new WatchText(session.Language);
        session.Write(string.Concat(last.Select(words.Summary)));
        await using var watch = host.Watch(Changed, new PluginWatchOptions { Files = [file] });
        using var ended = session.CancellationToken.Register(() => session.Terminal.Error.WriteLine(words.Ended));
        session.Terminal.Error.WriteLine(words.Watching);
        // Ctrl+C is the normal end.
        await Task.WhenAny(watch.Completion, Task.Delay(Timeout.Infinite, session.CancellationToken));
        if (watch.Completion.IsFaulted)
        {
            await watch.Completion;
        }

        return ExitCode.Done;

        void Changed(RefreshReport report)
        {
            if (session.Terminal.Screen is not null)
            {
                session.Write($"── {session.Terminal.Clock().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} ──\n");
            }

            session.Report(report.Diagnostics);
            foreach (var change in report.Changes)
            {
                session.Write(words.Of(change, host.Catalog.Resolve(change.Id).Value?.Title));
            }

            try
            {
                var now = Judge(session, file);
                var changed = string.Concat(last.Zip(now, words.Difference));
                session.Write(changed.Length == 0 ? words.Unchanged : changed);
                last = now;
            }
            catch (RejectedException)
            {
                // Its errors are reported; the last verdicts stay until the next change.
                session.Write(words.FactsRefused);
            }

            session.Terminal.Out.Flush();
        }
    }

    // By each scheme asked for, in order.
    private List<Assessment> Judge(Session session, string file)
    {
        var facts = session.RequireOfFacts(session.ReadFacts(file, session.Get(_schemes)?.FirstOrDefault(), session.Get(_year)));
        string?[] asked = session.Get(_schemes) ?? [];
        var results = asked.DefaultIfEmpty().Select(scheme =>
        {
            var options = new AssessOptions { Scheme = scheme, Year = session.Get(_year) };
            var assessed = session.Host.Assess(facts, options, session.CancellationToken);
            session.Report(assessed.Diagnostics);
            return assessed.Value;
        }).ToList();
        return results.Contains(null) ? throw new RejectedException() : results.ConvertAll(r => r!);
    }
}
