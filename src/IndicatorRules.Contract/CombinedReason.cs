using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IndicatorRules.Contract;

/// <summary>Two or more steps of which all must hold, or one is enough; a chain of one operator is one step. Immutable.</summary>
public sealed class CombinedReason : Reason
{
    private readonly Reason _left;
    private readonly Reason _right;

    // Null until it is asked for; itself where there is none.
    private Reason? _decisive;

    private CombinedReason(bool oneIsEnough, Verdict whole, Reason left, Reason right, int size)
        : base(whole, line: 0, size)
    {
        OneIsEnough = oneIsEnough;
        (_left, _right) = (left, right);
        Settle(left);
        Settle(right);
    }

    /// <summary>True where one part is enough; false where all must hold.</summary>
    public bool OneIsEnough { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Reason> Parts
    {
        get
        {
            var parts = ImmutableArray.CreateBuilder<Reason>();
            var open = new Stack<Reason>([_right, _left]);
            while (open.TryPop(out var next))
            {
                if (IsSame(next, OneIsEnough, out var same))
                {
                    open.Push(same._right);
                    open.Push(same._left);
                }
                else
                {
                    parts.Add(next);
                }
            }

            return parts.DrainToImmutable();
        }
    }

    /// <inheritdoc/>
    public override decimal? Margin => Decisive?.Margin;

    /// <inheritdoc/>
    public override string Unit => Decisive?.Unit ?? "";

    internal override Reason? Decisive => (_decisive ??= Decide() ?? this) is var decisive && decisive != this ? decisive : null;

    /// <summary>The reason of two verdicts combined; where only one of them has a reason, that one.</summary>
    internal static Reason? Join(bool oneIsEnough, Verdict left, Verdict right, Verdict whole)
    {
        if (left.Reason is not { } first || right.Reason is not { } second)
        {
            return left.Reason ?? right.Reason;
        }

        var size = 1 + SizeWithin(oneIsEnough, first) + SizeWithin(oneIsEnough, second);
        var joined = new CombinedReason(oneIsEnough, whole, first, second, size);
        // A rule that doubles itself would otherwise unfold without end in a report.
        return size <= MostSteps ? joined : new CutShortReason(whole, joined.Line, joined.Decisive);
    }

    private static int SizeWithin(bool oneIsEnough, Reason part) => IsSame(part, oneIsEnough, out _) ? part.Size - 1 : part.Size;

    private static bool IsSame(Reason part, bool oneIsEnough, [NotNullWhen(true)] out CombinedReason? same)
    {
        same = part as CombinedReason;
        return same is not null && same.OneIsEnough == oneIsEnough;
    }

    // Computed from the inside out, so that deep nesting causes no deep recursion when the margin is asked for.
    private void Settle(Reason part)
    {
        if (part is CombinedReason other && other.OneIsEnough != OneIsEnough)
        {
            _ = other.Decisive;
        }
    }

    // A combination has a margin when every part that counts has one, all in one unit: the least where all must hold, the greatest where
    // one is enough. Once one is met, the parts that are not met do not count.
    private Reason? Decide()
    {
        Reason? decisive = null;
        foreach (var part in Parts)
        {
            if (part.Claimed == Status.NotApplicable || (OneIsEnough && Proven == Status.Met && part.Proven != Status.Met))
            {
                continue;
            }

            if (part.Decisive is not { } next || (decisive is not null && next.Unit != decisive.Unit))
            {
                return null;
            }

            if (decisive is null || (OneIsEnough ? next.Margin > decisive.Margin : next.Margin < decisive.Margin))
            {
                decisive = next;
            }
        }

        return decisive;
    }
}
