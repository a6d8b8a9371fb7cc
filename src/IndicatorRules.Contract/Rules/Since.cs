namespace IndicatorRules.Contract.Rules;

/// <summary>Which year a figure is compared with. Never another year in silence. Immutable.</summary>
public readonly record struct Since
{
    private Since(int yearsBack, bool baseYear)
    {
        Back = yearsBack;
        IsBaseYear = baseYear;
    }

    /// <summary>The scheme's base year.</summary>
    public static Since BaseYear => new(0, true);

    /// <summary>The year before; the default.</summary>
    public static Since PreviousYear => new(1, false);

    // Invariant: 0 stands for the default value of the struct and counts as 1.
    private int Back { get; }

    private bool IsBaseYear { get; }

    /// <summary>A fixed number of years back, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="years"/> is less than 1.</exception>
    public static Since YearsBack(int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        return new(years, false);
    }

    internal bool IsPreviousYear => !IsBaseYear && Back <= 1;

    internal int? From(int year, int? baseYear) => IsBaseYear ? baseYear : year - Math.Max(Back, 1);
}
