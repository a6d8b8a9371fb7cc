namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>An extension is not trusted.</summary>
    public static DiagnosticDescriptor ExtensionNotTrusted { get; } = Error(
        "IR6050", "扩展 `{0}` 未受信任，没有加载。", "The extension `{0}` is not trusted and was not loaded.",
        "扩展是能在本机做任何事的程序。核实来源之后，用 `--trust-extension {1}` 指明，或用 `--trust` "
            + "指明其签名者的证书。",
        "An extension is a program that can do anything on this machine. Once you are sure of it, name it with `--trust-extension {1}`, "
            + "or name its signer's certificate with `--trust`.");

    /// <summary>No extension handles what is requested.</summary>
    public static DiagnosticDescriptor ExtensionUnknown { get; } = Error(
        "IR6051", "指标体系文件夹中没有能处理 `{0}` 的扩展。", "No extension in the plugin directories handles `{0}`.",
        "有的扩展：{1}。", "Available: {1}.");

    /// <summary>An extension contains a file that is not allowed.</summary>
    public static DiagnosticDescriptor ExtensionFile { get; } = Error(
        "IR6052", "扩展中不能有 `{0}`。", "An extension may not contain `{0}`.",
        "扩展只含 `extension.json` 和它自己的程序集：不带 `IndicatorRules.Contract`，不带 `.deps.json` 和 "
            + "`.runtimeconfig.json`。",
        "It may only contain `extension.json` and its own assemblies, not `IndicatorRules.Contract`, `.deps.json` or "
            + "`.runtimeconfig.json`.");

    /// <summary>An extension needs another version of the contract.</summary>
    public static DiagnosticDescriptor ExtensionContract { get; } = Error(
        "IR6053", "扩展 `{0}` 需要规则版本 {1}，而本程序支持 {2}。",
        "The extension `{0}` needs contract {1}; this host provides {2}.",
        "请更新本程序，或向提供者索取相应版本的扩展。",
        "Update the host, or ask the provider for a matching extension.");

    /// <summary>A referenced assembly is missing from an extension.</summary>
    public static DiagnosticDescriptor ExtensionNeeds { get; } = Error(
        "IR6054", "扩展 `{0}` 要用的 `{1}` 不在它的文件夹里。", "The extension `{0}` needs `{1}`, which is not in its folder.",
        "请把依赖的程序集一并放进扩展的文件夹。", "Put the assemblies that it depends on into its folder.");

    /// <summary>An extension timed out.</summary>
    public static DiagnosticDescriptor ExtensionLate { get; } = Error(
        "IR6055", "扩展 `{0}` 在 {1} 秒内没有完成，已放弃。",
        "The extension `{0}` did not finish within {1} seconds and was abandoned.",
        "请向扩展的提供者反映。", "Report this to its provider.");

    /// <summary>An extension failed.</summary>
    public static DiagnosticDescriptor ExtensionFailed { get; } = Error(
        "IR6056", "扩展 `{0}` 出错：{1}", "The extension `{0}` failed: {1}",
        "请向扩展的提供者反映；其他部分不受影响。", "Report this to its provider; nothing else is affected.");

    /// <summary>A declared type is missing or does not implement the declared interface.</summary>
    public static DiagnosticDescriptor ExtensionType { get; } = Error(
        "IR6057", "扩展 `{0}` 中没有可用的 `{1}`。", "The extension `{0}` has no usable `{1}`.",
        "它须是公开的类，有不带参数的构造函数，并实现所声明的接口。",
        "It must be a public class with a parameterless constructor that implements the declared interface.");

    /// <summary>Two extensions have the same name or handle the same files.</summary>
    public static DiagnosticDescriptor ExtensionTwice { get; } = Error(
        "IR6058", "`{0}` 有两个扩展：`{1}` 和 `{2}`。", "Two extensions handle `{0}`: `{1}` and `{2}`.",
        "请只保留一个。", "Keep one of them.");

    /// <summary>An error that a facts reader reports.</summary>
    public static DiagnosticDescriptor ExtensionFactsWrong { get; } = Error(
        "IR6059", "填报数据有误（由扩展 `{0}` 读出）：{1}", "The extension `{0}` rejects the facts: {1}",
        "请按该扩展的说明改正文件。", "Correct the file as the extension's guide says.");

    /// <summary>A warning that a facts reader reports.</summary>
    public static DiagnosticDescriptor ExtensionFactsDoubtful { get; } = Warning(
        "IR6060", "请留意填报数据（由扩展 `{0}` 读出）：{1}", "The extension `{0}` warns about the facts: {1}",
        "请核对文件。", "Check the file.");

    /// <summary>A report that is not text has no output file.</summary>
    public static DiagnosticDescriptor ExtensionReportBytes { get; } = Error(
        "IR6061", "扩展 `{0}` 写出的报告不是文本。", "The report of the extension `{0}` is not text.",
        "请用 `--out` 指明文件。", "Name a file with `--out`.");

    /// <summary>The extension of a function is not enabled.</summary>
    public static DiagnosticDescriptor FunctionWithoutExtension { get; } = Error(
        "IR6062", "函数 `{0}` 要用扩展 `{1}`，而扩展没有启用，体系不能使用。",
        "The function `{0}` needs the extension `{1}`, which is not enabled, so the scheme cannot be used.",
        "核实扩展的来源之后，用 `--trust-extension` 指明其哈希，或用 `--trust` 指明其签名者的证书。",
        "Once you are sure of the extension, name its hash with `--trust-extension`, or its signer's certificate with `--trust`.");

    /// <summary>A function's declaration differs from its extension.</summary>
    public static DiagnosticDescriptor FunctionSignature { get; } = Error(
        "IR6063", "体系声明的函数是 `{0}`，扩展 `{1}` 提供的却是：{2}。",
        "The scheme declares the function `{0}`, but the extension `{1}` provides: {2}.",
        "请使名称、参数、单位逐一相符。", "Make names, parameters and units match.");

    /// <summary>Isolated rules cannot call functions. No longer reported, since they can.</summary>
    public static DiagnosticDescriptor FunctionIsolated { get; } = Error(
        "IR6064", "规则在另一个进程中运行时，不能调用扩展的函数 `{0}`。",
        "Rules that run in another process cannot call the extension function `{0}`.",
        "评判用到函数的体系，请不要加 `--isolate`。", "Judge a scheme that uses functions without `--isolate`.");

    /// <summary>A replaced extension no longer provides a function.</summary>
    public static DiagnosticDescriptor FunctionReplaced { get; } = Warning(
        "IR6065", "扩展 `{1}` 更换后不再提供函数 `{0}`，现提供：{2}。",
        "The extension `{1}` no longer provides the function `{0}`; it provides {2}.",
        "调用这个函数的规则从此无法判定：请改体系的声明，或换回原来的扩展。",
        "Rules that call it are undetermined from now on: change the scheme's declaration, or restore the previous extension.");
}
