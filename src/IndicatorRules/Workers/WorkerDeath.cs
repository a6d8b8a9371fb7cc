using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>How a worker process ended → the message about it.</summary>
internal static class WorkerDeath
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    // Sent by the system when memory runs out, by a service manager, or by hand. The runtime's own exit codes look the same, but it
    // writes why it ends.
    private static readonly int[] FromOutside = [1, 2, 9, 15];

    /// <summary>A fault with a known cause: a missing file, an error of the system, an invalid answer.</summary>
    internal static WorkerGoneException Of(WorkerFault fault, LocalizedText name, string cause) => fault switch
    {
        WorkerFault.Missing => new(fault, new($"找不到{name.Zh}的程序 {cause}", $"{name.En} is missing: {cause}")),
        WorkerFault.NotStarted => new(fault,
            new($"{name.Zh}无法启动（{ErrorOutput.Shown(cause)}）", $"{name.En} could not be started ({ErrorOutput.Shown(cause)})")),
        _ => new(fault, new(
            $"{name.Zh}的应答无法读取（{ErrorOutput.Shown(cause)}）",
            $"{name.En} gave an answer that cannot be read ({ErrorOutput.Shown(cause)})")),
    };

    /// <summary>The system's message of a failed start.</summary>
    internal static string Said(Exception fault) =>
        fault.GetBaseException() is OutOfMemoryException ? "the system gives no more threads or memory" : fault.GetBaseException().Message;

    internal static WorkerGoneException AtDeadline(LocalizedText name, TimeSpan deadline, string lastWords) => new(
        WorkerFault.Late,
        new(
            FormattableString.Invariant($"{name.Zh}超过 {deadline.TotalSeconds:0.###} 秒没有应答，已被终止"),
            FormattableString.Invariant($"{name.En} did not answer within {deadline.TotalSeconds:0.###} s and was ended")),
        lastWords);

    /// <summary>A process that ended by itself; <paramref name="code"/> is null when it closed its output and kept running.</summary>
    internal static WorkerGoneException With(int? code, LocalizedText name, string lastWords)
    {
        if (code is not { } ended)
        {
            return new(WorkerFault.Died,
                new($"{name.Zh}没有应答就关闭了输出", $"{name.En} closed its output without an answer"), lastWords);
        }

        var signal = !OperatingSystem.IsWindows() && ended is > SignalBase and <= SignalBase + LastSignal ? ended - SignalBase : (int?)null;
        var (zh, en) = signal is null ? ($"错误代码 {ended}", $"exit code {ended}")
            : ($"错误代码 {ended}，信号 {signal}", $"exit code {ended}, signal {signal}");
        return lastWords.StartsWith("Out of memory", StringComparison.OrdinalIgnoreCase)
            ? new(WorkerFault.Died,
                new($"{name.Zh}因内存不足而结束（{zh}）", $"{name.En} ran out of memory and ended ({en})"), lastWords)
            : lastWords.Length == 0 && signal is { } sent && FromOutside.Contains(sent)
            ? new(WorkerFault.Killed, new(
                $"{name.Zh}被系统或他人强行结束（{zh}），多因内存不足",
                $"{name.En} was killed from outside ({en}), most often for lack of memory"), lastWords)
            : new(WorkerFault.Died, new($"{name.Zh}意外结束（{zh}）", $"{name.En} ended unexpectedly ({en})"), lastWords);
    }

    /// <summary>The remedy, for the compile worker.</summary>
    internal static LocalizedText RemedyWhereCompiled(WorkerFault fault) => fault switch
    {
        WorkerFault.Missing => new(
            "体系没有问题，是程序没有装全：请把随程序发布的 compiler 文件夹放到程序旁边，再试一次即可；"
            + "如果程序只带构建时编译好的体系，说明该体系后来改过，请重新构建程序。",
            "The scheme is well; the deployment is incomplete. Put the `compiler` folder that comes with the program beside it "
            + "and ask again. If the program is meant to run without one, build it again with this version of the scheme."),
        WorkerFault.NotStarted => new(
            "体系没有问题，是本机不允许启动该进程：请检查运行权限、进程数限制和内存，再试一次即可。",
            "The scheme is well; the machine does not start the process. Check permissions, process limits and memory, and ask again."),
        WorkerFault.Killed => new(
            "体系多半没有问题：请检查本机内存是否够用、是否有人结束了该进程；稍后会再次尝试。",
            "The scheme is probably well. Check the machine's memory and who ends processes there; it is tried again later."),
        WorkerFault.Late => new(
            "请检查规则是否异常庞大或嵌套过深，本机是否过于繁忙。",
            "Check whether a rule is unusually large or deeply nested, and whether the machine is overloaded."),
        _ => new(
            "请检查规则是否异常庞大或嵌套过深；若每个体系都这样，则是程序没有装好。",
            "Check whether a rule is unusually large or deeply nested. If every scheme fails like this, install the program again."),
    };
}
