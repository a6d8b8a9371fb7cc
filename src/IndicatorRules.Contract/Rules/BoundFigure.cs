using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>One figure of a bound row, with what rules ask of it again and again looked up once.</summary>
/// <remarks>Shared by the rules of all schemes that read the figure alike; see <see cref="BoundRow"/>.</remarks>
/// <param name="row">The row it is of.</param>
/// <param name="info">What a scheme says of it.</param>
/// <param name="index">Its place among the scheme's items; <see cref="OwnIndex"/> for the indicator's own.</param>
internal sealed class BoundFigure(BoundRow row, FigureInfo info, int index)
{
    internal const int OwnIndex = -1;

    private StateInfo? _state;
    private bool _stateIsKnown;
    private Fact? _previous;
    private bool _previousIsKnown;

    internal Fact Fact { get; private set; } = Fact.Unknown;

    /// <summary>The number, where <see cref="IsPlain"/>.</summary>
    internal decimal Number { get; private set; }

    /// <summary>Whether the figure is one number and no reasons are asked for, so that a word need look at nothing else.</summary>
    internal bool IsPlain { get; private set; }

    /// <summary>The scheme's status for the absence; Undetermined for a figure that is not absent.</summary>
    internal Status Absence { get; private set; } = Status.Undetermined;

    /// <summary>The year that the figure is of.</summary>
    internal int Year { get; private set; }

    /// <summary>The claimed course, the row's where the figure has none of its own.</summary>
    internal Trend? Trend { get; private set; }

    /// <summary>
    /// What the facts claim of the figure, or of its row where they say nothing of the figure itself; never of a year to come.
    /// </summary>
    internal Status Reported { get; private set; } = Status.Undetermined;

    /// <summary>The state that the words answer to; null when they answer to none.</summary>
    internal StateInfo? State
    {
        get
        {
            if (!_stateIsKnown)
            {
                _state = info.StateOf(Fact.Value.Text);
                _stateIsKnown = true;
            }

            return _state;
        }
    }

    /// <summary>Whether a figure of another scheme is the same and is read alike: in the same unit, absences and states.</summary>
    internal bool IsReadAs(FigureInfo other, int otherPlace) => (index == OwnIndex) == (otherPlace == OwnIndex)
        && (index == OwnIndex || info.Id == other.Id) && info.Unit == other.Unit
        && info.Absence == other.Absence && info.States.Length == other.States.Length
        && info.States.Zip(other.States).All(s => s.First.Rank == s.Second.Rank && s.First.Answers.SequenceEqual(s.Second.Answers));

    internal Fact FactIn(IndicatorFacts facts) => index == OwnIndex ? facts.Own : facts.Item(info.Id, index);

    /// <summary>The figure a year before, as one that can be compared; null where there is none.</summary>
    internal Fact? Previous
    {
        get
        {
            if (!_previousIsKnown)
            {
                _previous = In(Year - 1);
                _previousIsKnown = true;
            }

            return _previous;
        }
    }

    /// <summary>The figure of another year, in whichever column it is given; null where there is none.</summary>
    internal Fact? In(int year)
    {
        var fact = row.FactsOf(year) is { } facts ? FactIn(facts) : null;
        return fact is { IsAbsent: false } && (fact.OfYear ?? year) == year ? fact : null;
    }

    /// <summary>What is known of the figure in another year, an absence included.</summary>
    internal Fact FactOf(int year) => row.FactsOf(year) is { } facts && FactIn(facts) is var fact && (fact.OfYear ?? year) == year
        ? fact : Fact.Unknown;

    /// <summary>Binds to the row's facts. The row's own figure comes first: its claims count for items that have none.</summary>
    internal void Bind(IndicatorFacts? facts, Fact own)
    {
        var fact = facts is null ? Fact.Unknown : FactIn(facts);
        Fact = fact;
        Number = fact.Number;
        IsPlain = fact.IsNumber && !row.WithReasons;
        Absence = fact.IsAbsent ? info.Absence[fact.Value.Absence] : Status.Undetermined;
        // A target of a later year is held against what that year's figure will be.
        Year = row.Outlook ? row.Year : fact.OfYear ?? row.Year;
        // A figure that was typed and cannot be read is not a missing one: no claim replaces it.
        var unread = !fact.IsNumber && info.States.IsEmpty && fact.Value.IsUnreadFigure;
        Trend = unread ? null : fact.ClaimedTrend ?? own.ClaimedTrend;
        Reported = row.Outlook || unread ? Status.Undetermined : (fact.ReportedMet ?? own.ReportedMet) switch
        {
            true => Status.Met,
            false => Status.NotMet,
            null => Status.Undetermined,
        };
        _stateIsKnown = info.States.IsEmpty;
        _state = null;
        _previousIsKnown = row.Outlook;
        _previous = null;
    }
}
