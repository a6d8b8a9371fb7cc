using IndicatorRules.Compiler;
using IndicatorRules.Schemes.Compiling;

// The compile worker: requests on standard input, responses on standard output, until the host closes the pipe.
WorkerLimits.Apply();
using var requests = Console.OpenStandardInput();
using var responses = Console.OpenStandardOutput();
var compiler = new RuleCompiler();
while (CompileProtocol.ReadRequest(requests) is { } request)
{
    CompileProtocol.Write(responses, compiler.Compile(request));
}
