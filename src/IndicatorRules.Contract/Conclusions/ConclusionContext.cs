using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>
/// What a conclusion script is written against: the counts of all rows (whose words need no prefix), of the binding and
/// the reference ones, of each domain, and each verdict by name.
/// </summary>
/// <remarks>The compiler derives one class per scheme. One thread at a time.</remarks>
public abstract class ConclusionContext : IndicatorGroup
{
    private protected ConclusionContext()
    {
    }

    /// <summary>The binding rows (约束性).</summary>
    public IndicatorGroup Binding { get; } = new RowGroup();

    /// <summary>The reference rows (参考性).</summary>
    public IndicatorGroup Reference { get; } = new RowGroup();

    /// <summary>The year judged.</summary>
    public int Year { get; private set; }

    internal abstract PlaceContext PlaceBase { get; set; }

    internal abstract OutcomeSet OutcomesBase { get; }

    internal abstract DomainSet DomainsBase { get; }

    /// <summary>Starts a conclusion with the points of all rows.</summary>
    public Conclusion Conclude() => new(Points, []);

    /// <summary>Starts a conclusion with points that the script works out.</summary>
    /// <param name="points">For instance two domains' points with weights.</param>
    public static Conclusion Conclude(Quantities.Quantity points) => new(points, []);

    /// <summary>For generated code: the script.</summary>
    protected abstract Conclusion Script();

    internal void Bind(ConclusionBinding binding)
    {
        Year = binding.Year;
        Fill(binding.Rows, LocalizedText.Empty, binding.Exempt);
        Binding.Fill(binding.Rows.Where(r => r.IsBinding), new("约束性指标", "binding"), binding.Exempt);
        Reference.Fill(binding.Rows.Where(r => !r.IsBinding), new("参考性指标", "reference"), binding.Exempt);
        OutcomesBase.Rows = binding.Rows;
        DomainsBase.Fill(binding);
    }

    /// <summary>The conclusion, or the key of what went wrong.</summary>
    internal (Conclusion? Conclusion, string Fault) ConcludeSafely()
    {
        try
        {
            return (Script(), "");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (null, ScriptFault.Key(fault));
        }
    }
}
