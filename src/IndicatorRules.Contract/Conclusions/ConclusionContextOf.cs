using System.ComponentModel;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>For generated code: a conclusion context typed by its scheme.</summary>
/// <typeparam name="TPlace">The scheme's place, with a property per attribute.</typeparam>
/// <typeparam name="TIndicators">The verdicts, with a property per indicator.</typeparam>
/// <typeparam name="TDomains">The domains, with a property each.</typeparam>
/// <typeparam name="TKinds">The kinds of rows, with a property each.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConclusionContext<TPlace, TIndicators, TDomains, TKinds> : ConclusionContext
    where TPlace : class, new()
    where TIndicators : OutcomeSet, new()
    where TDomains : DomainSet, new()
    where TKinds : KindSet, new()
{
    /// <summary>The place judged.</summary>
    public TPlace Place { get; private set; } = new();

    /// <summary>The verdicts by name.</summary>
    public TIndicators Indicators { get; } = new();

    /// <summary>The domains by name.</summary>
    public TDomains Domains { get; } = new();

    /// <summary>The kinds of rows by name.</summary>
    public TKinds Kinds { get; } = new();

    internal override OutcomeSet OutcomesBase => Indicators;

    internal override DomainSet DomainsBase => Domains;

    internal override KindSet KindsBase => Kinds;

    internal override object PlaceBase
    {
        get => Place;
        set => Place = (TPlace)value;
    }
}
