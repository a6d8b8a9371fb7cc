using System.ComponentModel;
using System.Diagnostics;

namespace IndicatorRules.Workers;

/// <summary>One started worker process, and why it was killed where it was. Safe on any thread; dispose it when it is given up.</summary>
internal sealed class RunningWorker : IDisposable
{
    // A process that has closed its output is about to end; what it ended with is known only then.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ErrorOutput _errors;
    private volatile bool _isLate;

    /// <summary>Takes the process over; kills it where its output cannot be read.</summary>
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
            // It had ended by itself, or the system lets nobody look for what it started.
        }
    }

    /// <summary>The code that it ended with; null when it goes on. One that has not ended in a while is killed.</summary>
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

    /// <summary>Asks it to end by closing its input; false when it does not in time.</summary>
    internal bool TryLeave(TimeSpan time)
    {
        try
        {
            Input.Close();
        }
        catch (IOException)
        {
            // Something of the last question was still to be written to a process that is gone.
        }

        return _process.WaitForExit(time);
    }

    internal string LastWords() => _errors.FirstLine();

    public void Dispose() => _process.Dispose();
}
