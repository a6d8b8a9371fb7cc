using System.CommandLine;
using System.Text.Json;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>validate PLUGIN</c>: everything that is wrong with a plugin, scripts included.</summary>
internal sealed class ValidateCommand : Verb
{
    private readonly Argument<string> _plugin = new("PLUGIN") { Description = "插件文件夹 / plugin folder" };
    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "输出格式 / format",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    private readonly Option<bool> _cost = new("--cost") { Description = "列出每条规则最多要走的步数 / list the most steps of each rule" };

    private readonly ExtensionFlags _extensions;

    internal ValidateCommand(Terminal terminal, string directory)
        : base("validate", "检查一个插件 / check a plugin", terminal, directory)
    {
        Arguments.Add(_plugin);
        Options.Add(_format);
        Options.Add(_cost);
        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var plugin = PluginUnderTest.FolderOf(parsed.GetValue(_plugin)!);
        using var extensions = _extensions.Open(parsed, [plugin, .. PluginDirectories(parsed)], Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var checkedPlugin = PluginUnderTest.Open(plugin, PluginDirectories(parsed), folders => OpenHost(folders, parsed, extensions), cancellationToken);
        var diagnostics = checkedPlugin.Diagnostics;
        if (parsed.GetValue(_format) == "json")
        {
            Terminal.Out.Write(DiagnosticJson.Write(diagnostics, language));
        }
        else
        {
            foreach (var diagnostic in diagnostics)
            {
                Terminal.Out.Write(diagnostic.Format(language) + "\n");
            }

            if (checkedPlugin.Scheme is { } scheme)
            {
                Terminal.Out.Write(language == Language.Zh
                    ? $"{scheme.Key}：{scheme.Indicators.Length} 项指标，没有错误。\n"
                    : $"{scheme.Key}: {scheme.Indicators.Length} indicators, no errors.\n");
            }
        }

        if (parsed.GetValue(_cost) && checkedPlugin.Review is { } review)
        {
            foreach (var (indicator, steps) in review.Scheme.Indicators.Zip(review.Steps))
            {
                Terminal.Out.Write($"{steps,8}  {indicator.Number,3} {indicator.Id}\n");
            }

            var overall = review.Scheme.Checks.Select(c => $"check {c.Id}");
            foreach (var (name, steps) in (review.Scheme.Conclusion is null ? overall : overall.Prepend("conclusion")).Zip(review.OverallSteps))
            {
                Terminal.Out.Write($"{steps,8}      {name}\n");
            }
        }

        return checkedPlugin.Scheme is null ? ExitCode.WrongInput : ExitCode.Done;
    }
}
