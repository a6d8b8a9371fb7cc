using System.CommandLine;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Extending;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary>
/// One run of a verb: the plugins, extensions and host that its options ask for, each opened when first used, and its output.
/// </summary>
/// <remarks>
/// Diagnostics go to the error output. A step without a value then throws <see cref="RejectedException"/>, which ends the verb with
/// <see cref="ExitCode.WrongInput"/>.
/// </remarks>
internal sealed class Session(Verb verb, ParseResult parsed, Terminal terminal, string directory, CancellationToken cancellationToken)
    : IDisposable
{
    // Every host, also those that a verb disposed itself: they know why nothing could be stored.
    private readonly List<SchemeHost> _hosts = [];

    private string[]? _pluginDirectories;
    private ExtensionHost? _extensions;
    private SchemeHost? _host;
    private int _wrongEntries;

    internal Terminal Terminal => terminal;

    internal CancellationToken CancellationToken => cancellationToken;

    internal ParseResult Parsed => parsed;

    internal Language Language { get; } = verb.LanguageOf(parsed);

    /// <summary>The directories given, or else ./plugins; and those that come with the tool.</summary>
    /// <exception cref="FileFaultException">A given directory does not exist.</exception>
    internal string[] PluginDirectories => _pluginDirectories ??= FindPlugins();

    /// <summary>The extensions of the plugins.</summary>
    /// <exception cref="RejectedException">A certificate cannot be read.</exception>
    internal ExtensionHost Extensions => _extensions ?? OpenExtensions(PluginDirectories);

    /// <summary>The host of the plugins, held to the lock file if one is given.</summary>
    /// <exception cref="RejectedException">A certificate or the lock file cannot be read.</exception>
    internal SchemeHost Host => _host ??= OpenHost();

    internal T? Get<T>(Option<T> option) => parsed.GetValue(option);

    internal T Get<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    internal string Full(string path) => Path.GetFullPath(path, directory);

    internal string Say(string zh, string en) => Language == Language.Zh ? zh : en;

    /// <summary>Opens the extensions of some directories for every host of this run.</summary>
    /// <exception cref="RejectedException">A certificate cannot be read.</exception>
    internal ExtensionHost OpenExtensions(string[] pluginDirectories) => _extensions = verb.Trust!.Open(this, pluginDirectories);

    /// <summary>Opens another host on some folders; the caller disposes it.</summary>
    internal SchemeHost OpenHost(IReadOnlyList<string> folders, LockFile? held = null, IsolationOptions? isolation = null)
    {
        var isStored = !parsed.GetValue(verb.NoCache);
        var options = new SchemeHostOptions
        {
            PluginDirectories = folders,
            StoreDirectory = isStored ? SchemeHostOptions.DefaultStoreDirectory : null,
            PrecompiledDirectory = isStored ? Path.Combine(AppContext.BaseDirectory, "precompiled") : null,
            Extensions = _extensions,
            Unloadable = verb.Reloads,
            EmitsSignals = verb.Reloads,
            CompilesAtOnce = verb.Judges,
            Lock = held,
            Isolation = isolation,
        };
        var host = SchemeHost.Open(options);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Reports the diagnostics of a step and returns its value.</summary>
    /// <exception cref="RejectedException">The result has only errors.</exception>
    internal T Require<T>(Result<T> result)
        where T : class
    {
        Report(result.Diagnostics);
        return result.Value ?? throw new RejectedException();
    }

    /// <summary>
    /// As <see cref="Require"/>, for a step over facts: its errors may concern some rows only, and <see cref="Ended"/> counts them.
    /// </summary>
    /// <exception cref="RejectedException">The result has only errors.</exception>
    internal T RequireOfFacts<T>(Result<T> result)
        where T : class
    {
        ReportOfFacts(result.Diagnostics);
        return result.Value ?? throw new RejectedException();
    }

    /// <summary>The requested place of a table, by code or name; null for the only one.</summary>
    internal string? Place => verb.Place is { } place ? parsed.GetValue(place) : null;

    /// <summary>Reads facts, without reporting what is wrong with them.</summary>
    /// <param name="path">The file, as the user wrote it.</param>
    /// <param name="scheme">The scheme asked for, by which a table is read; null for the one that it names.</param>
    /// <param name="year">The year asked for, for a table that names none.</param>
    /// <param name="piped">The pipe if the path names one that is already open.</param>
    /// <param name="begun">The reading as a JSON file if it has begun; not used if the path names something else.</param>
    /// <exception cref="FileFaultException">It is a folder.</exception>
    internal Result<FactsFile> ReadFacts(
        string path, string? scheme, int? year, InputFile? piped = null, Task<Result<FactsFile>>? begun = null)
    {
        if (Extensions.Reads(path))
        {
            return Extensions.ReadFacts(path);
        }

        if (Directory.Exists(Full(path)))
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileIsFolder, path, path);
        }

        return piped is not null || InputFile.IsStream(path) ? ReadPiped(path, scheme, piped)
            : IsWorkbook(path) ? WorkbookFacts.Read(this, path, scheme, year)
            : TableFile.Takes(path) ? TableFacts.ReadFile(this, null, path, scheme)
            : begun?.GetAwaiter().GetResult() ?? FactsReader.ReadFile(path);
    }

    /// <summary>Whether a path is that of a workbook.</summary>
    internal static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    internal void Report(params IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            terminal.Error.WriteLine(diagnostic.Format(Language));
        }
    }

    internal void ReportOfFacts(IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToList();
        _wrongEntries += all.Count(d => d.Severity == Severity.Error);
        Report(all);
    }

    /// <summary>Reports why nothing could be stored, if so.</summary>
    internal void ReportNotices() => Report(_hosts.SelectMany(host => host.Notices).Distinct());

    /// <summary>
    /// The exit code of a verb that has written its result: wrong input, with a last line, if some facts were not judged.
    /// </summary>
    internal int Ended(int code)
    {
        if (_wrongEntries == 0)
        {
            return code;
        }

        terminal.Error.WriteLine(Say(
            $"填报数据有 {_wrongEntries} 处错误，所在的行没有计入。",
            $"The facts have {_wrongEntries} errors; the rows they are in were not judged."));
        return ExitCode.WrongInput;
    }

    /// <summary>The input files of every verb that reads facts: the facts and the plugins.</summary>
    internal InputFiles Inputs(string facts) => new InputFiles()
        .Add(Full(facts), new LocalizedText("填报数据文件", "the facts file"))
        .AddPlugins(PluginDirectories.Select(Full));

    /// <summary>Validates the output file before any work.</summary>
    /// <param name="given">The path as the user wrote it; null for standard output.</param>
    /// <param name="inputs">The input files, none of which may be overwritten.</param>
    /// <param name="beside">The suffixes of the files that the run writes beside it.</param>
    /// <returns>The file; null for standard output.</returns>
    /// <exception cref="FileFaultException">It cannot be written, or is an input file.</exception>
    internal FileTarget? Target(string? given, InputFiles inputs, params string[] beside)
    {
        if (given is null || FileTarget.IsStandardOutput(given))
        {
            return null;
        }

        var target = FileTarget.Of(given, directory);
        inputs.Refuse(target, Array.ConvertAll(beside, end => target.Path + end));
        return target;
    }

    /// <summary>Writes a result to standard output, or to a file atomically.</summary>
    /// <param name="text">The whole result.</param>
    /// <param name="target">The file; null for standard output.</param>
    /// <param name="mark">Whether a file begins with a byte order mark, which Excel needs to read CSV as UTF-8.</param>
    internal void Write(string text, FileTarget? target = null, bool mark = false)
    {
        if (target is null)
        {
            terminal.Out.Write(text);
            return;
        }

        var encoding = new UTF8Encoding(mark);
        target.Write((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    /// <summary>The layout of text that is written to a file, or to standard output.</summary>
    /// <param name="target">The file; null for standard output.</param>
    internal TextLayout Layout(FileTarget? target)
    {
        var screen = target is null ? terminal.Screen : null;
        return new TextLayout(target is null ? terminal.Width : Terminal.DefaultWidth)
        {
            Ascii = screen?.Ascii == true || (verb.Ascii is { } ascii && parsed.GetValue(ascii)),
            Colour = screen?.Colour == true,
            Wraps = screen is not null,
        };
    }

    /// <summary>Writes text of a layout, which has made all but its own escape sequences visible.</summary>
    internal void WriteReport(string text, FileTarget? target)
    {
        if (target is null && terminal.Screen is { Colour: true })
        {
            terminal.Coloured.Write(text);
        }
        else
        {
            Write(text, target);
        }
    }

    /// <summary>Writes one line of a result. Line breaks and control characters in it are made visible.</summary>
    internal void WriteLine(string line) => terminal.Out.Write(VisibleText.OneLine(line) + "\n");

    /// <summary>Writes one line of cells, separated by tabs.</summary>
    internal void WriteCells(params IEnumerable<string> cells) =>
        terminal.Out.Write(string.Join('\t', cells.Select(VisibleText.OneLine)) + "\n");

    public void Dispose()
    {
        _host?.Dispose();
        _extensions?.Dispose();
    }

    private SchemeHost OpenHost()
    {
        _extensions ??= verb.Trust?.Open(this, PluginDirectories);
        var held = verb.Lock?.Locked(parsed) == true ? Require(LockFile.Read(Full(verb.Lock.File(parsed)))) : null;
        return OpenHost(PluginDirectories, held, verb.Isolation(parsed));
    }

    private string[] FindPlugins()
    {
        var given = parsed.GetValue(verb.Plugins) ?? [];
        if (Array.Find(given, d => !Directory.Exists(Full(d))) is { } missing)
        {
            throw FileFaultException.Of(DiagnosticCatalog.FileNotReadable, missing, missing);
        }

        string[] own = given.Length > 0 ? given : Directory.Exists(Full("plugins")) ? ["plugins"] : [];
        return own.Length > 0 ? [.. own, .. ShippedPlugins.Beside(own)] : [ShippedPlugins.Folder];
    }

    // Reading a pipe may wait for ever; a cancellation ends it.
    private Result<FactsFile> ReadPiped(string path, string? scheme, InputFile? piped)
    {
        try
        {
            using var opened = piped is null ? InputFile.Open(path, cancellationToken) : null;
            var file = piped ?? opened!;
            return file.IsJson() ? FactsReader.Read(file, path) : TableFacts.ReadFile(this, file, path, scheme);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(path), [path])]);
        }
    }
}

/// <summary>The input was rejected, and its diagnostics are already reported.</summary>
internal sealed class RejectedException : Exception;
