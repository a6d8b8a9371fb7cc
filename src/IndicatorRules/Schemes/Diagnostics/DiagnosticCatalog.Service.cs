namespace IndicatorRules.Schemes.Diagnostics;

// What the service and its ledger say.
public static partial class DiagnosticCatalog
{
    /// <summary>The service would be reachable from other machines without a token.</summary>
    public static DiagnosticDescriptor ListensBeyondLoopback { get; } = Error(
        "IR1060", "`{0}` 可以从别的机器访问，却没有设访问令牌。", "`{0}` can be reached from other machines, but there is no token.",
        "请用 `--token-file` 给出令牌文件，或只监听 127.0.0.1。", "Give a file of tokens by `--token-file`, or listen on 127.0.0.1 only.");

    /// <summary>The tokens cannot be used.</summary>
    public static DiagnosticDescriptor TokensNotRead { get; } = Error(
        "IR1061", "令牌文件不能用：{0}。", "The tokens cannot be used: {0}.",
        "每行写一个令牌，前面可写使用者的名字，例如 `水务局 3f9c…`；令牌至少 16 个字符。",
        "Write one token on each line, after the user's name if you like, such as `water 3f9c…`; a token has at least 16 characters.");

    /// <summary>The machine lacks ASP.NET Core.</summary>
    public static DiagnosticDescriptor AspNetMissing { get; } = Error(
        "IR1062", "这台机器没有 ASP.NET Core {0} 运行时，`serve` 需要它。",
        "This machine has no ASP.NET Core runtime {0}, which `serve` needs.",
        "请安装 ASP.NET Core 运行时（aspnetcore-runtime）；其他命令不需要它。",
        "Install the ASP.NET Core runtime (aspnetcore-runtime); no other command needs it.");

    /// <summary>An address to listen on is not one.</summary>
    public static DiagnosticDescriptor ListenAddress { get; } = Error(
        "IR1063", "`{0}` 不是可以监听的地址。", "`{0}` is not an address to listen on.",
        "请写成 地址:端口，例如 127.0.0.1:5080。", "Write address:port, such as 127.0.0.1:5080.");

    /// <summary>The service could not listen.</summary>
    public static DiagnosticDescriptor ListenFailed { get; } = Error(
        "IR1064", "不能监听 `{0}`：{1}。", "Cannot listen on `{0}`: {1}.",
        "请换一个端口，或先停掉占用它的程序。", "Choose another port, or end the program that uses it.");

    /// <summary>A request has an unknown parameter.</summary>
    public static DiagnosticDescriptor ServiceParameterUnknown { get; } = Error(
        "IR7001", "没有参数 `{0}`。", "Unknown parameter `{0}`.",
        "可以用的有：{1}。", "Valid parameters: {1}.");

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static DiagnosticDescriptor ServiceParameterWrong { get; } = Error(
        "IR7002", "参数 `{0}` 不能是 `{1}`。", "The parameter `{0}` cannot be `{1}`.",
        "请写{2}。", "Write {2}.");

    /// <summary>The body has an unsupported form.</summary>
    public static DiagnosticDescriptor ServiceBodyForm { get; } = Error(
        "IR7003", "不能读 `{0}` 形式的填报数据。", "Facts of the form `{0}` cannot be read.",
        "可以用的 Content-Type：{1}；不要压缩。", "Supported Content-Type: {1}; do not compress the body.");

    /// <summary>The body is too large.</summary>
    public static DiagnosticDescriptor ServiceBodyTooLarge { get; } = Error(
        "IR7004", "填报数据超过 {0} 字节。", "The facts exceed {0} bytes.",
        "请只上传一个行政区的数据；全省的表用 `assess` 批量评判。", "Upload one place only; `assess` judges a table of many places.");

    /// <summary>The table has too many rows.</summary>
    public static DiagnosticDescriptor ServiceBodyRows { get; } = Error(
        "IR7005", "表格有 {0} 行，最多 {1} 行。", "The table has {0} rows; the most is {1}.",
        "请只上传一个行政区的数据；全省的表用 `assess` 批量评判。", "Upload one place only; `assess` judges a table of many places.");

