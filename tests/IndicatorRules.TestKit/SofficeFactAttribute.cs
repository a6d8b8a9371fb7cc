namespace IndicatorRules.TestKit;

/// <summary>A test that needs LibreOffice; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SofficeFactAttribute : FactAttribute
{
    public SofficeFactAttribute() => Skip = Program is null ? "LibreOffice (soffice) is not on the path" : null;

    /// <summary>The program; null if there is none.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(f => new[] { Path.Combine(f, "soffice"), Path.Combine(f, "soffice.exe") }).FirstOrDefault(File.Exists);
}
