using System.CommandLine;
using IndicatorRules.Contract;

namespace IndicatorRules.Cli;

/// <summary>A verb of the tool, with the options that every verb has.</summary>
internal abstract class Verb : Command
{
    private readonly Option<string> _lang =
        new Option<string>("--lang") { Description = "语言 / language", DefaultValueFactory = _ => "zh" }.AcceptOnlyFromAmong("zh", "en");

    private protected Verb(string name, string description, Terminal terminal, string directory)
        : base(name, description)
    {
        Options.Add(_lang);
        Options.Add(Plugins);
        Options.Add(NoCache);
        SetAction((parsed, cancellationToken) => Task.FromResult(Run(new Session(this, parsed, terminal, directory, cancellationToken))));
    }

    internal Option<string[]> Plugins { get; } = new("--plugins")
    {
        Description = "指标体系文件夹所在的目录，可多次给出，默认用当前目录的 plugins；其中没有的体系，用随附的"
            + " / plugin directory, repeatable, ./plugins by default; schemes that it lacks are taken from the shipped ones",
        HelpName = "DIR",
    };

    internal Option<bool> NoCache { get; } = new("--no-cache")
    {
        Description = "每次都重新编译，不读也不写缓存 / compile anew, neither reading nor writing the cache",
    };

    /// <summary>The options that trust extensions; null for a verb that runs none.</summary>
    internal ExtensionFlags? Trust { get; private protected init; }

    /// <summary>The option that names one place of a table; null for a verb without it.</summary>
    internal Option<string?>? Place { get; private protected init; }

    /// <summary>The option of ASCII borders and signs; null for a verb without tables.</summary>
    internal Option<bool>? Ascii { get; private protected init; }

    /// <summary>The options of the lock file; null for a verb that uses none.</summary>
    internal LockOptions? Lock { get; private protected init; }

    /// <summary>Whether the verb runs rules, not only describes schemes.</summary>
    internal virtual bool Judges => true;

    /// <summary>Whether the verb runs for long and replaces schemes meanwhile.</summary>
    internal virtual bool Reloads => false;

    /// <summary>Adds the option that names one place of a table.</summary>
    private protected Option<string?> AddPlace()
    {
        var place = new Option<string?>("--place")
        {
            Description = "表格里有几个行政区时，看哪一个（代码或名称） / one place of a table, by code or name",
            HelpName = "PLACE",
        };
        Options.Add(place);
        return place;
    }

    /// <summary>Adds the option of ASCII borders and signs.</summary>
    private protected Option<bool> AddAscii()
    {
        var ascii = new Option<bool>("--ascii")
        {
            Description = "表格线和符号只用英文字符，旧窗口里表格错位时用 / lines and signs in ASCII, where an old font takes them apart",
        };
        Options.Add(ascii);
        return ascii;
    }

    internal Language LanguageOf(ParseResult parsed) => parsed.GetValue(_lang) == "en" ? Language.En : Language.Zh;

    /// <summary>How to isolate rules; null to run them in this process.</summary>
    internal virtual IsolationOptions? Isolation(ParseResult parsed) => null;

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="RejectedException">The input is wrong, as already reported.</exception>
    private protected abstract int Work(Session session);

    private int Run(Session session)
    {
        int code;
        using (session)
        {
            try
            {
                code = Work(session);
            }
            catch (RejectedException)
            {
                code = ExitCode.WrongInput;
            }
        }

        session.ReportNotices();
        return code;
    }
}
