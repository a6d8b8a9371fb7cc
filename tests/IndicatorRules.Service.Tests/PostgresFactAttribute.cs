namespace IndicatorRules.Service.Tests;

/// <summary>A test that needs PostgreSQL; skipped where no connection string is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() =>
        Skip = Connection is null ? "INDICATOR_RULES_TEST_POSTGRES has no connection string" : null;

    public static string? Connection { get; } =
        Environment.GetEnvironmentVariable("INDICATOR_RULES_TEST_POSTGRES") is { Length: > 0 } given ? given : null;
}
