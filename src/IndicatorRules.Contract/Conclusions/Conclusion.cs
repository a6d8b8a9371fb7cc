using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>
/// How the whole is concluded (总评): points, and between which grades it lies. The order of the steps does not matter:
/// the highest grade awarded counts, then caps, then vetoes.
/// </summary>
/// <remarks>Each word gives a new conclusion. Immutable; safe on any thread.</remarks>
public sealed class Conclusion
{
    // Each word copies the steps; a script that doubled them would take more than it was measured at.
    private const int MostSteps = 200;

    internal Conclusion(Quantity points, ImmutableArray<ConclusionStep> steps)
    {
        Points = points;
        Steps = steps;
    }

    /// <summary>The points, least and most.</summary>
    public Quantity Points { get; }

    /// <summary>What the script said, in its order.</summary>
    internal ImmutableArray<ConclusionStep> Steps { get; }

    /// <summary>The lowest grade that may come out.</summary>
    public GradeId LeastGrade => Grade(certain: true);

    /// <summary>The highest grade that may come out; the same as the lowest where nothing is left open.</summary>
    public GradeId MostGrade => Grade(certain: false);

    /// <summary>The first thing that went wrong, as a key of <c>ScriptFault</c>; null where nothing did. The rest holds.</summary>
    internal string? Fault => Points.Fault ?? Steps.Select(s => s.When.Fault).FirstOrDefault(f => f is not null);

    /// <summary>Gives a grade where the condition holds. Without any award the grade is the lowest of the scheme.</summary>
    /// <param name="grade">One of the scheme's grades.</param>
    /// <param name="when">The condition; where it is not known, the conclusion says between which grades it lies.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Conclusion Award(GradeId grade, Answer when, [CallerLineNumber] int line = 0) =>
        With(new(ConclusionStepKind.Award, grade, when, "", line));

    /// <summary>封顶: where the condition holds, no grade above this one.</summary>
    /// <param name="grade">The highest grade that is left.</param>
    /// <param name="when">The condition.</param>
    /// <param name="because">Words for the reader, beside what the condition itself says.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Conclusion Cap(GradeId grade, Answer when, string because = "", [CallerLineNumber] int line = 0) =>
        With(new(ConclusionStepKind.Cap, grade, when, because, line));

    /// <summary>一票否决: where the condition holds, the lowest grade, whatever else was awarded.</summary>
    /// <param name="when">The condition.</param>
    /// <param name="because">Words for the reader, beside what the condition itself says.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Conclusion Veto(Answer when, string because = "", [CallerLineNumber] int line = 0) =>
        With(new(ConclusionStepKind.Veto, default, when, because, line));

    /// <summary>说明: where the condition holds, a sentence for the reader, such as why points were adjusted. It changes no grade.</summary>
    /// <param name="because">The words.</param>
    /// <param name="when">The condition.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Conclusion Note(string because, Answer when, [CallerLineNumber] int line = 0) =>
        With(new(ConclusionStepKind.Note, default, when, because, line));

    private Conclusion With(ConclusionStep step) => Steps.Length < MostSteps
        ? new(Points, Steps.Add(step))
        : throw new InvalidOperationException($"A conclusion has at most {MostSteps} steps.");

    // The lowest outcome counts awards that are certain and caps that are possible; the highest the other way round.
    private GradeId Grade(bool certain)
    {
        var grade = 0;
        foreach (var step in Steps.Where(s => s.Kind == ConclusionStepKind.Award && Counts(s.When, certain)))
        {
            grade = Math.Max(grade, step.Grade.Index);
        }

        foreach (var step in Steps.Where(s => s.Kind is ConclusionStepKind.Cap or ConclusionStepKind.Veto && Counts(s.When, !certain)))
        {
            grade = Math.Min(grade, step.Grade.Index);
        }

        return new GradeId(grade);
    }

    private static bool Counts(Answer when, bool certain) => certain ? when.Holds == true : when.Holds != false;
}
