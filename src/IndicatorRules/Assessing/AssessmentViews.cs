using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>Assessment → the view of it that an extension gets.</summary>
internal static class AssessmentViews
{
    internal static AssessmentView Of(Assessment assessment, Language language) => new()
    {
        Scheme = assessment.Scheme.Id,
        Version = assessment.Scheme.Version.ToString(),
        Title = assessment.Scheme.Title,
        SchemeHash = assessment.Scheme.Hash,
        Place = assessment.Place,
        Year = assessment.Year,
        Evidence = assessment.Evidence,
        FactsHash = assessment.FactsHash,
        Note = assessment.Note,
        Verdicts = [.. assessment.Indicators.Select(v => Of(v, assessment.Scheme, language))],
    };

    private static VerdictView Of(IndicatorVerdict verdict, Scheme scheme, Language language) => new()
    {
        Number = PrintedNumber.Whole(verdict.Indicator.Number) ?? 0,
        PrintedNumber = verdict.Indicator.Number,
        Id = verdict.Indicator.Id,
        Name = verdict.Indicator.Name,
        Domain = scheme.DomainOf(verdict.Indicator.TaskGroup).Name,
        Unit = verdict.Indicator.Unit,
        Target = verdict.Indicator.Target,
        IsBinding = verdict.Indicator.Kind.Id == RowKind.Binding.Id,
        Kind = verdict.Indicator.Kind.Name,
        Value = verdict.Facts?.Own.Value,
        Status = verdict.Status,
        Basis = verdict.Basis,
        Margin = verdict.Margin,
        Reasons = [.. verdict.Reasons(language)],
        DueStages = [.. verdict.DueStages.Select(s => Of(s, language))],
    };

    private static StageView Of(StageVerdict verdict, Language language) => new()
    {
        Id = verdict.Stage.Stage.Id,
        Name = verdict.Stage.Stage.Name,
        Year = verdict.Stage.Stage.Year,
        Target = verdict.Stage.Target,
        Status = verdict.Status,
        Basis = verdict.Basis,
        Margin = verdict.Margin,
        Reasons = [.. verdict.Reasons(language)],
    };
}
