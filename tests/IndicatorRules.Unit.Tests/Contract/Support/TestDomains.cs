using IndicatorRules.Contract.Conclusions;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Kinds by index, where a scheme's have names.</summary>
internal sealed class TestKinds : KindSet
{
    internal IndicatorGroup this[int index] => At(index);
}

/// <summary>Domains by place, where a scheme's have names.</summary>
internal sealed class TestDomains : DomainSet
{
    internal IndicatorGroup this[int index] => At(index);
}
