using System.CommandLine;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Extending;
using IndicatorRules.Facts;
using IndicatorRules.Tables;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Locking;

namespace IndicatorRules.Cli;

/// <summary>What every verb has: language, plugin folders, and how it tells diagnostics.</summary>
internal abstract class Verb : Command
{
    private readonly string _directory;
    private int _wrongEntries;
    private string[]? _pluginDirectories;

    // Asked at the end why nothing could be stored.
    private readonly List<SchemeHost> _opened = [];

    private protected Verb(string name, string description, Terminal terminal, string directory)
        : base(name, description)
    {
        Terminal = terminal;
        _directory = directory;
        Options.Add(Lang);
        Options.Add(Plugins);
        Options.Add(NoCache);
        SetAction((parsed, cancellationToken) =>
        {
            var code = Run(parsed, cancellationToken);
            Tell(_opened.SelectMany(host => host.Notices).Distinct(), LanguageOf(parsed));
            return Task.FromResult(code);
        });
    }

    private protected Terminal Terminal { get; }

    /// <summary>Whether the verb runs rules, and does not only tell of schemes.</summary>
    private protected virtual bool Judges => true;

    private protected Option<string> Lang { get; } =
        new Option<string>("--lang") { Description = "语言 / language", DefaultValueFactory = _ => "zh" }.AcceptOnlyFromAmong("zh", "en");

    private protected Option<string[]> Plugins { get; } = new("--plugins")
    {
        Description = "插件目录，可多次给出，默认用当前目录的 plugins；其中没有的体系，用随附的"
            + " / plugin directory, repeatable, ./plugins by default; schemes that it lacks are taken from the shipped ones",
        HelpName = "DIR",
    };

    private protected Option<bool> NoCache { get; } = new("--no-cache")
    {
        Description = "每次都重新编译，不读也不写缓存 / compile anew, neither reading nor writing the cache",
    };

    private protected abstract int Run(ParseResult parsed, CancellationToken cancellationToken);

    private protected Language LanguageOf(ParseResult parsed) => parsed.GetValue(Lang) == "en" ? Language.En : Language.Zh;

    /// <summary>
    /// The host, held to the lock file where that is asked for; null when something is wrong with it, which is then told.
    /// </summary>
    private protected SchemeHost? OpenHost(ParseResult parsed, LockOptions lockOptions, IsolationOptions? isolation = null, ExtensionHost? extensions = null)
    {
        if (!lockOptions.Locked(parsed))
        {
            return OpenHost(PluginDirectories(parsed), parsed, extensions, isolation: isolation);
        }

        var held = LockFile.Read(Full(lockOptions.File(parsed)));
        Tell(held.Diagnostics, LanguageOf(parsed));
        return held.Value is { } file ? OpenHost(PluginDirectories(parsed), parsed, extensions, file, isolation) : null;
    }

    private protected SchemeHost OpenHost(ParseResult parsed, ExtensionHost? extensions = null) => OpenHost(PluginDirectories(parsed), parsed, extensions);

    private protected SchemeHost OpenHost(IReadOnlyList<string> folders, ParseResult parsed, ExtensionHost? extensions = null, LockFile? held = null, IsolationOptions? isolation = null)
    {
        var isStored = !parsed.GetValue(NoCache);
        var options = new SchemeHostOptions
        {
            PluginDirectories = folders,
            PrecompiledDirectory = isStored ? Path.Combine(AppContext.BaseDirectory, "precompiled") : null,
            Extensions = extensions,
            Unloadable = false,
            CompilesAtOnce = Judges,
            Lock = held,
            Isolation = isolation,
        };
        var host = SchemeHost.Open(isStored ? options : options with { StoreDirectory = null });
        _opened.Add(host);
        return host;
    }

