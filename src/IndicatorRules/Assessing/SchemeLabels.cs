using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The names of a lineage's schemes in reports: their levels, in one language. Immutable.</summary>
/// <param name="scheme">The lowest scheme, whose own level is 本县 and the like; null to use ids.</param>
/// <param name="language">The language.</param>
public sealed class SchemeLabels(Scheme? scheme, Language language)
{
    private readonly Scheme[] _lineage = [.. scheme?.Lineage() ?? []];

    /// <summary>国家, 省级, 本县; with the title when two schemes of the lineage have the same level.</summary>
    public string Of(string schemeId)
    {
        if (Array.Find(_lineage, s => s.Id == schemeId) is not { } named)
        {
            return schemeId;
        }

        var level = named.LevelName(isOwn: named.Id == scheme!.Id).In(language);
        return _lineage.Count(s => s.Level == named.Level) == 1 ? level
            : language == Language.Zh ? $"{level}“{named.Title.Zh}”" : $"{level} “{named.Title.En}”";
    }
}
