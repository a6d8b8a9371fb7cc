using System.CommandLine;
using IndicatorRules.Scripting.Caching;

namespace IndicatorRules.Cli;

/// <summary><c>precompile DIR</c>: the build's own step, by which the shipped schemes are warm from the first run.</summary>
internal sealed class PrecompileCommand : Verb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "写入的目录 / where to" };

    internal PrecompileCommand(Terminal terminal, string directory)
        : base("precompile", "预先编译指标体系（构建时用） / compile schemes beforehand, at build", terminal, directory)
    {
        Hidden = true;
        Arguments.Add(_folder);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        Precompilation.Run(PluginDirectories(parsed), Full(parsed.GetValue(_folder)!), cancellation);
        return ExitCode.Done;
    }
}
