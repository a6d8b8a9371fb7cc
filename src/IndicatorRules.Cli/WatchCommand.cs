using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>watch FACTS</c>: judges anew whenever a plugin or the facts change, and prints the verdicts that are others now.</summary>
internal sealed class WatchCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据文件 / facts file" };
    private readonly Option<string[]> _schemes = new("--scheme")
    {
        Description = "指标体系，可多次给出；默认用填报数据所写的 / scheme, repeatable; by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly NumberOption _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };
    private readonly ExtensionFlags _extensions;

    internal WatchCommand(Terminal terminal, string directory)
        : base("watch", "监视插件和填报数据，一有改动即重新评判 / judge anew on every change", terminal, directory)
    {
        Arguments.Add(_facts);
        Options.Add(_schemes);
        Options.Add(_year);
        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken) => RunAsync(parsed, cancellationToken).GetAwaiter().GetResult();

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var file = parsed.GetValue(_facts)!;
        if (InputFile.IsStream(file))
        {
            Tell([new Diagnostic(DiagnosticCatalog.WatchedStream, new Location(file), [file])], language);
            return ExitCode.WrongInput;
        }

        using var extensions = _extensions.Open(parsed, PluginDirectories(parsed), Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var host = OpenHost(parsed, extensions);
        if (Judge(file, parsed, host, extensions, cancellationToken) is not { } last)
        {
            return ExitCode.WrongInput;
        }

        var words = new WatchText(language);
        Terminal.Out.Write(string.Concat(last.Select(words.Summary)));
        await using var watch = host.Watch(Changed, new PluginWatchOptions { Files = [file] });
        using var ended = cancellationToken.Register(() => Terminal.Error.WriteLine(words.Ended));
        Terminal.Error.WriteLine(words.Watching);
        // Ctrl+C is how it is meant to end.
        await Task.WhenAny(watch.Completion, Task.Delay(Timeout.Infinite, cancellationToken));
        if (watch.Completion.IsFaulted)
        {
            await watch.Completion;
        }

        return ExitCode.Done;

        void Changed(RefreshReport report)
        {
            Tell(report.Diagnostics, language);
            foreach (var change in report.Changes)
            {
                Terminal.Out.Write(words.Of(change));
            }

            if (Judge(file, parsed, host, extensions, cancellationToken) is { } now)
            {
                var changed = string.Concat(last.Zip(now, words.Difference));
                Terminal.Out.Write(changed.Length == 0 ? words.Unchanged : changed);
                last = now;
            }

            Terminal.Out.Flush();
        }
    }

    // By each scheme asked for, in order; null when any of it is wrong, which is then told.
    private List<Assessment>? Judge(string file, ParseResult parsed, SchemeHost host, ExtensionHost extensions, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        if (ReadFacts(file, language, extensions, cancellationToken) is not { } facts)
        {
            return null;
        }

        var all = new List<Assessment?>();
        string?[] asked = parsed.GetValue(_schemes) ?? [];
        foreach (var scheme in asked.DefaultIfEmpty())
        {
            var assessed = host.Assess(facts, new AssessOptions { Scheme = scheme, Year = parsed.GetValue(_year) }, cancellationToken);
            Tell(assessed.Diagnostics, language);
            all.Add(assessed.Value);
        }

        return all.Contains(null) ? null : [.. all.OfType<Assessment>()];
    }
}
