using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Parent of the attempts: starts a child, and another where one dies, so that a dead host is counted and not fatal.</summary>
internal sealed class AttackRun(string directory, int repeat, string? table)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(300);

    internal int Run()
    {
        var attempts = Attempts.In(directory);
        var outcomes = new List<Outcome>();
        var deaths = 0;
        for (var next = 0; next < attempts.Count;)
        {
            var told = Child(next);
            outcomes.AddRange(told);
            next += told.Count;
            if (next < attempts.Count)
            {
                deaths++;
                Console.Error.WriteLine($"the host died at {attempts[next]}");
                next++;
            }
        }

        foreach (var o in outcomes)
        {
            var end = o.Refused ? $"refused {string.Join(' ', o.Ids)}"
                : o.InBounds ? "accepted, ended in bounds" : "accepted, OUT OF BOUNDS";
            Console.Error.WriteLine(
                $"{Path.GetRelativePath(directory, o.Attempt)}: {end} ({o.Milliseconds:0} ms, {o.Memory.Most / MemoryTaken.Megabyte} MB)");
        }

        foreach (var change in outcomes.SelectMany(o => o.StateChanges.Select(c => $"{o.Attempt}: {c}")))
        {
            Console.Error.WriteLine($"state changed: {change}");
        }

        if (table is not null)
        {
            // What a recipe takes is mostly the compiling of the schemes that it makes; a test holds each to its bound.
            EvidenceTable.Write(table, directory, [.. outcomes.Where(o => !Attempts.IsRecipe(o.Attempt))], repeat);
        }

        var line = new
        {
            tried = attempts.Count,
            refused = outcomes.Count(o => o.Refused),
            endedInBounds = outcomes.Count(o => !o.Refused && o.InBounds),
            hostDeaths = deaths,
            canaryFailures = outcomes.Sum(o => o.CanaryFailures),
            stateChanges = outcomes.Sum(o => o.StateChanges.Length),
            slowestRefusalMs = outcomes.Where(o => o.Refused).Select(o => Math.Round(o.Milliseconds)).DefaultIfEmpty().Max(),
        };
        Console.WriteLine(JsonSerializer.Serialize(line));
        return line is { hostDeaths: 0, canaryFailures: 0, stateChanges: 0 } && line.refused + line.endedInBounds == line.tried ? 0 : 1;
    }

    private List<Outcome> Child(int first)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(AttackRun).Assembly.Location);
        }

        foreach (var argument in (string[])["attempts", directory, Text(first), Text(repeat)])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var outcomes = new List<Outcome>();
        // A child that says nothing for so long hangs, and counts as dead.
        while (child.StandardOutput.ReadLineAsync() is var line && line.Wait(Deadline) && line.Result is { } json)
        {
            outcomes.Add(JsonSerializer.Deserialize<Outcome>(json)!);
        }

        child.Kill(entireProcessTree: true);
        return outcomes;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
