using System.Collections.Immutable;

namespace IndicatorRules.Contract.Reasons;

/// <summary>Two steps of which all or any must hold; a chain of the same combination reads as one. Immutable.</summary>
internal sealed class CombinedReason : Reason
{
    private readonly Reason _left;
    private readonly Reason _right;

    // Null until it is asked for; itself where there is none.
    private Reason? _decisive;

    private CombinedReason(Clause clause, Verdict whole, Reason left, Reason right, int size)
        : base(clause, whole, line: 0, size)
    {
        (_left, _right) = (left, right);
        Settle(left);
        Settle(right);
    }

    public override ImmutableArray<Reason> Parts
    {
        get
        {
            var parts = ImmutableArray.CreateBuilder<Reason>();
            var open = new Stack<Reason>([_right, _left]);
            while (open.TryPop(out var next))
            {
                // Parts of the same combination stand side by side, not one within the other.
                if (next.Clause == Clause && next is CombinedReason same)
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

    public override decimal? Margin => Decisive?.Margin;

    public override string Unit => Decisive?.Unit ?? "";

    internal override Reason? Decisive => (_decisive ??= Decide() ?? this) is var decisive && decisive != this ? decisive : null;

    /// <summary>The step that combines two; the one that there is where the other verdict gives no reason.</summary>
    internal static Reason? Join(Clause clause, Verdict left, Verdict right, Verdict whole)
    {
        if (left.Reason is not { } first || right.Reason is not { } second)
        {
            return left.Reason ?? right.Reason;
        }

        var size = 1 + SizeWithin(clause, first) + SizeWithin(clause, second);
        var joined = new CombinedReason(clause, whole, first, second, size);
        return size <= MostSteps ? joined : joined.CutShort();
    }

    private static int SizeWithin(Clause clause, Reason part) => part.Clause == clause && part is CombinedReason ? part.Size - 1 : part.Size;

    // From within outwards, so that deep nesting is no deep recursion once the margin is asked for.
    private void Settle(Reason part)
    {
        if (part.Clause != Clause && part is CombinedReason other)
        {
            _ = other.Decisive;
        }
    }

    // A rule that doubles itself would otherwise unfold without end in a report.
    private RecordedReason CutShort() => new(Clause, Verdict, Line, new() { Margin = Margin, Unit = Unit, IsCutShort = true });

    // A combination has a margin when every part that counts has one, all in one unit: the tightest of All, the widest of Any. Once one is
    // enough, those that are not met do not count.
    private Reason? Decide()
    {
        Reason? decisive = null;
        foreach (var part in Parts)
        {
            if (part.Claimed == Status.NotApplicable || (Clause == Clause.Any && Proven == Status.Met && part.Proven != Status.Met))
            {
                continue;
            }

            if (part.Decisive is not { } next || (decisive is not null && next.Unit != decisive.Unit))
            {
                return null;
            }

            if (decisive is null || (Clause == Clause.All ? next.Margin < decisive.Margin : next.Margin > decisive.Margin))
            {
                decisive = next;
            }
        }

        return decisive;
    }
}
