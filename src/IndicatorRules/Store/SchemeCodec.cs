using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Keeping;

/// <summary>
/// A composed scheme → bytes, its upper schemes aside; <see cref="KeptSchemeReader"/> reads field after field in the same order.
/// </summary>
internal sealed class KeptSchemeWriter(KeptWriter to)
{
    internal void Write(Scheme scheme)
    {
        to.Text(scheme.Title);
        to.Text(scheme.Issuer);
        to.Word(scheme.Level);
        to.Text(scheme.Note);
        to.WordOrNull(scheme.InForceFrom);
        to.WordOrNull(scheme.InForceTo);
        to.NumberOrNull(scheme.BaseYear);
        to.Source(scheme.Source);
        to.All(scheme.LeftOut, l =>
        {
            Write(l.Upper);
            to.Text(l.Because);
            to.Place(l.Location);
        });
        to.All(scheme.Stages, Write);
        to.All(scheme.Place, Write);
        to.Number((int)scheme.Tally.NotApplicable);
        to.Number((int)scheme.Tally.Undetermined);
        to.All(scheme.Domains, Write);
        to.All(scheme.Indicators, Write);
        to.Flag(scheme.Conclusion is not null);
        if (scheme.Conclusion is { } conclusion)
        {
            Write(conclusion);
        }

        to.All(scheme.Checks, Write);
        to.All(scheme.Background, b =>
        {
            to.Word(b.Id);
            to.Text(b.Name);
            to.Word(b.Unit);
        });
        to.All(scheme.Functions, Write);
    }

    private void Write(Indicator indicator)
    {
        to.Number(indicator.Number);
        to.Word(indicator.Id);
        to.Word(indicator.TaskGroup);
        to.Text(indicator.Name);
        to.Word(indicator.Unit);
        to.WordOrNull(indicator.MeasuredIn);
        to.Number((int)indicator.Direction);
        to.NumberOrNull(indicator.Decimals);
        to.Flag(indicator.Starred);
        to.All(indicator.Kinds, b =>
        {
            to.Word(b.SchemeId);
            to.Number((int)b.Kind);
        });
        to.Text(indicator.Target);
        to.All(indicator.Items, Write);
        to.All(indicator.States, Write);
        Write(indicator.Absence);
        to.Rule(indicator.Rule);
        to.Source(indicator.Source);
        to.All(indicator.Stages, Write);
        to.All(indicator.From, Write);
        to.Flag(indicator.ReplacesRule);
        to.All(indicator.Provenance, o =>
        {
            to.Word(o.Field);
            to.All(o.Authors, Write);
        });
        to.All(indicator.Unasked, to.Word);
        to.Text(indicator.Because);
        to.Text(indicator.Note);
        to.Place(indicator.Location);
    }

    private void Write(Item item)
    {
        to.Word(item.Id);
        to.Text(item.Name);
        to.Word(item.Unit);
        to.WordOrNull(item.MeasuredIn);
        to.Number((int)item.Direction);
        to.Flag(item.Target is not null);
        if (item.Target is { } target)
        {
            to.Text(target);
        }

        to.Flag(item.Starred);
        to.Flag(item.Printed);
        to.All(item.States, Write);
        to.Flag(item.Absence is not null);
        if (item.Absence is { } absence)
        {
            Write(absence);
        }
    }

    private void Write(AbsencePolicy absence)
    {
        to.Number((int)absence.NotReported);
        to.Number((int)absence.NothingOfTheKind);
        to.Number((int)absence.NotAssessed);
        to.Number((int)absence.NotMeasurable);
    }

    private void Write(StateInfo state)
    {
        to.Word(state.Id);
        to.Text(state.Text);
        to.All(state.Answers, to.Word);
        to.Number(state.Rank);
    }

    private void Write(IndicatorStage stage)
    {
        Write(stage.Stage);
        to.Text(stage.Target);
        to.Rule(stage.Rule);
        to.Text(stage.Because);
        to.All(stage.Provenance, Write);
        to.Place(stage.Location);
    }

    private void Write(Stage stage)
    {
        to.Word(stage.Id);
        to.Text(stage.Name);
        to.Number(stage.Year);
    }

    private void Write(Provenance origin)
    {
        to.Word(origin.SchemeKey);
        to.Place(origin.Location);
        to.Source(origin.Source);
    }

    private void Write(UpperIndicator upper)
    {
        to.Word(upper.SchemeId);
        to.Word(upper.IndicatorId);
    }

    private void Write(PlaceAttribute attribute)
    {
        to.Word(attribute.Id);
        to.Number((int)attribute.Kind);
        to.Text(attribute.Name);
        to.All(attribute.Choices, c =>
        {
            to.Word(c.Id);
            to.Text(c.Text);
            to.All(c.Also, to.Word);
        });
    }

    private void Write(Domain domain)
    {
        to.Word(domain.Id);
        to.Text(domain.Name);
        to.All(domain.TaskGroups, t =>
        {
            to.Word(t.Id);
            to.Text(t.Name);
        });
    }

    private void Write(ConclusionPlan conclusion)
    {
        to.All(conclusion.Grades, g =>
        {
            to.Word(g.Id);
            to.Text(g.Name);
        });
        to.Number(conclusion.Points.Count);
        foreach (var (indicator, points) in conclusion.Points)
        {
            to.Word(indicator);
            to.Figure(points);
        }

        to.Flag(conclusion.ExemptEarns);
        to.Place(conclusion.Location);
        to.Rule(conclusion.Script);
    }

    private void Write(Check check)
    {
        to.Word(check.Id);
        to.Text(check.Title);
        to.WordOrNull(check.IndicatorId);
        to.Rule(check.Script);
        to.Place(check.Location);
    }

    private void Write(SchemeFunction function)
    {
        to.Word(function.Signature.Id);
        to.All(function.Signature.Parameters, p =>
        {
            to.Word(p.Name);
            to.Word(p.Unit);
        });
        to.Word(function.Signature.Unit);
        to.Text(function.Name);
        to.Word(function.Extension);
        to.Number(function.Cost);
        to.Place(function.Location);
    }
}
