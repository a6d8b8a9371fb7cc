using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>
/// What a conclusion script is written against: the counts of all rows (whose words need no prefix), of the binding and
/// the reference ones, of each kind and domain, and each verdict by name.
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

    /// <summary>What the adjustments of the facts (加减分) add to <see cref="IndicatorGroup.Points"/> of all rows, or take away.</summary>
    public Quantity Adjusted => new(Added, Added, [], "", new("加减分", "adjustments"));

    /// <summary>The place of the scheme's rules, an object of the class that the compiler derives for it.</summary>
    internal abstract object PlaceBase { get; set; }

    internal abstract OutcomeSet OutcomesBase { get; }

    internal abstract DomainSet DomainsBase { get; }

    internal abstract KindSet KindsBase { get; }

    /// <summary>Starts a conclusion with the points of all rows and the adjustments.</summary>
    public Conclusion Conclude() => new(Points, []);

    /// <summary>Starts a conclusion with points that the script works out.</summary>
    /// <param name="points">For instance two domains' points with weights.</param>
    public static Conclusion Conclude(Quantity points) => new(points, []);

    /// <summary>For generated code: the script.</summary>
    protected abstract Conclusion Script();

    /// <summary>
    /// For generated code: a number whose arithmetic may fail. It is then unknown; the other operands decide as usual.
    /// </summary>
    /// <param name="operand">The number; its argument is not used.</param>
    protected Quantity Operand(Func<IndicatorGroup, Quantity> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        try
        {
            return operand(this);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Quantity.Failed(ScriptFault.Key(fault));
        }
    }

    /// <summary>For generated code: an answer that may fail. It is then not known; the other operands decide as usual.</summary>
    /// <param name="operand">The answer; its argument is not used.</param>
    protected Answer Operand(Func<IndicatorGroup, Answer> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        try
        {
            return operand(this);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Answer.Failed(ScriptFault.Key(fault));
        }
    }

    internal void Bind(ConclusionInput input)
    {
        if (input.Exempt == Status.Met)
        {
            input = input with { Rows = [.. input.Rows.Select(r => r with { EarnsExempt = true })] };
        }

        Year = input.Year;
        Fill(input.Rows.Where(r => r.IsCounted), LocalizedText.Empty, input.Exempt, input.Adjusted);
        Binding.Fill(input.Rows.Where(r => r.Kind == "binding"), new("约束性指标", "binding"), input.Exempt);
        Reference.Fill(input.Rows.Where(r => r.Kind == "reference"), new("参考性指标", "reference"), input.Exempt);
        OutcomesBase.Rows = input.Rows;
        DomainsBase.Fill(input);
        KindsBase.Fill(input);
    }

    /// <summary>The conclusion, null where the script ended without one, and the key of what went wrong.</summary>
    internal (Conclusion? Conclusion, string Fault) ConcludeSafely()
    {
        try
        {
            var conclusion = Script();
            return (conclusion, conclusion.Fault ?? "");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (null, ScriptFault.Key(fault));
        }
    }
}
