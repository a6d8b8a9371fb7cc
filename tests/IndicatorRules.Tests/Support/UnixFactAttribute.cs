namespace IndicatorRules.Tests.Support;

/// <summary>A test of owners and rights as Unix has them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "rights are inherited here" : null;
}
