using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service;

namespace IndicatorRules.Cli;

/// <summary><c>serve</c>: answers over HTTP until it is interrupted.</summary>
internal sealed class ServeCommand : Verb
{
    private const int SecondsOfADay = 24 * 60 * 60;

    private readonly Option<string[]> _listen = new("--listen")
    {
        Description = "监听的 地址:端口，可多次给出，默认 127.0.0.1:5080"
            + " / address:port to listen on, repeatable, 127.0.0.1:5080 by default",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _tokens = new("--token-file")
    {
        Description = "访问令牌的文件，每行一个；监听本机以外时必须有 / file of tokens, one a line; needed to listen beyond this machine",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _names = new("--host-name")
    {
        Description = "访问时可以用的主机名，可多次给出；本机默认只认 localhost"
            + " / host name that requests may use, repeatable; on this machine localhost only by default",
        HelpName = "NAME",
    };

    private readonly Option<string?> _ledger = new("--ledger") { Description = LedgerCommand.LedgerDescription, HelpName = "LEDGER" };

    private readonly NumberOption _bytes = new("--max-bytes") { Description = "一次上传最多多少字节 / the most bytes of a body" };
    private readonly NumberOption _rate = new("--max-rate") { Description = "每个使用者每秒最多几次 / requests of a client per second" };
    private readonly NumberOption _atOnce = new("--max-at-once") { Description = "同时处理最多几次 / the most requests at once" };
    private readonly NumberOption _timeout = new("--timeout")
    {
        Description = "一次请求最多多少秒，默认 60 / how many seconds a request may take, 60 by default",
    };

    internal ServeCommand(Terminal terminal, string directory)
        : base("serve", "作为网络服务评判填报数据 / judge facts as a service over HTTP", terminal, directory)
    {
        foreach (var option in (Option[])[_listen, _tokens, _names, _ledger, _bytes, _rate, _atOnce, _timeout])
        {
            Options.Add(option);
        }

        Lock = new LockOptions();
        foreach (var option in Lock.All)
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    internal override bool Reloads => true;

    private protected override int Work(Session session)
    {
        if (!AspNetRuntime.Find())
        {
            session.Report(new Diagnostic(DiagnosticCatalog.AspNetMissing, new Location("serve"), [AspNetRuntime.Version]));
            return ExitCode.WrongInput;
        }

        return ServeAsync(session).GetAwaiter().GetResult();
    }

    // Kept apart: only a machine with ASP.NET Core can load what this method names.
    private async Task<int> ServeAsync(Session session)
    {
        var tokens = session.Get(_tokens) is { } file ? session.Require(AccessToken.ReadFile(session.Full(file))) : [];
        await using var ledger = session.Get(_ledger) is { } given ? await LedgerCommand.OpenAsync(session, given, creates: true) : null;
        var usual = new ServiceOptions();
        var options = new ServiceOptions
        {
            Listen = session.Get(_listen) is { Length: > 0 } addresses ? [.. addresses] : usual.Listen,
            Tokens = [.. tokens],
            Ledger = ledger,
            Hosts = [.. session.Get(_names) ?? []],
            MostBytes = Limit(session, _bytes) ?? usual.MostBytes,
            MostPerSecond = Limit(session, _rate) ?? usual.MostPerSecond,
            MostAtOnce = Limit(session, _atOnce) ?? usual.MostAtOnce,
            Timeout = Limit(session, _timeout, SecondsOfADay) is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Timeout,
        };
        var faults = ServiceServer.Validate(options);
        if (faults.IsEmpty)
        {
            faults = await ServiceServer.RunAsync(
                session.Host, options, addresses => Started(session, addresses),
                line => session.Terminal.Error.WriteLine(line), session.CancellationToken);
        }

        session.Report(faults);
        return faults.IsEmpty ? ExitCode.Done : ExitCode.WrongInput;
    }

    private static void Started(Session session, IReadOnlyList<string> addresses)
    {
        session.WriteLine(session.Say(
            $"正在监听 {string.Join(' ', addresses)}，按 Ctrl+C 结束；接口说明见 /openapi/v1.json",
            $"listening on {string.Join(' ', addresses)}; Ctrl+C ends it; /openapi/v1.json describes the API"));
        session.Terminal.Out.Flush();
    }

    private static int? Limit(Session session, NumberOption option, int most = int.MaxValue)
    {
        if (session.Get(option) is not { } given || (given > 0 && given <= most))
        {
            return session.Get(option);
        }

        session.Terminal.Error.WriteLine(given <= 0
            ? session.Say($"命令有误：`{option.Name}` 要大于 0。", $"wrong command: `{option.Name}` must be above 0.")
            : session.Say($"命令有误：`{option.Name}` 最大 {most}。", $"wrong command: `{option.Name}` is {most} at most."));
        throw new RejectedException();
    }
}
