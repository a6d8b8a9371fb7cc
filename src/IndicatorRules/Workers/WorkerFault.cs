using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>Why a worker process gave no answer.</summary>
internal enum WorkerFault : byte
{
    /// <summary>It crashed, or ended without an answer.</summary>
    Died = 0,

    /// <summary>It was killed at its deadline.</summary>
    Late = 1,

    /// <summary>Its answer was invalid.</summary>
    Unreadable = 2,

    /// <summary>Its program is missing.</summary>
    Missing = 3,

    /// <summary>The system could not start it.</summary>
    NotStarted = 4,

    /// <summary>The system or a user killed it, most often because memory ran out.</summary>
    Killed = 5,
}

internal static class WorkerFaults
{
    /// <summary>The fault as a tag: died, late, not-started.</summary>
    internal static string Word(this WorkerFault fault) => fault switch
    {
        WorkerFault.Late => "late",
        WorkerFault.Unreadable => "unreadable",
        WorkerFault.Missing => "missing",
        WorkerFault.NotStarted => "not-started",
        WorkerFault.Killed => "killed",
        _ => "died",
    };

    /// <summary>Whether the machine is to blame, whatever the process was working on.</summary>
    internal static bool IsOfTheMachine(this WorkerFault fault) =>
        fault is WorkerFault.Missing or WorkerFault.NotStarted or WorkerFault.Killed;

    /// <summary>Whether an immediate retry costs nothing.</summary>
    internal static bool IsCheapToRepeat(this WorkerFault fault) => fault is WorkerFault.Missing or WorkerFault.NotStarted;
}

/// <summary>A worker process is missing, could not start, died, was late, or gave an invalid answer.</summary>
internal sealed class WorkerGoneException(WorkerFault fault, LocalizedText what, string lastWords = "") : Exception(what.En)
{
    internal WorkerFault Fault => fault;

    internal LocalizedText What => what;

    /// <summary>The first line of its standard error, as <see cref="ErrorOutput"/> shows it; empty when there was none.</summary>
    internal string LastWords => lastWords;
}
