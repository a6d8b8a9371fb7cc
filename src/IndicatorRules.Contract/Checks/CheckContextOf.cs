using System.ComponentModel;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>For generated code: a check context typed by its scheme.</summary>
/// <typeparam name="TPlace">The scheme's place, with a property per attribute.</typeparam>
/// <typeparam name="TIndicators">The rows, with a property per indicator.</typeparam>
/// <typeparam name="TBackground">The background figures, with a property each.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CheckContext<TPlace, TIndicators, TBackground> : CheckContext
    where TPlace : class, new()
    where TIndicators : CheckedSet, new()
    where TBackground : BackgroundSet, new()
{
    /// <summary>The place checked.</summary>
    public TPlace Place { get; private set; } = new();

    /// <summary>The rows by name.</summary>
    public TIndicators Indicators { get; } = new();

    /// <summary>The background figures of the year checked.</summary>
    public TBackground Background { get; } = new();

    internal override CheckedSet IndicatorsBase => Indicators;

    internal override BackgroundSet BackgroundBase => Background;

    internal override object PlaceBase
    {
        get => Place;
        set => Place = (TPlace)value;
    }

    /// <summary>The background figures of an earlier year.</summary>
    /// <param name="years">How many years before the one checked; 1 to 50.</param>
    public TBackground BackgroundBefore(int years) => new()
    {
        Input = Background.Input,
        Year = Background.Year - years,
        Fault = ScriptFault.Years(nameof(BackgroundBefore), years),
    };
}
