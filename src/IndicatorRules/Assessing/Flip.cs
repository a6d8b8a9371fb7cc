using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Assessing;

/// <summary>The smallest change of one figure that would turn a verdict. Immutable.</summary>
/// <param name="Finding">The clause whose figure changes.</param>
/// <param name="Change">Signed, in <see cref="Finding.Unit"/>: what the figure would have to change by.</param>
/// <param name="Beyond">Whether it must go beyond <paramref name="Change"/>, not just reach it.</param>
/// <param name="To">The status that the indicator would then have.</param>
public sealed record Flip(Finding Finding, decimal Change, bool Beyond, Status To)
{
    /// <summary>The smallest change, if one figure alone can turn the verdict; null otherwise.</summary>
    /// <param name="root">The finding of the verdict as a whole.</param>
    public static Flip? Of(Finding root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Leaves(root)
            .Where(leaf => leaf is { Margin: not null, Proven: Status.Met or Status.NotMet })
            .Select(leaf => (Leaf: leaf, To: Evaluate(root, leaf)))
            .Where(c => c.To != root.Claimed && c.To is Status.Met or Status.NotMet)
            .OrderBy(c => Math.Abs(c.Leaf.Margin!.Value))
            .Select(c => Of(c.Leaf, c.To))
            .FirstOrDefault();
    }

    private static Flip Of(Finding leaf, Status to)
    {
        var strict = leaf.Clause is Clause.MoreThan or Clause.LessThan or Clause.Improving;
        var rising = leaf.Clause switch
        {
            Clause.AtMost or Clause.LessThan or Clause.TaskAtMost or Clause.ChangeAtMost => -1,
            Clause.StableOrImproving or Clause.Improving when leaf.Figure?.Direction == Direction.Lower => -1,
            _ => 1,
        };
        return new Flip(leaf, -leaf.Margin!.Value * rising, leaf.Proven == Status.Met != strict, to);
    }

    private static IEnumerable<Finding> Leaves(Finding finding) =>
        finding.Parts.IsEmpty ? [finding] : finding.Parts.SelectMany(Leaves);

    // The verdict once more, with one clause turned.
    private static Status Evaluate(Finding finding, Finding turned)
    {
        if (ReferenceEquals(finding, turned))
        {
            return finding.Proven == Status.Met ? Status.NotMet : Status.Met;
        }

        if (finding.Parts.IsEmpty)
        {
            return finding.Claimed;
        }

        var parts = finding.Parts.Select(p => Evaluate(p, turned)).ToList();
        return finding.Clause switch
        {
            Clause.All => parts.Aggregate((a, b) => (new Verdict(a) & new Verdict(b)).Claimed),
            Clause.Any => parts.Aggregate((a, b) => (new Verdict(a) | new Verdict(b)).Claimed),
            Clause.Branch => parts[0] == Status.Met ? parts[1] : parts[0] == Status.NotMet ? parts[2] : parts[1] == parts[2] ? parts[1] : Status.Undetermined,
            Clause.Upper => parts[0],
            _ => finding.Claimed,
        };
    }
}
