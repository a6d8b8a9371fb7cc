using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Drafting;

/// <summary>What a printed table does not say about the plugin that is drafted from it. Immutable.</summary>
public sealed class PluginDraftOptions
{
    /// <summary>The id of the new scheme.</summary>
    public required string Id { get; init; }

    /// <summary>The schemes that it extends: rows of the same name and target are taken over. Empty for none.</summary>
    public IReadOnlyList<Scheme> Uppers { get; init; } = [];

    /// <summary>The folder of the JSON Schemas as the plugin's folder sees it, with forward slashes.</summary>
    public string Schemas { get; init; } = "../../schemas";

    /// <summary>The name of the place; null if it is to be filled in.</summary>
    public string? Place { get; init; }

    /// <summary>The year of values whose heading names none; null to conclude it from the other headings.</summary>
    public int? Year { get; init; }
}
