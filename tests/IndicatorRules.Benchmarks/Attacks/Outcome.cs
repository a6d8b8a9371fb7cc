namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>How one attempt went, as the child tells its parent.</summary>
/// <param name="Attempt">The file or folder.</param>
/// <param name="Refused">Whether the host refused it.</param>
/// <param name="Ids">The diagnostics it was refused with.</param>
/// <param name="InBounds">Whether an accepted one ended in time and memory.</param>
/// <param name="Milliseconds">From the plugin's folder to the refusal or verdict, in a warm host with a warm worker.</param>
/// <param name="Memory">What it took.</param>
/// <param name="CanaryFailures">Wrong or late canary assessments meanwhile.</param>
/// <param name="StateChanges">What of the process was not as before.</param>
internal sealed record Outcome(
    string Attempt, bool Refused, string[] Ids, bool InBounds, decimal Milliseconds, MemoryTaken Memory,
    int CanaryFailures, string[] StateChanges);
