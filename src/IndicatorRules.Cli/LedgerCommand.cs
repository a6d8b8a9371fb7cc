using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Ledger;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Service;

namespace IndicatorRules.Cli;

/// <summary><c>ledger verify|list|show|export</c>: what a service has answered.</summary>
internal sealed class LedgerCommand : Verb
{
    private const int MostConnectionBytes = 4096;

    private readonly Argument<string> _action = new Argument<string>("ACTION")
    {
        Description = "verify 核对并重新评判、list 列出、show 看一条、export 取出一条的文件"
            + " / verify and run again, list, show one, export the files of one",
    }
        .AcceptOnlyFromAmong("verify", "list", "show", "export");

    private readonly Option<string> _ledger = new("--ledger")
    {
        Description = LedgerDescription,
        HelpName = "LEDGER",
        DefaultValueFactory = _ => "ledger.db",
    };

    private readonly NumberOption _entry = new("--entry") { Description = "第几条 / the number of an entry" };
    private readonly Option<bool> _chain = new("--chain-only")
    {
        Description = "只核对条目是否完整、未被改动，不重新评判 / verify the chain without running entries again",
    };

    private readonly Option<string> _format = VerbOptions.Format("text", "json");

    private readonly Option<string?> _out = new("--out")
    {
        Description = "写入新文件夹（export） / write to a new folder (export)",
        HelpName = "DIR",
    };

