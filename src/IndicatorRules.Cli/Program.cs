using System.CommandLine;
using System.Text;
using IndicatorRules.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};
var terminal = new Terminal(Console.Out, Console.Error, Console.IsOutputRedirected ? Terminal.DefaultWidth : Math.Max(Console.WindowWidth, 100))
{
    IsLive = !Console.IsErrorRedirected,
};
return await Tool.RunAsync(args, terminal, Directory.GetCurrentDirectory(), cancellation.Token);
