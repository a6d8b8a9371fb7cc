using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>The verdict on one indicator as a conclusion sees it: <c>Indicators.GreenCover</c>.</summary>
/// <remarks>An undetermined verdict answers "not known" to every question.</remarks>
public sealed class Outcome
{
    private readonly ConcludedRow _row;

    internal Outcome(ConcludedRow row) => _row = row;

    /// <summary>Whether it is met.</summary>
    public Answer IsMet => Asked(Status.Met, new("达标", "met"));

    /// <summary>Whether it is not met.</summary>
    public Answer IsNotMet => Asked(Status.NotMet, new("未达标", "not met"));

    /// <summary>Whether it does not apply here.</summary>
    public Answer IsNotApplicable => Asked(Status.NotApplicable, new("不适用", "not applicable"));

    internal static Origin OriginOf(ConcludedRow row) => new()
    {
        Kind = OriginKind.Verdict,
        Number = row.Number,
        Id = row.Id,
        Name = row.Name,
        IsOpen = row.Status == Status.Undetermined,
    };

    private Answer Asked(Status status, LocalizedText what)
    {
        bool? holds = _row.Status == Status.Undetermined ? null : _row.Status == status;
        var label = new LocalizedText($"“{_row.Name.Zh}”{what.Zh}", $"“{_row.Name.En}” {what.En}");
        return new(holds, [new Term(new(null, null, [], "", label), "", default)], [OriginOf(_row)]);
    }
}