    /// <summary>Where plugins are looked for: the directories given, or else ./plugins, and what came with the tool.</summary>
    /// <exception cref="FileFaultException">A directory that is given does not exist.</exception>
    private protected string[] PluginDirectories(ParseResult parsed)
    {
        if (_pluginDirectories is not null)
        {
            return _pluginDirectories;
        }

        var given = parsed.GetValue(Plugins) ?? [];
        if (Array.Find(given, d => !Directory.Exists(Full(d))) is { } missing)
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileNotReadable, missing, missing);
        }

        string[] own = given.Length > 0 ? given : Directory.Exists(Full("plugins")) ? ["plugins"] : [];
        return _pluginDirectories = own.Length > 0 ? [.. own, .. ShippedPlugins.Beside(own)] : [ShippedPlugins.Folder];
    }

    private protected string Full(string path) => Path.GetFullPath(path, _directory);

    /// <summary>The facts of a file; null when something is wrong with it, which is then reported.</summary>
    private protected FactsFile? ReadFacts(string path, Language language, ExtensionHost extensions, CancellationToken cancellationToken) =>
        WithReports(FactsOf(path, extensions, null, cancellationToken), language);

    private protected FactsFile? WithReports(Result<FactsFile> facts, Language language)
    {
        TellOfFacts(facts.Diagnostics, language);
        return facts.Value;
    }

    private protected Result<FactsFile> FactsOf(string path, ExtensionHost extensions, InputFile? piped, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Full(path)) && !extensions.Reads(path))
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileIsFolder, path, path);
        }

        return extensions.Reads(path) ? extensions.ReadFacts(path)
            : piped is not null || InputFile.IsStream(path) ? ReadPiped(path, piped, cancellationToken)
            : BatchRequest.Takes(Full(path)) ? new(null, [new Diagnostic(DiagnosticCatalog.TableNotHere, new Location(path), [])])
            : FactsReader.ReadFile(path);
    }

    // A pipe can be silent for ever; who ends the run does not wait for it.
    private static Result<FactsFile> ReadPiped(string path, InputFile? piped, CancellationToken cancellationToken)
    {
        try
        {
            using var opened = piped is null ? InputFile.Open(path, cancellationToken) : null;
            return FactsReader.Read(piped ?? opened!, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(path), [path])]);
        }
    }

    /// <summary>Tells what is wrong with facts; the rest of them is judged, and <see cref="Ended"/> says that not all were.</summary>
    private protected void TellOfFacts(IEnumerable<Diagnostic> diagnostics, Language language)
    {
        var all = diagnostics.ToList();
        _wrongEntries += all.Count(d => d.Severity == Severity.Error);
        Tell(all, language);
    }

    /// <summary>
    /// How a verb ends that has written its result: wrong input where some of the facts were not judged, which it says last of all.
    /// </summary>
    private protected int Ended(int code, Language language)
    {
        if (_wrongEntries == 0)
        {
            return code;
        }

        Terminal.Error.WriteLine(language == Language.Zh
            ? $"填报数据有 {_wrongEntries} 处错误，所在的行没有计入。"
            : $"The facts have {_wrongEntries} errors; the rows they are in were not judged.");
        return ExitCode.WrongInput;
    }

    private protected void Tell(IEnumerable<Diagnostic> diagnostics, Language language)
    {
        foreach (var diagnostic in diagnostics)
        {
            Terminal.Error.WriteLine(diagnostic.Format(language));
        }
    }

    /// <summary>Writes one line of a result, whatever its words hold.</summary>
    private protected void WriteLine(string line) => Terminal.Out.Write(VisibleText.OneLine(line) + "\n");

    /// <summary>Writes one line of cells with a tab between them.</summary>
    private protected void WriteCells(params IEnumerable<string> cells) =>
        Terminal.Out.Write(string.Join('\t', cells.Select(VisibleText.OneLine)) + "\n");

    /// <summary>Looks over the place for a result before anything is judged.</summary>
    /// <param name="given">As the user wrote it; null for standard output.</param>
    /// <param name="inputs">What the run reads.</param>
    /// <param name="beside">The ends of the names that the run uses beside that file.</param>
    /// <returns>The place; null for standard output.</returns>
    /// <exception cref="FileFaultException">Nothing can be written there, or it is one of the inputs.</exception>
    private protected FileTarget? Target(string? given, InputFiles inputs, params string[] beside)
    {
        if (given is null || FileTarget.IsStandardOutput(given))
        {
            return null;
        }

        var target = FileTarget.Of(given, _directory);
        inputs.Refuse(target, Array.ConvertAll(beside, end => target.Path + end));
        return target;
    }

    /// <summary>The files that the verb reads whatever it is asked: facts, and the plugins.</summary>
    private protected InputFiles Inputs(ParseResult parsed, string facts) => new InputFiles()
        .Add(Full(facts), new LocalizedText("填报数据文件", "the facts file"))
        .AddPlugins(PluginDirectories(parsed).Select(Full));

    /// <summary>Writes a result to standard output, or whole or not at all to a file.</summary>
    /// <param name="text">The whole result.</param>
    /// <param name="target">The file; null for standard output.</param>
    /// <param name="mark">Whether a file starts with a byte order mark, without which Excel takes CSV for another encoding.</param>
    private protected void Write(string text, FileTarget? target, bool mark = false)
    {
        if (target is null)
        {
            Terminal.Out.Write(text);
            return;
        }

        var encoding = new UTF8Encoding(mark);
        target.Write((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }
}
