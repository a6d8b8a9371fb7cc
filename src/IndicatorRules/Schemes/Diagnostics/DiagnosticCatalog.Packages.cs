namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>The file is not a complete package.</summary>
    public static DiagnosticDescriptor PackageBroken { get; } = Error(
        "IR6010", "`{0}` 不是完整的程序包：{1}。", "`{0}` is not a complete package: {1}.",
        "请重新下载或向提供者重新索取；没有安装任何内容。",
        "Download it again, or ask its provider for it; nothing was installed.");

    /// <summary>A package exceeds a size limit.</summary>
    public static DiagnosticDescriptor PackageTooLarge { get; } = Error(
        "IR6011", "`{0}` 超过上限：{1}，最多 {2}。", "`{0}` exceeds the limit: {1}, at most {2}.",
        "指标体系用不到这么大，请向提供者核实来源。",
        "No scheme needs that much; verify its origin with its provider.");

    /// <summary>A package contains a path that is not allowed.</summary>
    public static DiagnosticDescriptor PackagePath { get; } = Error(
        "IR6012", "程序包中的路径 `{0}` 不是插件文件应有的路径。",
        "The package contains the path `{0}`, which a plugin may not have.",
        "插件只含 scheme.json、rules、cases、extensions 和说明文件，文件名不得含系统保留的字符或名称。",
        "A plugin contains only scheme.json, rules, cases, extensions and its guides, with names that are valid on every system.");

    /// <summary>Two entries of a package are the same file on some systems.</summary>
    public static DiagnosticDescriptor PackagePathTwice { get; } = Error(
        "IR6013", "程序包中的 `{0}` 和 `{1}` 会落到同一个文件。",
        "`{0}` and `{1}` in the package would be written to the same file.",
        "同一路径（不分大小写）只能出现一次。", "A path may occur only once, regardless of case.");

    /// <summary>An entry of a package is not a plain file.</summary>
    public static DiagnosticDescriptor PackageEntryKind { get; } = Error(
        "IR6014", "程序包中的 `{0}` 不能读取：{1}。", "`{0}` in the package cannot be read: {1}.",
        "程序包只含普通文件，未加密，按 deflate 压缩或不压缩；请用 `pack` 重新打包。",
        "A package contains plain files, deflated or stored and not encrypted; make it again with `pack`.");

    /// <summary>The package does not contain a scheme.</summary>
    public static DiagnosticDescriptor PackageOfElse { get; } = Error(
        "IR6015", "`{0}` 不是指标体系的程序包：缺少 `{1}`。", "`{0}` is not a scheme package: it does not contain `{1}`.",
        "请用 `pack` 打包插件文件夹。", "Make it with `pack` from the plugin's folder.");

    /// <summary>A file differs from the manifest.</summary>
    public static DiagnosticDescriptor PackageFileChanged { get; } = Error(
        "IR6016", "文件 `{0}` 与清单所记的不符（{1}）：打包之后被改动过。",
        "The file `{0}` differs from the manifest ({1}): it was changed after packing.",
        "不要使用这个程序包，请向提供者重新索取。", "Do not use this package; ask its provider for it again.");

    /// <summary>A listed file is missing.</summary>
    public static DiagnosticDescriptor PackageFileMissing { get; } = Error(
        "IR6017", "清单列有 `{0}`，程序包中却没有。", "The manifest lists `{0}`, which is not in the package.",
        "不要使用这个程序包，请向提供者重新索取。", "Do not use this package; ask its provider for it again.");

    /// <summary>A file is not listed.</summary>
    public static DiagnosticDescriptor PackageFileUnlisted { get; } = Error(
        "IR6018", "程序包中的 `{0}` 没有列入清单。", "The package contains `{0}`, which the manifest does not list.",
        "不要使用这个程序包，请向提供者重新索取。", "Do not use this package; ask its provider for it again.");

    /// <summary>A package has two identities.</summary>
    public static DiagnosticDescriptor PackageIdentity { get; } = Error(
        "IR6019", "{0} 写的是 `{1}`，而应为 `{2}`。", "{0} says `{1}` where `{2}` is expected.",
        "程序包、清单和 scheme.json 的标识与版本必须一致。",
        "Package, manifest and scheme.json must have the same id and version.");

    /// <summary>A required signature is missing.</summary>
    public static DiagnosticDescriptor PackageUnsigned { get; } = Error(
        "IR6020", "`{0}` 没有签名，而本次只接受受信任的签名。",
        "`{0}` is not signed, and only trusted signatures are accepted.",
        "签名可能被人去掉，请向提供者索取签过名的程序包。",
        "Its signature may have been removed; ask its provider for the signed package.");

    /// <summary>The signer is not trusted.</summary>
    public static DiagnosticDescriptor PackageSignerUnknown { get; } = Error(
        "IR6021", "`{0}` 的签名者 `{1}` 不在受信任之列。", "`{0}` is signed by `{1}`, which is not trusted.",
        "请向提供者核实其证书；确认后用 `--trust` 指明。",
        "Verify the certificate with its provider, then name it with `--trust`.");

    /// <summary>The signature does not match the manifest.</summary>
    public static DiagnosticDescriptor PackageSignatureWrong { get; } = Error(
        "IR6022", "`{0}` 的签名与清单不符。", "The signature of `{0}` does not match its manifest.",
        "清单在签名之后被改动过，不要使用这个程序包。",
        "The manifest was changed after signing; do not use this package.");

    /// <summary>A key or certificate cannot be used.</summary>
    public static DiagnosticDescriptor PackageKey { get; } = Error(
        "IR6023", "`{0}` 不能用于签名或验证：{1}。", "`{0}` cannot be used to sign or verify: {1}.",
        "需要 PEM 文件：RSA（至少 2048 位）或 ECDSA P-256；生成方法见插件指南。",
        "Use a PEM file with RSA of at least 2048 bits or ECDSA on P-256; the author's guide says how to make one.");

    /// <summary>The same version is installed with different content.</summary>
    public static DiagnosticDescriptor PackageDiffers { get; } = Error(
        "IR6024", "`{0}` 已经装在 `{1}`，内容却不同。", "`{0}` is already installed in `{1}` with different content.",
        "同一版本不应有两种内容；确实要替换时用 `--replace`。",
        "A version has one content; use `--replace` to replace it anyway.");

    /// <summary>An upper scheme is not installed.</summary>
    public static DiagnosticDescriptor PackageUpperAbsent { get; } = Warning(
        "IR6025", "`{0}` 的上级体系 `{1}` {2} 还没有安装，规则因此没有编译检查。",
        "The upper scheme `{1}` {2} of `{0}` is not installed, so its rules were not compiled.",
        "请再安装它，或用 `--with-dependencies` 一并安装。", "Add it too, or use `--with-dependencies`.");

    /// <summary>The feed does not have the package.</summary>
    public static DiagnosticDescriptor PackageNotFound { get; } = Error(
        "IR6026", "`{0}` 中没有 `{1}`{2}。", "`{0}` has no `{1}`{2}.",
        "请检查名称、版本范围和 `--from`。", "Check the name, the range and `--from`.");

    /// <summary>The feed failed.</summary>
    public static DiagnosticDescriptor PackageFeedFailed { get; } = Error(
        "IR6027", "程序包源 `{0}` 没有给出结果：{1}", "The feed `{0}` failed: {1}",
        "请检查地址和网络，或先下载程序包再从文件安装。",
        "Check the address and the network, or download the package and add the file.");

    /// <summary>The feed is not encrypted.</summary>
    public static DiagnosticDescriptor PackageFeedPlain { get; } = Error(
        "IR6028", "程序包源 `{0}` 没有加密，途中可能被改动。",
        "The feed `{0}` is not encrypted, so its packages can be changed in transit.",
        "请改用 https，或用 `--trust` 要求签名。", "Use https, or require a signature with `--trust`.");

    /// <summary>A file was not packed.</summary>
    public static DiagnosticDescriptor PackageLeftOut { get; } = Warning(
        "IR6029", "`{0}` 不属于插件，没有打包。", "`{0}` is not part of a plugin and was left out.",
        "插件只含 scheme.json、rules、cases、extensions 和说明文件。",
        "A plugin contains scheme.json, rules, cases, extensions and its guides.");

    /// <summary>Another run is installing.</summary>
    public static DiagnosticDescriptor PackageDirectoryBusy { get; } = Error(
        "IR6030", "另一个程序正在向 `{0}` 安装。", "Another run is installing into `{0}`.",
        "请等它结束后再试。", "Try again when it is done.");

    /// <summary>The plugin's folder is occupied.</summary>
    public static DiagnosticDescriptor PackageFolderTaken { get; } = Error(
        "IR6031", "`{0}` 已被别的内容占用。", "`{0}` is occupied by something else.",
        "请移走它，再安装。", "Move it away, then add the package.");

    /// <summary>The signer was not verified.</summary>
    public static DiagnosticDescriptor PackageSignerUnchecked { get; } = Warning(
        "IR6032", "`{0}` 由 `{1}` 签名，签名完好，但没有核对是否可信。",
        "`{0}` is signed by `{1}`; the signature is valid, but whether to trust it was not checked.",
        "用 `--trust` 指明可信的证书。", "Name the certificates that you trust with `--trust`.");

    /// <summary>An id is too long for a package.</summary>
    public static DiagnosticDescriptor PackageIdLength { get; } = Error(
        "IR6033", "标识 `{0}` 太长，不能作为程序包的名称（最多 {1} 个字符）。",
        "The id `{0}` is too long to name a package (at most {1} characters).",
        "请缩短 `id`。", "Shorten `id`.");

    /// <summary>A feed's response is too long.</summary>
    public static DiagnosticDescriptor PackageFeedTooLong { get; } = Error(
        "IR6066", "程序包源 `{0}` 的应答超过 {1} 字节，没有读完。",
        "The feed `{0}` answers with more than {1} bytes; the rest was not read.",
        "请核对地址；若地址无误，请联系该源的维护者。",
        "Check the address; if it is right, contact the feed's operator.");

    /// <summary>A package could not be installed.</summary>
    public static DiagnosticDescriptor PackageNotWritten { get; } = Error(
        "IR6067", "`{0}` 没能装到 `{1}`：磁盘已满，或没有写入的权限。",
        "`{0}` could not be installed into `{1}`: the disk is full, or writing is not permitted.",
        "目录已恢复原样；腾出空间或改正权限后再装。",
        "The directory is unchanged. Free some space or change the permissions, then add the package again.");
}
