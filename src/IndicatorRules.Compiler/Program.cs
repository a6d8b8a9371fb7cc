using IndicatorRules.Compiler;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Workers;

// The compile worker: requests on standard input, responses on standard output, until the host closes the pipe.
// Tests take its own gates away by an argument, to see that the process is enough; a host passes none.
WorkerLimits.Apply();
using var requests = Console.OpenStandardInput();
using var responses = Console.OpenStandardOutput();
var compiler = new RuleCompiler(args is ["--layers", "none"] ? Layers.None : Layers.All);
// Roslyn is loaded while the host is still busy with its first request.
compiler.Prepare();
while (CompileProtocol.ReadRequest(requests) is { } request)
{
    CompileProtocol.Write(responses, compiler.Compile(request));
}
