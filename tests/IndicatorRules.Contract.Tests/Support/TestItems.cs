using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Up to two items, as generated code would name them.</summary>
internal sealed class TestItems : ItemSet
{
    internal Figure First => At(0);

    internal Figure Second => At(1);
}
