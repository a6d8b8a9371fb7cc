namespace IndicatorRules.Tests.Support;

/// <summary>Tests of owners and rights as Unix has them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "rights are inherited here" : null;
}