    /// <summary>None of the accepted forms can be written.</summary>
    public static DiagnosticDescriptor ServiceAnswerForm { get; } = Error(
        "IR7006", "不能按 `{0}` 作答。", "The answer cannot be written as `{0}`.",
        "这里可以用的 Accept：{1}。", "Supported Accept here: {1}.");

    /// <summary>The token is missing or wrong.</summary>
    public static DiagnosticDescriptor ServiceToken { get; } = Error(
        "IR7007", "没有访问令牌，或令牌不对。", "The token is missing or wrong.",
        "请在请求头写 `Authorization: Bearer 令牌`。", "Send the header `Authorization: Bearer TOKEN`.");

    /// <summary>Too many requests.</summary>
    public static DiagnosticDescriptor ServiceBusy { get; } = Error(
        "IR7008", "请求太多。", "There are too many requests.",
        "请稍候再试。", "Try again in a moment.");

    /// <summary>Too many requests wait for a scheme to be compiled.</summary>
    public static DiagnosticDescriptor ServiceWaiting { get; } = Error(
        "IR7009", "指标体系正在编译，等候的请求已满。", "The scheme is being compiled, and no more requests can wait for it.",
        "请稍候再试。", "Try again in a moment.");

    /// <summary>A scheme cannot judge, for a reason that the service's operator must mend.</summary>
    public static DiagnosticDescriptor ServiceSchemeFaulty { get; } = Error(
        "IR7010", "指标体系 `{0}` 现在不能用（{1}）。", "The scheme `{0}` cannot be used at present ({1}).",
        "不是填报数据的问题，请告诉维护这项服务的人；原因在服务的日志里。",
        "Nothing is wrong with the facts; tell the operator of the service, whose log says why.");

    /// <summary>Nothing is there to compare with.</summary>
    public static DiagnosticDescriptor ServiceNothingToCompare { get; } = Error(
        "IR7011", "没有说和什么比较。", "There is nothing to compare with.",
        "请写 `set`、`beforeYear` 或 `beforeScheme`，或上传两份填报数据 `before` 和 `after`。",
        "Give `set`, `beforeYear` or `beforeScheme`, or upload two files of facts, `before` and `after`.");

    /// <summary>An upload of several parts lacks one.</summary>
    public static DiagnosticDescriptor ServiceParts { get; } = Error(
        "IR7012", "上传的内容不完整或读不懂：{0}。", "The upload is incomplete or cannot be read: {0}.",
        "请用 multipart/form-data 上传两份填报数据，名为 `before` 和 `after`。",
        "Upload two files of facts as multipart/form-data, named `before` and `after`.");

    /// <summary>A request took too long.</summary>
    public static DiagnosticDescriptor ServiceTooSlow { get; } = Error(
        "IR7013", "在 {0} 秒内没有评判完。", "The request was not answered within {0} seconds.",
        "请稍候再试；总是这样时，请告诉维护这项服务的人。", "Try again in a moment; if it persists, tell the operator of the service.");

    /// <summary>The address or method does not exist.</summary>
    public static DiagnosticDescriptor ServiceRoute { get; } = Error(
        "IR7014", "没有 `{0}` 这个地址，或它不接受 {1}。", "There is no `{0}`, or it does not take {1}.",
        "地址见 /openapi/v1.json。", "See /openapi/v1.json for all addresses.");

    /// <summary>The service itself failed.</summary>
    public static DiagnosticDescriptor ServiceFailed { get; } = Error(
        "IR7015", "服务自身出错，没有作答。", "The service itself failed and has not answered.",
        "请告诉维护这项服务的人；原因在服务的日志里。", "Tell the operator of the service, whose log says why.");

    /// <summary>The parameter that names a row is missing.</summary>
    public static DiagnosticDescriptor ServiceRowMissing { get; } = Error(
        "IR7016", "没有说是哪一项指标。", "No indicator is named.",
        "请写参数 `indicator`：序号、名称或代号。", "Give the parameter `indicator`: a number, name or id.");

    /// <summary>The ledger cannot be opened.</summary>
    public static DiagnosticDescriptor LedgerNotOpened { get; } = Error(
        "IR7020", "台账打不开：{0}。", "The ledger cannot be opened: {0}.",
        "请核对文件或连接字符串；`serve` 会新建还没有的台账。",
        "Check the file or connection string; `serve` creates a ledger that is not there yet.");