    internal LedgerCommand(Terminal terminal, string directory)
        : base("ledger", "查看和核对服务的台账 / read and verify the ledger of a service", terminal, directory)
    {
        Arguments.Add(_action);
        foreach (var option in (Option[])[_ledger, _entry, _chain, _format, _out])
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    internal const string LedgerDescription = "台账：SQLite 文件，或 PostgreSQL 连接字符串（Host=…），也可写 @文件名，从文件读连接字符串"
        + " / ledger: a file of SQLite or a connection string of PostgreSQL (Host=…); @FILE reads it from a file";

    internal override bool Judges => false;

    /// <summary>Opens a ledger by what was given.</summary>
    /// <exception cref="RejectedException">It cannot be opened, as already reported.</exception>
    internal static async Task<AnswerLedger> OpenAsync(Session session, string given, bool creates)
    {
        var text = given.StartsWith('@')
            ? Encoding.UTF8.GetString(Bytes(session.Full(given[1..]))).TrimStart('\uFEFF').Trim()
            : given;
        var isFile = !text.Contains('=', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal);
        var connection = isFile && text.Length > 0 ? session.Full(text) : text;
        if (connection.Length == 0)
        {
            session.Report(new Diagnostic(
                DiagnosticCatalog.LedgerNotOpened, new Location(given), [new Contract.LocalizedText("文件是空的", "the file is empty")]));
            throw new RejectedException();
        }

        return session.Require(await AnswerLedger.OpenAsync(connection, creates, cancellationToken: session.CancellationToken));
    }

    private static byte[] Bytes(string path)
    {
        using var file = InputFile.Open(path);
        return file.ReadAll(MostConnectionBytes);
    }

    private protected override int Work(Session session) => WorkAsync(session).GetAwaiter().GetResult();

    private async Task<int> WorkAsync(Session session)
    {
        await using var ledger = await OpenAsync(session, session.Get(_ledger)!, creates: false);
        try
        {
            return await WorkAsync(session, ledger);
        }
        catch (IOException e) when (e.InnerException is not null)
        {
            session.Report(new Diagnostic(
                DiagnosticCatalog.LedgerFailed, new Location(ledger.Name), [VisibleText.OneLine(e.Message).TrimEnd('.')]));
            return ExitCode.WrongInput;
        }
    }

    private async Task<int> WorkAsync(Session session, AnswerLedger ledger)
    {
        var action = session.Get(_action);
        if (action == "list")
        {
            await foreach (var entry in ledger.ReadAsync(session.Get(_entry) ?? 1, session.CancellationToken))
            {
                session.WriteLine(session.Get(_format) == "json" ? Json(entry).ToJsonString(OneLine) : Line(entry));
            }

            return ExitCode.Done;
        }

        if (action == "verify")
        {
            return await VerifyAsync(session, ledger);
        }

        if (session.Get(_entry) is not { } number)
        {
            session.Terminal.Error.WriteLine(session.Say(
                "命令有误：请用 `--entry` 写明第几条。", "wrong command: name an entry by `--entry`."));
            return ExitCode.WrongInput;
        }

        var one = await FindAsync(session, ledger, number);
        return action == "show" ? Show(session, one) : await ExportAsync(session, ledger, one);
    }

    private static async Task<LedgerEntry> FindAsync(Session session, AnswerLedger ledger, int number)
    {
        if (await ledger.FindAsync(number, session.CancellationToken) is { } entry)
        {
            return entry;
        }

        session.Report(new Diagnostic(DiagnosticCatalog.LedgerEntryMissing, new Location(ledger.Name), [$"{number}"]));
        throw new RejectedException();
    }

    private async Task<int> VerifyAsync(Session session, AnswerLedger ledger)
    {
        var state = await ledger.VerifyAsync(session.CancellationToken);
        session.Report(state.Faults);
        var (faults, ran) = (state.Faults.Length, 0);
        // Plugins of today are read for their extensions alone, and only where some are trusted.
        using var replay = new LedgerReplay(ledger, Trust!.IsGiven(session) ? session.Extensions : null);
        var only = session.Get(_entry);
        if (only is { } number)
        {
            await FindAsync(session, ledger, number);
        }

        var entries = session.Get(_chain) ? AsyncEnumerable.Empty<LedgerEntry>() : ledger.ReadAsync(only ?? 1, session.CancellationToken);
        await foreach (var entry in only is null ? entries : entries.Take(1))
        {
            ran++;
            if (await replay.RunAsync(entry, session.CancellationToken) is { } fault)
            {
                session.Report(fault);
                faults++;
            }
        }

        session.WriteLine(session.Say(
            $"台账共 {state.Entries} 条，重新评判 {ran} 条，问题 {faults} 处；最后一条的校验码 {state.Head}",
            $"{state.Entries} entries, {ran} run again, {faults} faults; hash of the last: {state.Head}"));
        return faults == 0 ? ExitCode.Done : ExitCode.WrongInput;
    }

    private int Show(Session session, LedgerEntry entry)
    {
        if (session.Get(_format) == "json")
        {
            session.Write(Json(entry).ToJsonString(DiagnosticJson.Layout) + "\n");
            return ExitCode.Done;
        }

        foreach (var (zh, en, value) in new[]
        {
            ("条目", "entry", entry.Number.ToString(CultureInfo.InvariantCulture)), ("时间", "time", entry.At),
            ("使用者", "client", entry.Client),
            ("程序版本", "program", entry.Engine), ("提问", "question", $"{entry.Kind} {Uri.UnescapeDataString(entry.Options)}"),
            ("填报数据", "facts", $"{entry.FactsForm} {entry.Facts}"),
            ("对比的数据", "before", $"{entry.BeforeForm} {entry.Before}".Trim()),
            ("结果", "answer", $"{entry.AnswerForm} {entry.Answer}"),
            ("指标体系", "schemes", string.Join(' ', entry.SchemesInForce.Select(s => s.Key))),
            ("扩展", "extensions", string.Join(' ', entry.ExtensionsInForce.Select(e => e.Key))),
            ("校验码", "hash", entry.Hash), ("前一条", "previous", entry.Previous),
        })
        {
            session.WriteCells(session.Say(zh, en), value.Length == 0 ? "-" : value);
        }

        return ExitCode.Done;
    }

    // A new folder: nothing of the user's can be in it.
    private async Task<int> ExportAsync(Session session, AnswerLedger ledger, LedgerEntry entry)
    {
        var given = session.Get(_out) ?? session.Say($"台账-{entry.Number}", $"ledger-{entry.Number}");
        var folder = session.Full(given);
        if (Path.Exists(folder))
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetRefused, given, given, new Contract.LocalizedText("已经有同名的文件或文件夹", "it exists already"));
        }

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["entry.json"] = Encoding.UTF8.GetBytes(Json(entry).ToJsonString(DiagnosticJson.Layout) + "\n"),
        };
        foreach (var (name, hash) in new[]
        {
            ($"facts.{entry.FactsForm}", entry.Facts), ($"before.{entry.BeforeForm}", entry.Before),
            ($"answer.{entry.AnswerForm}", entry.Answer),
        })
        {
            if (hash.Length == 0)
            {
                continue;
            }

            var content = await ledger.ContentAsync(hash, session.CancellationToken);
            if (content is null || LedgerEntry.HashOf(content) != hash)
            {
                return Broken(session, ledger, entry, new("填报数据或结果缺失，或被改动", "its facts or answer are missing or changed"));
            }

            files[name] = content;
        }

        foreach (var scheme in entry.SchemesInForce)
        {
            foreach (var (name, bytes) in await ledger.ReadSchemeAsync(scheme.Hash, session.CancellationToken))
            {
                files[$"plugins/{scheme.Key}/{name}"] = bytes;
            }
        }

        var outside = files.Keys.FirstOrDefault(name =>
            !Path.GetFullPath(name, folder).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        if (outside is not null)
        {
            return Broken(session, ledger, entry, new($"文件名“{outside}”不对", $"the file name “{outside}” is wrong"));
        }

        foreach (var (name, bytes) in files)
        {
            var path = Path.GetFullPath(name, folder);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            FileTarget.Of(path, folder).Write(bytes);
        }

        session.WriteLine(session.Say($"第 {entry.Number} 条已写入 {given}", $"entry {entry.Number} is written to {given}"));
        return ExitCode.Done;
    }

    private static int Broken(Session session, AnswerLedger ledger, LedgerEntry entry, Contract.LocalizedText why)
    {
        session.Report(new Diagnostic(DiagnosticCatalog.LedgerBroken, new Location(ledger.Name), [$"{entry.Number}", why]));
        return ExitCode.WrongInput;
    }

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = VisibleText.Json };

    private static string Line(LedgerEntry entry) => string.Join(
        "  ", entry.Number.ToString(CultureInfo.InvariantCulture), entry.At, entry.Client, entry.Kind,
        Uri.UnescapeDataString(entry.Options), entry.Hash);

    private static JsonObject Json(LedgerEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["at"] = entry.At,
        ["client"] = entry.Client,
        ["engine"] = entry.Engine,
        ["kind"] = entry.Kind,
        ["options"] = entry.Options,
        ["factsForm"] = entry.FactsForm,
        ["facts"] = entry.Facts,
        ["beforeForm"] = entry.BeforeForm,
        ["before"] = entry.Before,
        ["schemes"] = new JsonArray([.. entry.SchemesInForce.Select(s => (JsonNode)new JsonObject
        {
            ["scheme"] = s.Key,
            ["hash"] = s.Hash,
        })]),
        ["extensions"] = new JsonArray([.. entry.ExtensionsInForce.Select(e => (JsonNode)new JsonObject
        {
            ["extension"] = e.Key,
            ["hash"] = e.Hash,
        })]),
        ["answerForm"] = entry.AnswerForm,
        ["answer"] = entry.Answer,
        ["previous"] = entry.Previous,
        ["hash"] = entry.Hash,
    };
}
