namespace IndicatorRules.Contract.Rules;

/// <summary>The rule of an upper scheme on the same indicator.</summary>
internal sealed class BoundUpper(string schemeId, RuleContext rule)
{
    internal string SchemeId => schemeId;

    internal RuleContext Rule => rule;

    /// <summary>The id as a script last wrote it: the same words, often the same object.</summary>
    internal string? Written { get; set; }
}
