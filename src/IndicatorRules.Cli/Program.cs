using System.Runtime.InteropServices;
using System.Text;
using IndicatorRules.Cli;
using IndicatorRules.Schemes.Files;

using var cancellation = new CancellationTokenSource();
// Console.CancelKeyPress knows neither SIGTERM nor SIGHUP.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var quitted = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Interrupt);
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (!Console.IsOutputRedirected || !Console.IsErrorRedirected)
{
    Console.OutputEncoding = utf8;
}

var terminal = new Terminal(
    new GuardedWriter(
        Console.IsOutputRedirected ? Plain(StandardStream.Output) : Console.Out,
        fault => throw FileFaultException.WritingResult(fault)),
    // A message that cannot be written is lost, without an effect on the result and the exit code.
    new GuardedWriter(Console.IsErrorRedirected ? Plain(StandardStream.Error) : Console.Error, _ => { }),
    Console.IsOutputRedirected ? Terminal.DefaultWidth : Screen.WidthOf(Console.WindowWidth))
{
#pragma warning disable RS0030 // Only the environment knows what a terminal can show; no file depends on it.
    Screen = Console.IsOutputRedirected ? null : Screen.Of(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows()),
#pragma warning restore RS0030
#pragma warning disable RS0030 // A reader of many saves wants to know when each was; no file has the time.
    Clock = () => TimeOnly.FromDateTime(DateTime.Now),
#pragma warning restore RS0030
    IsLive = !Console.IsErrorRedirected,
};
return await Tool.RunAsync(args, terminal, Directory.GetCurrentDirectory(), cancellation.Token);

void Interrupt(PosixSignalContext signal)
{
    // The first signal cancels the run, which cleans up; a second one ends the process at once.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

// For a file or pipe.
TextWriter Plain(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, utf8) { AutoFlush = true });
