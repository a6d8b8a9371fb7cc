namespace IndicatorRules.Cli.Tests.Support;

/// <summary>A test of cases that Unix alone has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such files" : null;
}
