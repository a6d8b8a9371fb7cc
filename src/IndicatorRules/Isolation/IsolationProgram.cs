using System.Collections.Immutable;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Isolation;

/// <summary>
/// The isolated process: questions on standard input, answers on standard output, until the host closes the pipe. Any fault ends it.
/// </summary>
internal static class IsolationProgram
{
    internal static void Run()
    {
        WorkerLimits.Apply();
        using var questions = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        var schemes = new Dictionary<string, CompiledScheme>(StringComparer.Ordinal);
        while (Frame.Read(questions) is { } frame)
        {
            var question = JsonSerializer.Deserialize(frame, IsolationJson.Strict.IsolationQuestion)!;
            if (question.Schemes is { } sent)
            {
                schemes[question.Key] = SchemeTransfer.Load(sent);
            }

            var answer = Answer(question, schemes[question.Key]);
            Frame.Write(answers, JsonSerializer.SerializeToUtf8Bytes(answer, IsolationJson.Strict.IsolationAnswer));
        }
    }

    internal static IsolationAnswer Answer(IsolationQuestion question, CompiledScheme compiled) => question.Job is { } asked
        ? new(Judge(asked.For(compiled)), [])
        : new(null, [.. PrintedTargets.Validate(compiled, CancellationToken.None).Select(SentWarning.Of)]);

    private static Judgement Judge(JudgingJob job)
    {
        var scheme = job.Compiled.Scheme;
        var judgement = SchemeScripts.Judge(job, CancellationToken.None);
        return judgement with
        {
            Rows = !job.WithReasons ? judgement.Rows
                : [.. judgement.Rows.Zip(scheme.Indicators, (row, indicator) => row with
                {
                    Said = SaidOf(row, indicator, job),
                    Targets = DatedTarget.Of(row, indicator),
                })],
            Conclusion = judgement.Conclusion is { } concluded ? concluded with { Told = Told(concluded, scheme.Conclusion!) } : null,
        };
    }

    private static ImmutableArray<Said> SaidOf(RowVerdicts row, Indicator indicator, JudgingJob job)
    {
        var (scheme, evidence) = (job.Compiled.Scheme, job.Evidence);
        var verdict = new IndicatorVerdict { Indicator = indicator, Scheme = scheme, Verdict = row.Rule, Evidence = evidence };
        return
        [
            new Said(verdict.Margin, Sentences(verdict, Language.Zh), Sentences(verdict, Language.En), [.. verdict.Uppers])
            {
                MarginPercent = verdict.MarginPercent,
            },
            .. indicator.Stages.Select((stage, i) =>
            {
                var (factsYear, due) = RowJudge.YearOf(stage.Stage, job.Facts, job.Year);
                var verdict = new StageVerdict
                {
                    Stage = stage,
                    Indicator = indicator,
                    Scheme = scheme,
                    Verdict = row.Stages[i],
                    Evidence = evidence,
                    Due = due,
                    FactsYear = factsYear,
                };
                return new Said(verdict.Margin, Sentences(verdict, Language.Zh), Sentences(verdict, Language.En), []);
            }),
        ];
    }

    private static Sentences Sentences(IndicatorVerdict v, Language language) => new(
        [.. v.Reasons(language)], [.. v.Margins(language)], [.. v.MarginTexts(language)], [.. v.UnprintedRequirements(language)],
        [.. v.Flips(language)], [.. v.Clauses(language)], [.. v.DecidingClauses(language)]);

    private static Sentences Sentences(StageVerdict v, Language language) => new([.. v.Reasons(language)], [], [], [], [], [], []);

    private static Told Told(ConclusionResult result, ConclusionPlan plan)
    {
        var c = new SchemeConclusion { Conclusion = result.Conclusion, Plan = plan, Fault = result.Fault };
        return new(
            IndexOf(c.LeastGrade), IndexOf(c.MostGrade), c.Points?.Numbers, c.IsUndetermined, c.DecidedBy, [.. c.Reasons(Language.Zh)],
            [.. c.Reasons(Language.En)]);

        int? IndexOf(Grade? grade) => grade is null ? null : plan.Grades.IndexOf(grade);
    }
}
