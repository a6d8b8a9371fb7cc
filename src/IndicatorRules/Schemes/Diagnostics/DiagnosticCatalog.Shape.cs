namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>The file cannot be read.</summary>
    public static DiagnosticDescriptor FileNotReadable { get; } = Error(
        "IR1001", "文件 `{0}` 不存在或无法读取。", "The file `{0}` does not exist or cannot be read.",
        "请检查文件名和所在文件夹；正被别的程序占用的，请先关闭。", "Check the path and your permission to read it.");

    /// <summary>The file is too large.</summary>
    public static DiagnosticDescriptor FileTooLarge { get; } = Error(
        "IR1002", "文件有 {0} 字节，超过上限 {1} 字节。", "The file has {0} bytes; the limit is {1}.",
        "请拆分文件，或删去无关内容。", "Split the file, or remove what does not belong.");

    /// <summary>The file is empty.</summary>
    public static DiagnosticDescriptor FileEmpty { get; } = Error(
        "IR1003", "文件是空的。", "The file is empty.",
        "请从空表开始填写，用 `template` 可以生成。", "Start from a form; `template` makes one.");

    /// <summary>The bytes are not UTF-8.</summary>
    public static DiagnosticDescriptor NotUtf8 { get; } = Error(
        "IR1004", "文件不是 UTF-8 编码（看起来像 {0}）。", "The file is not UTF-8 (it looks like {0}).",
        "请在编辑器中另存为 UTF-8，有无 BOM 均可。", "Save it as UTF-8 in your editor, with or without a byte order mark.");

    /// <summary>The text is not JSON.</summary>
    public static DiagnosticDescriptor JsonSyntax { get; } = Error(
        "IR1005", "此处不是合法的 JSON：意外的 `{0}`。", "This is not JSON: unexpected `{0}`.",
        "请检查引号、逗号和括号是否成对。", "Check that quotes, commas and brackets pair up.");

    /// <summary>The JSON is incomplete.</summary>
    public static DiagnosticDescriptor JsonEnds { get; } = Error(
        "IR1006", "JSON 到此处就结束了，内容不完整。", "The JSON ends here before it is complete.",
        "文件可能只保存或复制了一半，请补全。", "The file may have been saved or copied only in part; complete it.");

    /// <summary>The JSON contains a comment.</summary>
    public static DiagnosticDescriptor JsonComment { get; } = Error(
        "IR1007", "JSON 中不能写注释。", "JSON has no comments.",
        "请删除注释，说明文字写在 `note` 字段里。", "Remove it; put explanations into `note`.");

    /// <summary>A comma precedes a closing bracket.</summary>
    public static DiagnosticDescriptor JsonTrailingComma { get; } = Error(
        "IR1008", "最后一项后面多了一个逗号。", "There is a comma after the last entry.",
        "请删除这个逗号。", "Remove the comma.");

    /// <summary>A number cannot be represented exactly.</summary>
    public static DiagnosticDescriptor JsonNumber { get; } = Error(
        "IR1009", "`{0}` 不是可以精确保存的数。", "`{0}` is not a number that can be held exactly.",
        "数字最多 28 位有效数字，小数点前后都要有数字，前面不加 0 或 +，也不能是 NaN 或无穷大；"
            + "没有数时请写明原因。",
        "A number has at most 28 digits, with digits on both sides of its point, no leading zero or `+`, and is not NaN or infinite; if "
            + "there is none, say why.");

    /// <summary>An object has a key twice.</summary>
    public static DiagnosticDescriptor JsonDuplicateKey { get; } = Error(
        "IR1010", "键 `{0}` 在同一对象中出现了两次。", "The key `{0}` occurs twice in one object.",
        "请只保留一个；不会有哪一个悄悄生效。", "Keep one of them; neither is used.");

    /// <summary>The JSON is nested too deep.</summary>
    public static DiagnosticDescriptor JsonDepth { get; } = Error(
        "IR1011", "嵌套超过 {0} 层。", "The nesting goes deeper than {0} levels.",
        "这类文件用不到这么深的嵌套，请检查来源。", "Files of this kind never need that; check where it comes from.");

    /// <summary>A string contains a character or escape that is not allowed.</summary>
    public static DiagnosticDescriptor JsonText { get; } = Error(
        "IR1012", "字符串中有不允许的字符或转义。", "The string contains a character or escape that is not allowed.",
        "引号要成对；文字里的换行写作 `\\n`，引号写作 `\\\"`；不能有控制字符或残缺的代理对。",
        "Close the quotes; write a line break as `\\n` and a quote as `\\\"`; no control characters, no half surrogate pairs.");

    /// <summary>A property is missing.</summary>
    public static DiagnosticDescriptor PropertyMissing { get; } = Error(
        "IR1101", "缺少 `{0}`。", "`{0}` is missing.",
        "请补上这一项。", "Add it.");

    /// <summary>A property is unknown.</summary>
    public static DiagnosticDescriptor PropertyUnknown { get; } = Error(
        "IR1102", "这里没有 `{0}` 这一项。", "Unknown property `{0}`.",
        "可以写的有：{1}。", "Valid properties: {1}.");

    /// <summary>A value has the wrong type.</summary>
    public static DiagnosticDescriptor ValueType { get; } = Error(
        "IR1103", "`{0}` 的类型不对，应为{1}。", "`{0}` has the wrong type; expected {1}.",
        "", "");

    /// <summary>A value is not one of those listed.</summary>
    public static DiagnosticDescriptor ValueNotListed { get; } = Error(
        "IR1104", "`{0}` 不能是 `{1}`。", "`{0}` cannot be `{1}`.",
        "可以写的有：{2}。", "Valid values: {2}.");

    /// <summary>A value has the wrong form.</summary>
    public static DiagnosticDescriptor ValueForm { get; } = Error(
        "IR1105", "`{0}` 的写法不对：{1}。", "`{0}` has the wrong form: {1}.",
        "应符合：{2}。", "It must match: {2}.");

    /// <summary>Any other violation of the schema.</summary>
    public static DiagnosticDescriptor ValueRefused { get; } = Error(
        "IR1106", "`{0}` 不符合要求（{1}）。", "`{0}` is not accepted ({1}).",
        "请对照 `$schema` 中的说明。", "Compare it with the description in `$schema`.");

    /// <summary>Not all diagnostics of a file are listed.</summary>
    public static DiagnosticDescriptor DiagnosticsUnlisted { get; } = Warning(
        "IR1040", "还有 {0} 处问题没有列出。", "{0} more problems are not listed.",
        "请先改正已列出的，再检查一遍。", "Fix the listed ones first, then try again.");

    /// <summary>The file is a pipe, device or socket.</summary>
    public static DiagnosticDescriptor NotPlainFile { get; } = Error(
        "IR1041", "`{0}` 不是普通文件（是管道、设备或套接字），没有读取。",
        "`{0}` is a pipe, a device or a socket; it was not read.",
        "请换成普通文件，或把它移走。", "Replace it with a plain file, or remove it.");

    /// <summary>A plugin's folder contains too many files.</summary>
    public static DiagnosticDescriptor FolderTooFull { get; } = Error(
        "IR1042", "文件夹 `{0}` 中的文件超过 {1} 个。", "The folder `{0}` contains more than {1} files.",
        "请只留下体系自己的文件。", "Leave only what belongs to the scheme.");

    /// <summary>A file contains too many values.</summary>
    public static DiagnosticDescriptor JsonValues { get; } = Error(
        "IR1043", "文件中的内容超过 {0} 项，从这里起没有再读。",
        "The file contains more than {0} values; nothing was read from here on.",
        "请拆分文件，或删去无关内容。", "Split the file, or remove what does not belong.");

    /// <summary>A plugin's folder cannot be read.</summary>
    public static DiagnosticDescriptor FolderNotReadable { get; } = Error(
        "IR1044", "文件夹 `{0}` 无法读取。", "The folder `{0}` cannot be read.",
        "请检查读取权限；如果正在移动或删除，请等它完成。",
        "Check your permission to read it; if it is being moved or deleted, wait until that is done.");

    /// <summary>A name is a device on Windows.</summary>
    public static DiagnosticDescriptor DeviceNamed { get; } = Error(
        "IR2030", "`{0}` 在 Windows 上是设备名，不能用作体系编号或文件名。",
        "`{0}` is a device name on Windows and cannot be a scheme's id or a file name.",
        "请换一个名字，例如在后面加上地名。", "Choose another, for example by appending a place name.");

    /// <summary>An id has another meaning in rules.</summary>
    public static DiagnosticDescriptor IdReserved { get; } = Error(
        "IR2031", "`{0}` 在规则中另有用途，不能用作{1}的编号。",
        "`{0}` has another meaning in rules and cannot be the id of a {1}.",
        "请换一个编号。", "Choose another id.");
}
