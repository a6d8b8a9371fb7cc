using System.Collections.Immutable;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>Several verdicts counted together. A row that is undetermined may turn out either way: counts say least and most.</summary>
/// <remarks>Belongs to one conclusion and with it to one thread at a time.</remarks>
public abstract class IndicatorGroup
{
    private ImmutableArray<ConcludedRow> _rows = [];
    private LocalizedText _label = LocalizedText.Empty;
    private Status _exempt;

    /// <summary>What adjustments add to the points.</summary>
    private protected decimal Added { get; private set; }

    private protected IndicatorGroup()
    {
    }

    /// <summary>How many are met.</summary>
    public Quantity Met => Count(Status.Met, new("达标数", "met"));

    /// <summary>How many are not met.</summary>
    public Quantity NotMet => Count(Status.NotMet, new("未达标数", "not met"));

    /// <summary>How many do not apply here.</summary>
    public Quantity NotApplicable => Count(Status.NotApplicable, new("不适用数", "not applicable"));

    /// <summary>How many apply here.</summary>
    public Quantity Applicable
    {
        get
        {
            var open = Number(Status.Undetermined);
            var decided = Number(Status.Met) + Number(Status.NotMet);
            return new(decided, decided + open, Origins(Status.Undetermined), "", Labelled(new("适用数", "applicable")));
        }
    }

    /// <summary>How many of those that apply are met, in percent; unknown where none applies.</summary>
    public Quantity MetShare
    {
        get
        {
            decimal open = Number(Status.Undetermined);
            decimal met = Number(Status.Met);
            var whole = met + open + Number(Status.NotMet);
            var label = Labelled(new("达标比例", "share met"));
            return whole == 0 ? new(null, null, [], "%", label)
                : new(100 * met / whole, 100 * (met + open) / whole, Origins(Status.NotMet), "%", label);
        }
    }

    /// <summary>
    /// The points earned: a met row's own and nothing for one that is not met, or by size where the scheme says so. Over all rows, the
    /// adjustments of the facts are in it.
    /// </summary>
    public Quantity Points
    {
        get
        {
            var (low, high) = (Added + _rows.Sum(r => r.Earned.Low), Added + _rows.Sum(r => r.Earned.High));
            return new(low, high, OriginsOfPoints(), "", Labelled(new("得分", "points")));
        }
    }

    /// <summary>
    /// The points that could be earned here: rows that do not apply are left out, unless the scheme lets them earn theirs.
    /// </summary>
    public Quantity PointsPossible
    {
        get
        {
            var open = Sum(Status.Undetermined);
            var sure = Sum(Status.Met) + Sum(Status.NotMet) + (_exempt == Status.Met ? Sum(Status.NotApplicable) + open : 0);
            var most = _exempt == Status.Met ? sure : sure + open;
            return new(sure, most, Origins(Status.Undetermined, withPoints: true), "", Labelled(new("满分", "possible points")));
        }
    }

    /// <summary>The points earned of those possible, in percent; unknown where none are possible.</summary>
    public Quantity PointsShare
    {
        get
        {
            var earned = Points;
            var whole = PointsPossible.High!.Value;
            var label = Labelled(new("得分率", "points of those possible"));
            return whole == 0 ? new(null, null, [], "%", label)
                : new(100 * earned.Low / whole, 100 * earned.High / whole, earned.Origins, "%", label);
        }
    }

    internal void Fill(IEnumerable<ConcludedRow> rows, LocalizedText label, Status exempt, decimal added = 0)
    {
        Added = added;
        _rows = [.. rows];
        _label = label;
        _exempt = exempt;
    }

    private Quantity Count(Status status, LocalizedText what)
    {
        var sure = Number(status);
        return new(sure, sure + Number(Status.Undetermined), Origins(status), "", Labelled(what));
    }

    private int Number(Status status) => _rows.Count(r => r.Status == status);

    private decimal Sum(Status status) => _rows.Where(r => r.Status == status).Sum(r => r.Points);

    // The rows of one status, and all that may still become it.
    private ImmutableArray<Origin> Origins(Status status, bool withPoints = false) =>
    [
        .. _rows.Where(r => (r.Status == status || r.Status == Status.Undetermined) && !(withPoints && r.Points == 0))
            .OrderBy(r => r.Index).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Take(OriginSet.Most).Select(Outcome.OriginOf),
    ];

    // The rows that lost points, and all that may still lose some.
    private ImmutableArray<Origin> OriginsOfPoints() =>
    [
        .. _rows.Where(r => r.Status != Status.NotApplicable && r.Earned.Low < r.Points)
            .OrderBy(r => r.Number).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Take(OriginSet.Most).Select(r => Outcome.OriginOf(r) with { IsOpen = !r.Earned.IsPoint }),
    ];

    private LocalizedText Labelled(LocalizedText what) =>
        new($"{_label.Zh}{what.Zh}", _label.En.Length == 0 ? what.En : $"{_label.En}: {what.En}");
}
