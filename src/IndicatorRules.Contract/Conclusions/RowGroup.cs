namespace IndicatorRules.Contract.Conclusions;

/// <summary>A part of a scheme's rows: the binding ones, a domain's.</summary>
internal sealed class RowGroup : IndicatorGroup
{
}
