using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Random values on a coarse grid, so that ends and thresholds meet often.</summary>
public static class Generators
{
    internal static Gen<decimal> Halves { get; } = Gen.Choose(-12, 12).Select(i => i / 2m);

    internal static Gen<Reading> Points { get; } = Halves.Select(v => Readings.Reading.Number(v));

    internal static Gen<Reading> Ranges { get; } =
        from a in Halves
        from b in Halves
        select Readings.Reading.Range(Math.Min(a, b), Math.Max(a, b));

    internal static Gen<Reading> ClosedBounds { get; } =
        Halves.Select(v => Readings.Reading.AtLeast(v)).Or(Halves.Select(v => Readings.Reading.AtMost(v)));

    internal static Gen<Reading> OpenBounds { get; } =
        Halves.Select(v => Readings.Reading.MoreThan(v)).Or(Halves.Select(v => Readings.Reading.LessThan(v)));

    internal static Gen<Reading> Absences { get; } =
        Gen.Choose(0, 3).Select(kind => Readings.Reading.Absent((AbsenceKind)kind));

    internal static Gen<Reading> Closed { get; } = Points.Or(Ranges).Or(ClosedBounds);

    internal static Gen<Reading> Numeric { get; } = Closed.Or(OpenBounds);

    public static Arbitrary<Reading> Reading() => Numeric.ToArbitrary();

    public static Arbitrary<decimal> Threshold() => Halves.ToArbitrary();

    public static Arbitrary<Verdict> Verdict() => Arb.From(
        from proven in Gen.Choose(0, 3)
        from claimed in Gen.Choose(0, 3)
        select new Verdict((Status)proven, (Status)claimed));

    public static Arbitrary<CourseCase> Course() => CourseCase.Any.ToArbitrary();

    public static Arbitrary<RuleCase> Rule() => RuleCase.Any.ToArbitrary();

    internal static Gen<T?> Maybe<T>(this Gen<T> gen)
        where T : struct =>
        Gen.Frequency((1, Gen.Constant<T?>(null)), (2, gen.Select(v => (T?)v)));

    private static Gen<T> Or<T>(this Gen<T> one, Gen<T> other) => Gen.OneOf(one, other);
}
