using System.CommandLine;
using IndicatorRules.Cli.Scaffolding;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>new ID</c>: a plugin folder that validates, tests and assesses at once.</summary>
internal sealed class NewCommand : Verb
{
    private readonly Argument<string> _id = new("ID") { Description = "新体系的编号，如 my-county / id of the new scheme" };
    private readonly Option<string?> _extends = new("--extends")
    {
        Description = "沿用哪个体系的全部指标 / scheme whose indicators it takes over",
        HelpName = "ID[@RANGE]",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "在哪个目录下新建；默认为当前目录的 plugins，没有则为当前目录"
            + " / directory to make it in; ./plugins by default, else here",
        HelpName = "DIR",
    };

    internal NewCommand(Terminal terminal, string directory)
        : base("new", "新建一个插件 / make a new plugin", terminal, directory)
    {
        Arguments.Add(_id);
        Options.Add(_extends);
        Options.Add(_out);
    }

    private protected override int Work(Session session)
    {
        var id = session.Get(_id);
        string[] asked = session.Get(_extends) is { } extends ? [extends] : [];
        var folder = NewPlugin.Folder(session, id, session.Get(_out), asked, out var uppers);
        var template = new PluginTemplate(id, uppers.FirstOrDefault(), NewPlugin.Schemas(folder));
        AtomicFile.WriteFolder(folder, template.Files());
        var shown = NewPlugin.Shown(session, folder);
        session.Write(session.Say($"已新建 {shown}\n接着试：\n", $"made {shown}\nnext:\n")
            + NewPlugin.NextSteps(session, session.Get(Plugins) ?? [], folder, PluginTemplate.FactsFile));
        return ExitCode.Done;
    }
}