    /// <summary>The ledger was written by a later version.</summary>
    public static DiagnosticDescriptor LedgerNewer { get; } = Error(
        "IR7021", "台账是更新的版本写的（格式 {0}，本程序到 {1}）。",
        "A later version wrote the ledger (format {0}; this program knows up to {1}).",
        "请升级本程序；台账没有改动。", "Upgrade this program; the ledger was not changed.");

    /// <summary>The chain of the ledger is broken.</summary>
    public static DiagnosticDescriptor LedgerBroken { get; } = Error(
        "IR7022", "台账第 {0} 条对不上：{1}。", "Entry {0} of the ledger does not hold: {1}.",
        "台账被改动过，或文件损坏；请从备份恢复后再核对。",
        "The ledger was changed or is damaged; restore it from a backup and verify again.");

    /// <summary>An entry gives another answer when it is run again.</summary>
    public static DiagnosticDescriptor LedgerDiffers { get; } = Error(
        "IR7023", "台账第 {0} 条重新评判，结果和当时的不一样。", "Entry {0} of the ledger gives another answer when it is run again.",
        "台账记下的是程序版本 {1}；请用那个版本核对。", "It was written by program version {1}; verify with that version.");

    /// <summary>The ledger has no such entry.</summary>
    public static DiagnosticDescriptor LedgerEntryMissing { get; } = Error(
        "IR7024", "台账没有第 {0} 条。", "The ledger has no entry {0}.",
        "用 `ledger list` 看有哪些。", "See `ledger list`.");

    /// <summary>An answer could not be recorded and was not given.</summary>
    public static DiagnosticDescriptor LedgerNotWritten { get; } = Error(
        "IR7025", "没能记入台账，因此没有作答。", "The answer could not be recorded in the ledger and was not given.",
        "请稍候再试；总是这样时，请告诉维护这项服务的人。", "Try again in a moment; if it persists, tell the operator of the service.");

    /// <summary>The files of a scheme in force are no longer those that it was read from.</summary>
    public static DiagnosticDescriptor LedgerPluginGone { get; } = Error(
        "IR7026", "指标体系 `{0}` 的文件正在更换，暂时不能记入台账，因此没有作答。",
        "The files of the scheme `{0}` are being replaced; the answer could not be recorded and was not given.",
        "请稍候再试。", "Try again in a moment.");

    /// <summary>An entry cannot be run again.</summary>
    public static DiagnosticDescriptor LedgerNotReplayed { get; } = Error(
        "IR7027", "台账第 {0} 条不能重新评判：{1}。", "Entry {0} of the ledger cannot be run again: {1}.",
        "台账记下的是程序版本 {2}；请用那个版本核对。用了扩展的，还要用 `--plugins` 和 `--trust-extension` 给出当时的扩展。",
        "It was written by program version {2}; verify with that version. Give the extensions of the time by `--plugins` and "
        + "`--trust-extension`.");

    /// <summary>A request addresses the service by a name that it does not have.</summary>
    public static DiagnosticDescriptor ServiceHostName { get; } = Error(
        "IR7040", "这项服务没有主机名 `{0}`。", "The service does not have the host name `{0}`.",
        "请用 localhost 访问；要用别的名字（例如前面有代理），维护服务的人须用 `--host-name` 写明。",
        "Use localhost; for another name, as behind a proxy, the operator gives it by `--host-name`.");

    /// <summary>An extension was replaced while a request was answered.</summary>
    public static DiagnosticDescriptor ServiceExtensionReplaced { get; } = Error(
        "IR7041", "评判时扩展正在更换，因此没有作答。", "An extension was replaced while the facts were judged; no answer was given.",
        "请稍候再试。", "Try again in a moment.");

    /// <summary>The ledger is open, but its database fails.</summary>
    public static DiagnosticDescriptor LedgerFailed { get; } = Error(
        "IR7042", "台账读写出错：{0}。", "The ledger cannot be read or written: {0}.",
        "可能是磁盘满了、数据库连不上或文件损坏；请核对，损坏的从备份恢复。",
        "The disk may be full, the database out of reach or the file damaged; restore a damaged one from a backup.");
}
