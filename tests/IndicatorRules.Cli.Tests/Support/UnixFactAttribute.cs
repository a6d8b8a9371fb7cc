namespace IndicatorRules.Cli.Tests.Support;

/// <summary>A test of what a Unix shell can set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "there is no such shell here" : null;
}
