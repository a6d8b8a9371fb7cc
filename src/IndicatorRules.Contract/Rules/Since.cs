using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>Which year a figure is compared with. Never another year in silence. Immutable.</summary>
public readonly record struct Since
{
    private Since(int yearsBack, bool baseYear, bool isWrong = false)
    {
        Back = yearsBack;
        IsBaseYear = baseYear;
        IsWrong = isWrong;
    }

    /// <summary>The scheme's base year.</summary>
    public static Since BaseYear => new(0, true);

    /// <summary>The year before; the default.</summary>
    public static Since PreviousYear => new(1, false);

    // Invariant: 0 is the default value of the struct and counts as 1.
    private int Back { get; }

    private bool IsBaseYear { get; }

    /// <summary>A fixed number of years back, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="years"/> is less than 1.</exception>
    public static Since YearsBack(int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        return new(years, false);
    }

    /// <summary>The number of years that a rule asked for, where it is none that can be looked back; null otherwise.</summary>
    internal int? Wrong => IsWrong ? Back : null;

    private bool IsWrong { get; }

    /// <summary>So many years back; a number out of range makes the word fail that uses it.</summary>
    internal static Since Asked(int years) => new(years, false, years is < 1 or > ScriptFault.MostYears);

    internal bool IsPreviousYear => !IsBaseYear && !IsWrong && Back <= 1;

    internal int? From(int year, int? baseYear) => IsBaseYear ? baseYear : year - Math.Max(Back, 1);
}
