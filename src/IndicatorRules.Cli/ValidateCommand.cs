using System.CommandLine;

namespace IndicatorRules.Cli;

/// <summary><c>validate PLUGIN</c>: everything that is wrong with a plugin, scripts included.</summary>
internal sealed class ValidateCommand : Verb
{
    private readonly Argument<string> _plugin = new("PLUGIN") { Description = "插件文件夹 / plugin folder" };
    private readonly Option<string> _format = VerbOptions.Format("text", "json");

    private readonly Option<bool> _cost = new("--cost")
    {
        Description = "列出每条规则最多要走的步数 / list the most steps of each rule",
    };

    internal ValidateCommand(Terminal terminal, string directory)
        : base("validate", "检查一个插件 / check a plugin", terminal, directory)
    {
        Arguments.Add(_plugin);
        Options.Add(_format);
        Options.Add(_cost);
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        using var tested = PluginUnderTest.Open(session, session.Get(_plugin));
        if (session.Get(_format) == "json")
        {
            session.Write(DiagnosticJson.Write(tested.Diagnostics, session.Language));
        }
        else
        {
            foreach (var diagnostic in tested.Diagnostics)
            {
                session.Write(diagnostic.Format(session.Language) + "\n");
            }

            if (tested.Scheme is { } scheme)
            {
                session.Write(session.Say(
                    $"{scheme.Key}：{scheme.Indicators.Count(i => i.TakesFacts)} 项指标，没有错误。\n",
                    $"{scheme.Key}: {scheme.Indicators.Count(i => i.TakesFacts)} indicators, no errors.\n"));
            }
        }

        if (session.Get(_cost) && tested.Review is { } review)
        {
            foreach (var (indicator, steps) in review.Scheme.Indicators.Zip(review.Steps))
            {
                session.Write($"{steps,8}  {indicator.Number,3} {indicator.Id}\n");
            }

            var overall = review.Scheme.Checks.Select(c => $"check {c.Id}");
            overall = review.Scheme.Conclusion is null ? overall : overall.Prepend("conclusion");
            foreach (var (name, steps) in overall.Zip(review.OverallSteps))
            {
                session.Write($"{steps,8}      {name}\n");
            }
        }

        return tested.Scheme is null ? ExitCode.WrongInput : ExitCode.Done;
    }
}
