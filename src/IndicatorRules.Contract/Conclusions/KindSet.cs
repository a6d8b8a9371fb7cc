using System.ComponentModel;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>The kinds of rows by name; the compiler derives one class per scheme, with a property per kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KindSet
{
    private RowGroup[] _groups = [];

    /// <summary>For generated code: the rows of the kind at an index in the scheme's order.</summary>
    protected IndicatorGroup At(int index) => _groups[index];

    internal void Fill(ConclusionInput input)
    {
        _groups = new RowGroup[input.Kinds.Length];
        for (var i = 0; i < _groups.Length; i++)
        {
            var (id, name) = input.Kinds[i];
            _groups[i] = new RowGroup();
            _groups[i].Fill(input.Rows.Where(r => r.Kind == id), new($"{name.Zh}指标", name.En), input.Exempt);
        }
    }
}
