using System.ComponentModel;
using System.Diagnostics;

namespace IndicatorRules.Workers;

/// <summary>One started worker process, and why it was killed. Safe on any thread.</summary>
internal sealed class RunningWorker : IDisposable
{
    // A process that has closed its output is about to end; only then is its exit code known.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ErrorOutput _errors;
    private volatile bool _isLate;

    /// <summary>Takes ownership of the process; kills it when its output cannot be read.</summary>
    internal RunningWorker(Process process)
    {
        _process = process;
        Id = process.Id;
        try
        {
            _errors = new ErrorOutput(process.StandardError.BaseStream);
        }
        catch (OutOfMemoryException)
        {
            Kill();
            process.Dispose();
            throw;
        }
    }

    internal int Id { get; }

    internal bool HasExited => _process.HasExited;

    internal bool IsLate => _isLate;

    internal Stream Input => _process.StandardInput.BaseStream;

    internal Stream Output => _process.StandardOutput.BaseStream;

    internal void KillLate()
    {
        _isLate = true;
        Kill();
    }

    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has already ended, or the system does not list its child processes.
        }
    }

    /// <summary>The exit code; null when it was still running. Kills a process that does not end soon.</summary>
    internal int? End()
    {
        if (!_process.WaitForExit(Ending))
        {
            Kill();
            _process.WaitForExit(Ending);
            return null;
        }

        return _process.ExitCode;
    }

    /// <summary>Lets it end by closing its input; false when it does not end in time.</summary>
    internal bool TryLeave(TimeSpan time)
    {
        try
        {
            Input.Close();
        }
        catch (IOException)
        {
            // Unwritten bytes of the last question, for a process that is gone.
        }

        return _process.WaitForExit(time);
    }

    internal string LastWords() => _errors.FirstLine();

    public void Dispose() => _process.Dispose();
}
