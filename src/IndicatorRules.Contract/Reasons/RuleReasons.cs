using System.Collections.Immutable;

namespace IndicatorRules.Contract.Reasons;

/// <summary>The verdict of an upper scheme's rule on the same row. Immutable.</summary>
public sealed class UpperReason : Reason
{
    internal UpperReason(string schemeId, Verdict verdict, Reason reason, int line)
        : base(verdict, line, reason.Size + 1) => (SchemeId, Upper) = (schemeId, reason);

    /// <summary>The upper scheme's id.</summary>
    public string SchemeId { get; }

    /// <summary>The reason of its verdict.</summary>
    public Reason Upper { get; }

    /// <inheritdoc/>
    public override decimal? Margin => Decisive?.Margin;

    /// <inheritdoc/>
    public override string Unit => Decisive?.Unit ?? "";

    /// <inheritdoc/>
    public override ImmutableArray<Reason> Parts => [Upper];

    internal override Reason? Decisive => Upper.Decisive;
}

/// <summary>A rule that branches with <c>When</c>. Immutable.</summary>
public sealed class WhenReason : Reason
{
    private WhenReason(Reason condition, Reason then, Reason otherwise, Verdict verdict, int line, int size)
        : base(verdict, line, size)
    {
        (Condition, Then, Otherwise) = (condition, then, otherwise);
        Decisive = Taken?.Decisive;
    }

    /// <summary>The condition; claims do not count in it.</summary>
    public Reason Condition { get; }

    /// <summary>The branch where it holds.</summary>
    public Reason Then { get; }

    /// <summary>The branch where it does not hold.</summary>
    public Reason Otherwise { get; }

    /// <summary>The branch that the condition chose; null where it is not decided or does not apply.</summary>
    public Reason? Taken => Condition.Proven switch
    {
        Status.Met => Then,
        Status.NotMet => Otherwise,
        _ => null,
    };

    /// <inheritdoc/>
    public override decimal? Margin => Decisive?.Margin;

    /// <inheritdoc/>
    public override string Unit => Decisive?.Unit ?? "";

    /// <inheritdoc/>
    public override ImmutableArray<Reason> Parts => [Condition, Then, Otherwise];

    internal override Reason? Decisive { get; }

    internal static Reason Of(Reason condition, Reason then, Reason otherwise, Verdict verdict, int line)
    {
        var size = 1 + condition.Size + then.Size + otherwise.Size;
        var when = new WhenReason(condition, then, otherwise, verdict, line, size);
        return size <= MostSteps ? when : new CutShortReason(verdict, line, when.Decisive);
    }
}

/// <summary>The rule's own words: why it is not known, or why the indicator does not count here. Immutable.</summary>
public sealed class RuleTextReason : Reason
{
    internal RuleTextReason(Verdict verdict, int line, string text)
        : base(verdict, line) => Text = text;

    /// <summary>The words.</summary>
    public string Text { get; }
}

/// <summary>The rule failed, or branched on a figure that does not decide. Immutable.</summary>
public sealed class FaultReason : Reason
{
    internal FaultReason(string fault, int line)
        : base(default, line) => Fault = fault;

    internal FaultReason(Reason? comparison, int line)
        : base(default, line, 1 + (comparison?.Size ?? 0)) => (Fault, Comparison) = (ScriptFault.Undecided, comparison);

    /// <summary>The comparison that the rule branched on; null where it failed for another cause.</summary>
    public Reason? Comparison { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Reason> Parts => Comparison is { } comparison ? [comparison] : [];

    /// <summary>What went wrong, as a key of <see cref="ScriptFault"/>.</summary>
    internal string Fault { get; }
}
