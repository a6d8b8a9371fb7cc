using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary><c>watch FACTS</c>: judges anew whenever a plugin or the facts change, and prints the verdicts that are others now.</summary>
internal sealed class WatchCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据文件 / facts file" };
    private readonly Option<string?> _scheme = new("--scheme") { Description = "指标体系 / scheme", HelpName = "ID[@RANGE]" };
    private readonly Option<int?> _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };

    internal WatchCommand(Terminal terminal, string directory)
        : base("watch", "监视插件和填报数据，一有改动即重新评判 / judge anew on every change", terminal, directory)
    {
        Arguments.Add(_facts);
        Options.Add(_scheme);
        Options.Add(_year);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellation) => RunAsync(parsed, cancellation).GetAwaiter().GetResult();

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var language = LanguageOf(parsed);
        var file = parsed.GetValue(_facts)!;
        using var host = OpenHost(parsed);
        if (Judge(file, parsed, host, cancellation) is not { } last)
        {
            return ExitCode.WrongInput;
        }

        var words = new WatchText(language);
        Terminal.Out.Write(words.Summary(last));
        await using var watch = host.Watch(Changed, new PluginWatchOptions { Files = [file] });
        using var ended = cancellation.Register(() => Terminal.Error.WriteLine(words.Ended));
        Terminal.Error.WriteLine(words.Watching);
        // Ctrl+C is how it is meant to end.
        await Task.WhenAny(watch.Completion, Task.Delay(Timeout.Infinite, cancellation));
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

            if (Judge(file, parsed, host, cancellation) is { } now)
            {
                Terminal.Out.Write(words.Difference(last, now));
                last = now;
            }

            Terminal.Out.Flush();
        }
    }

    private Assessment? Judge(string file, ParseResult parsed, SchemeHost host, CancellationToken cancellation)
    {
        var language = LanguageOf(parsed);
        if (ReadFacts(file, host, language) is not { } facts)
        {
            return null;
        }

        var assessed = host.Assess(facts, new AssessOptions { Scheme = parsed.GetValue(_scheme), Year = parsed.GetValue(_year) }, cancellation);
        Tell(assessed.Diagnostics, language);
        return assessed.Value;
    }
}
