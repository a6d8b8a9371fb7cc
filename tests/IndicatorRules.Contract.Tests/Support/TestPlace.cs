using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A place that no scheme asks anything of.</summary>
internal sealed class TestPlace : PlaceContext
{
}
