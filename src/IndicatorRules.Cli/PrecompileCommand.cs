using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>precompile DIR</c>: a step of the build, so that the shipped schemes start warm from the first run.</summary>
internal sealed class PrecompileCommand : Verb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "写入的目录 / where to" };

    internal PrecompileCommand(Terminal terminal, string directory)
        : base("precompile", "预先编译指标体系（构建时用） / compile schemes beforehand, at build", terminal, directory)
    {
        Hidden = true;
        Arguments.Add(_folder);
    }

    private protected override int Work(Session session)
    {
        var folder = session.Get(_folder);
        if (File.Exists(session.Full(folder)))
        {
            var why = new LocalizedText("它是文件，不是文件夹", "it is a file, not a folder");
            throw FileFaultException.Of(DiagnosticCatalog.TargetRefused, folder, folder, why);
        }

        Precompilation.Run(session.PluginDirectories, session.Full(folder), session.CancellationToken);
        return ExitCode.Done;
    }
}
