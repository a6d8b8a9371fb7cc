namespace IndicatorRules.Workers;

/// <summary>Why a worker process gave no answer.</summary>
internal enum WorkerFault : byte
{
    /// <summary>It crashed, or ended without an answer.</summary>
    Died = 0,

    /// <summary>It was killed at its deadline.</summary>
    Late = 1,

    /// <summary>It answered something that is no answer of ours.</summary>
    Unreadable = 2,

    /// <summary>Its program is missing.</summary>
    Missing = 3,

    /// <summary>The system did not start it.</summary>
    NotStarted = 4,

    /// <summary>The system or a person ended it, most often because memory ran out.</summary>
    Killed = 5,
}

/// <summary>What follows from a fault.</summary>
internal static class WorkerFaults
{
    /// <summary>Whether the machine is at fault whatever the process was working on.</summary>
    internal static bool IsOfTheMachine(this WorkerFault fault) => fault is WorkerFault.Missing or WorkerFault.NotStarted or WorkerFault.Killed;

    /// <summary>Whether it costs nothing to try again at once.</summary>
    internal static bool IsCheapToRepeat(this WorkerFault fault) => fault is WorkerFault.Missing or WorkerFault.NotStarted;
}
