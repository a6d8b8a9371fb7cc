namespace IndicatorRules.Contract.Readings;

/// <summary>The status that a scheme gives to each kind of absence. Immutable.</summary>
/// <param name="NotReported">Default Undetermined.</param>
/// <param name="NothingOfTheKind">Default Undetermined: only a scheme that says so can be without the row.</param>
/// <param name="NotAssessed">Default NotApplicable.</param>
/// <param name="NotMeasurable">Default Undetermined.</param>
internal sealed record AbsencePolicy(
    Status NotReported = Status.Undetermined,
    Status NothingOfTheKind = Status.Undetermined,
    Status NotAssessed = Status.NotApplicable,
    Status NotMeasurable = Status.Undetermined)
{
    /// <summary>The status of an absence.</summary>
    public Status this[AbsenceKind kind] => kind switch
    {
        AbsenceKind.NothingOfTheKind => NothingOfTheKind,
        AbsenceKind.NotAssessed => NotAssessed,
        AbsenceKind.NotMeasurable => NotMeasurable,
        _ => NotReported,
    };
}
