using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Files;

/// <summary>A file cannot be read or written. No partial file is left.</summary>
public sealed class FileFaultException : IOException
{
    private const int NotOpen = 9;
    private const int FileInTheWay = 17;
    private const int FolderInTheWay = 20;
    private const int BrokenPipe = 32;
    private const int NoSpace = 28;
    private const int ReadOnlyVolume = 30;
    private const int TooManyLinks = 40;
    private const int QuotaUsedUp = 122;
    private const int NoSpaceOnMac = 69;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int SharedOnWindows = unchecked((int)0x80070020);

    private FileFaultException(Diagnostic diagnostic, Exception? cause)
        : base(diagnostic.Format(Language.En), cause) => Diagnostic = diagnostic;

    /// <summary>The reason.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>Whether the machine failed, such as a full disk, rather than the request.</summary>
    public bool IsOfTheMachine =>
        Diagnostic.Descriptor == DiagnosticCatalog.WriteFailed || Diagnostic.Descriptor == DiagnosticCatalog.ResultNotWritten;

    /// <summary>A fault of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="path">The file, as the user wrote it.</param>
    /// <param name="arguments">What the message of that kind names.</param>
    public static FileFaultException Of(DiagnosticDescriptor kind, string path, params LocalizedText[] arguments)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(arguments);
        return new(new Diagnostic(kind, new Location(path), [.. arguments]), null);
    }

    /// <summary>Explains in the user's terms why a file cannot be written.</summary>
    public static FileFaultException Writing(string path, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        if (cause is FileFaultException known)
        {
            return known;
        }

        var refusal = Refusal(cause);
        var kind = refusal is null ? DiagnosticCatalog.WriteFailed : DiagnosticCatalog.TargetRefused;
        return new(new Diagnostic(kind, new Location(path), [path, refusal ?? Failure(cause)]), cause);
    }

    /// <summary>Explains why the result cannot be written to standard output.</summary>
    public static FileFaultException WritingResult(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        if (cause is FileFaultException known)
        {
            return known;
        }

        var why = cause.HResult == BrokenPipe ? new LocalizedText("读取的程序已经结束", "the program that reads it has ended")
            : cause is IOException { HResult: not NotOpen } ? Failure(cause)
            : new LocalizedText("它没有打开", "it is not open");
        var output = new LocalizedText("标准输出", "standard output");
        return new(new Diagnostic(DiagnosticCatalog.ResultNotWritten, new Location("indicator-rules"), [output, why]), cause);
    }

    // Causes that the user can fix.
    private static LocalizedText? Refusal(Exception cause) => cause switch
    {
        UnauthorizedAccessException => new("没有写入权限", "you may not write there"),
        IOException { HResult: FileInTheWay or FolderInTheWay } =>
            new("路径中有一段是文件，不是文件夹", "a part of its path is a file, not a folder"),
        DirectoryNotFoundException or FileNotFoundException => new("所在的文件夹不存在", "its folder does not exist"),
        PathTooLongException => new("文件名太长", "its name is too long"),
        (ArgumentException and not ArgumentOutOfRangeException) or NotSupportedException =>
            new("文件名不合要求", "the file name is not valid"),
        IOException { HResult: ReadOnlyVolume } => new("所在的磁盘只读", "its disk is read-only"),
        IOException { HResult: TooManyLinks } => new("链接绕成了一圈", "its link leads back to itself"),
        IOException { HResult: SharedOnWindows } =>
            new("另一个程序（如 Excel）正开着这个文件", "another program, such as Excel, has it open"),
        _ => null,
    };

    private static LocalizedText Failure(Exception cause) => cause.HResult switch
    {
        NoSpace or NoSpaceOnWindows => new("磁盘已满", "the disk is full"),
        NoSpaceOnMac or QuotaUsedUp => new("磁盘配额已用完", "the disk quota is used up"),
        _ => new("系统拒绝写入", $"the system refused ({cause.Message})"),
    };
}
