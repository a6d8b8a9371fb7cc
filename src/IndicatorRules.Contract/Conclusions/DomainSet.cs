using System.ComponentModel;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>The domains by name; the compiler derives one class per scheme, with a property per domain.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DomainSet
{
    private RowGroup[] _groups = [];

    /// <summary>For generated code: the rows of the domain at a place in the scheme's order.</summary>
    protected IndicatorGroup At(int index) => _groups[index];

    internal void Fill(ConclusionInput input)
    {
        _groups = new RowGroup[input.Domains.Length];
        for (var i = 0; i < _groups.Length; i++)
        {
            var domain = i;
            _groups[i] = new RowGroup();
            _groups[i].Fill(input.Rows.Where(r => r.IsCounted && r.Domain == domain), input.Domains[i], input.Exempt);
        }
    }
}
