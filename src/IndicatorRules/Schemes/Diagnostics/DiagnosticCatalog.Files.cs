namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>The name of the output file is empty.</summary>
    public static DiagnosticDescriptor TargetNameEmpty { get; } = Error(
        "IR1020", "输出文件名是空的。", "The name of the output file is empty.",
        "请写明文件名，例如 `结果.csv`。", "Name a file, such as `result.csv`.");

    /// <summary>The output file is an input file.</summary>
    public static DiagnosticDescriptor TargetIsInput { get; } = Error(
        "IR1021", "输出文件就是{0}，没有写。", "The output file is {0}; nothing was written.",
        "请换一个文件名。", "Choose another name.");

    /// <summary>The output file is a folder.</summary>
    public static DiagnosticDescriptor TargetIsFolder { get; } = Error(
        "IR1022", "`{0}` 是文件夹，不能当作输出文件。", "`{0}` is a folder and cannot be the output file.",
        "请在后面写上文件名，例如 `{0}/结果.csv`。", "Add a file name, such as `{0}/result.csv`.");

    /// <summary>The output file cannot be written, for a reason that the user can fix.</summary>
    public static DiagnosticDescriptor TargetRefused { get; } = Error(
        "IR1023", "无法写入 `{0}`：{1}。", "`{0}` cannot be written: {1}.",
        "请换一个位置或文件名；原有的文件没有改动。", "Choose another location or name; no file was changed.");

    /// <summary>Writing failed, for a reason of the machine.</summary>
    public static DiagnosticDescriptor WriteFailed { get; } = Error(
        "IR1024", "写 `{0}` 时出错：{1}。", "`{0}` was not written: {1}.",
        "没有留下写了一半的文件；处理后请重试。", "No partial file was left; fix the cause and try again.");

    /// <summary>The extension of the output file does not match the format.</summary>
    public static DiagnosticDescriptor TargetForm { get; } = Error(
        "IR1025", "文件名 `{0}` 与 `--format {1}` 不一致。", "The file name `{0}` does not match `--format {1}`.",
        "请把文件名改成以 {2} 结尾，或去掉 `--format`。", "End the name in {2}, or leave `--format` out.");

    /// <summary>The extension of the output file means an unsupported format.</summary>
    public static DiagnosticDescriptor TargetFormUnknown { get; } = Error(
        "IR1026", "不能写 {0} 格式的文件。", "Files of the format {0} cannot be written.",
        "可以写的有：{1}。其他格式请用 Excel 或 WPS 打开后另存。",
        "Supported: {1}. For another, open one of them in Excel or WPS and save it so.");

    /// <summary>A text contains a control character.</summary>
    public static DiagnosticDescriptor TextCharacter { get; } = Error(
        "IR1027", "文字中有不能显示的控制字符 {0}。", "The text contains the control character {0}.",
        "它多半是从别处复制时带进来的，请删去。", "It probably came along when the text was copied; delete it.");

    /// <summary>A lock file lists a version twice.</summary>
    public static DiagnosticDescriptor LockedTwice { get; } = Error(
        "IR1028", "锁定文件中 `{0}` {1} 出现了两次，另一处在第 {2} 行。",
        "The lock file lists `{0}` {1} twice; the other entry is on line {2}.",
        "请只保留一处；不清楚时用 `assess --lock` 重新锁定。",
        "Keep one of them; if in doubt, lock again with `assess --lock`.");

    /// <summary>A file differs from the locked one only in its line ends.</summary>
    public static DiagnosticDescriptor LockedLineEnds { get; } = Error(
        "IR1029", "`{0}` {1} 与锁定时只有换行符不同（{2}），内容相同。",
        "`{0}` {1} differs from the locked files only in its line ends ({2}).",
        "多半是 Git 或编辑器换了换行符：请恢复原文件，或用 `assess --lock` 重新锁定。",
        "Git or an editor probably changed them: restore the files, or lock again with `assess --lock`.");

    /// <summary>Standard output failed.</summary>
    public static DiagnosticDescriptor ResultNotWritten { get; } = Error(
        "IR1030", "结果没有写完：{0}写不进去（{1}）。", "The result was not completely written to {0}: {1}.",
        "请用 `--out` 把结果写入文件。", "Write the result to a file with `--out`.");

    /// <summary>A pipe or device cannot be watched.</summary>
    public static DiagnosticDescriptor WatchedStream { get; } = Error(
        "IR1031", "`{0}` 是管道或设备，不能监视。", "`{0}` is a pipe or a device and cannot be watched.",
        "请写一个文件名；只评判一次时用 `assess`。", "Name a file, or use `assess` to judge once.");

    /// <summary>A character looks like one of JSON's but is another.</summary>
    public static DiagnosticDescriptor JsonLookalike { get; } = Error(
        "IR1032", "这里用了{0} `{1}`。", "`{1}` is a {0}, which is not valid in JSON.",
        "请改成{2} `{3}`。", "Write the {2} `{3}`.");

    /// <summary>A comma or colon is missing.</summary>
    public static DiagnosticDescriptor JsonSignMissing { get; } = Error(
        "IR1033", "这里少了{0} `{1}`。", "The {0} `{1}` is missing here.",
        "请补上。", "Add it.");

    /// <summary>A folder is given where a file is expected.</summary>
    public static DiagnosticDescriptor FileIsFolder { get; } = Error(
        "IR1034", "`{0}` 是文件夹，这里要写一个文件。", "`{0}` is a folder, but a file is expected.",
        "请写出其中一个填报数据文件；整个文件夹用 `assess` 批量评判。",
        "Name one facts file in it; `assess` judges a whole folder.");
}
