namespace IndicatorRules.Schemes.Json;

/// <summary>Which texts passed which schema before, so that what is known to pass is not validated again. Safe on any thread.</summary>
/// <param name="Passed">Whether the text with this SHA-256 passed the schema of this name, as this very program has it.</param>
/// <param name="Pass">Notes that it did.</param>
internal sealed record SchemaMemory(Func<string, string, bool> Passed, Action<string, string> Pass);
