using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

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

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_folder)!;
        if (File.Exists(Full(folder)))
        {
            throw FileFaultException.Of(DiagnosticCatalog.TargetRefused, folder, folder, new LocalizedText("它是文件，不是文件夹", "it is a file, not a folder"));
        }

        Precompilation.Run(PluginDirectories(parsed), Full(folder), cancellationToken);
        return ExitCode.Done;
    }
}
