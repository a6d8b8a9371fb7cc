using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>
/// What each clause is made of. A finding that says a clause and lacks its parts or its figures is not one that rules make.
/// </summary>
internal static class FindingShape
{
    internal static bool Fits(Clause clause, Details details) => HasParts(clause, details) && HasFigures(clause, details);

    // Where there would be too many, there are none.
    private static bool HasParts(Clause clause, Details details) => (clause, details.IsCutShort) switch
    {
        (Clause.All or Clause.Any or Clause.Branch or Clause.Upper or Clause.Undecided, true) => details.Parts.IsEmpty,
        (_, true) => false,
        (Clause.All or Clause.Any, _) => details.Parts.Length >= 2,
        (Clause.Branch, _) => details.Parts.Length == 3,
        (Clause.Upper, _) => details.Parts.Length == 1,
        (Clause.Undecided, _) => details.Parts is [] or [{ Parts.IsEmpty: true }],
        _ => details.Parts.IsEmpty,
    };

    private static bool HasFigures(Clause clause, Details details) => clause switch
    {
        Clause.All or Clause.Any or Clause.Branch => details.Figure is null,
        Clause.Upper => details is { Figure: null, Text.Length: > 0 },
        Clause.AtLeast or Clause.MoreThan or Clause.AtMost or Clause.LessThan => IsOfFigure(details),
        Clause.Between => IsOfFigure(details) && details.Threshold is not null && (details.UpperThreshold is not null || details.Margin is null),
        Clause.StateIs or Clause.StateReached => IsOfFigure(details) && details.Text.Length > 0,
        Clause.TaskAtLeast or Clause.TaskAtMost => IsOfFigure(details) && details.Threshold is not null,
        Clause.TaskQuota => IsOfFigure(details) && details.Reading is not null,
        _ => details.Figure is not null,
    };

    // A margin is the distance of a reading.
    private static bool IsOfFigure(Details details) => details.Figure is not null && (details.Reading is not null || details.Margin is null);
}

/// <summary>How much one answer may still say. One thread.</summary>
/// <param name="scheme">The scheme that was asked; it and those that it rests on are all that an answer may name.</param>
internal sealed class FindingBudget(Scheme scheme)
{
    /// <summary>Characters, each as often as sentences are put together around it: what a report takes is no more than a second.</summary>
    internal const long MostText = 100_000_000;

    private readonly HashSet<string> _schemes = [.. scheme.Lineage().Select(s => s.Id)];
    private int _left;
    private int _depth;
    private int _uppers;
    private long _text;

    /// <summary>Begins a verdict.</summary>
    internal void Begin() => _left = Reason.MostSteps;

    /// <summary>Goes into a finding; false where there is no room for it.</summary>
    internal bool Enter(Clause clause)
    {
        _depth++;
        _uppers += clause == Clause.Upper ? 1 : 0;
        return --_left >= 0 && _uppers < Math.Max(2, _schemes.Count);
    }

    internal void Leave(Clause clause)
    {
        _depth--;
        _uppers -= clause == Clause.Upper ? 1 : 0;
    }

    /// <summary>Notes what a finding says by itself; false where it is too much.</summary>
    internal bool Say(int characters) => (_text += (long)characters * _depth) <= MostText;

    internal bool Names(string scheme) => _schemes.Contains(scheme);
}
