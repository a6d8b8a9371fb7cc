using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Support;

/// <summary>Gives the same answer to everything.</summary>
internal sealed class FixedCompiler(CompileResponse answer) : IRuleCompiler
{
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) => answer;
}
