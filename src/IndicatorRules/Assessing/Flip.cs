using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Assessing;

/// <summary>The smallest change of one figure that would turn a verdict. Immutable.</summary>
/// <param name="Finding">A clause that judges the figure.</param>
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
            .Select(leaf => Move.Turning(leaf))
            .Select(move => new Flip(move.Leaf, move.Change, move.Beyond, move.After(root)))
            .Where(flip => flip.To != root.Claimed && flip.To is Status.Met or Status.NotMet)
            .OrderBy(flip => Math.Abs(flip.Change))
            .FirstOrDefault();
    }

    private static IEnumerable<Finding> Leaves(Finding finding) =>
        finding.Parts.IsEmpty ? [finding] : finding.Parts.SelectMany(Leaves);

    /// <summary>A change of the figure that one clause judges, just enough to turn that clause.</summary>
    private sealed record Move(Finding Leaf, decimal Change, bool Beyond, int Step)
    {
        internal static Move Turning(Finding leaf)
        {
            var met = leaf.Proven == Status.Met;
            return new Move(leaf, -leaf.Margin!.Value * Rising(leaf), met != Strict(leaf), met ? -Rising(leaf) : Rising(leaf));
        }

        // The verdict once more: every clause that judges the same figure feels the change.
        internal Status After(Finding finding)
        {
            if (finding.Parts.IsEmpty)
            {
                return SameFigure(finding) ? AfterOn(finding) : finding.Claimed;
            }

            var parts = finding.Parts.Select(After).ToList();
            return finding.Clause switch
            {
                Clause.All => parts.Aggregate((a, b) => (new Verdict(a) & new Verdict(b)).Claimed),
                Clause.Any => parts.Aggregate((a, b) => (new Verdict(a) | new Verdict(b)).Claimed),
                Clause.Branch when parts[0] == Status.Met => parts[1],
                Clause.Branch when parts[0] == Status.NotMet => parts[2],
                Clause.Branch => parts[1] == parts[2] ? parts[1] : Status.Undetermined,
                Clause.Upper => parts[0],
                _ => finding.Claimed,
            };
        }

        private Status AfterOn(Finding leaf)
        {
            var margin = leaf.Margin!.Value + (Change * Rising(leaf));
            var holds = margin > 0 || (margin == 0 && (Beyond ? Step * Rising(leaf) > 0 : !Strict(leaf)));
            return holds ? Status.Met : Status.NotMet;
        }

        private bool SameFigure(Finding other) => other.Margin is not null && other.Figure?.Id == Leaf.Figure?.Id
            && other.Figure?.IsItem == Leaf.Figure?.IsItem && TaskOf(other) == TaskOf(Leaf);

        private static string TaskOf(Finding leaf) => leaf.Clause is Clause.TaskAtLeast or Clause.TaskAtMost ? leaf.Text : "";

        private static bool Strict(Finding leaf) => leaf.Clause is Clause.MoreThan or Clause.LessThan or Clause.Improving;

        // Whether a rising figure helps the clause.
        private static int Rising(Finding leaf) => leaf.Clause switch
        {
            Clause.AtMost or Clause.LessThan or Clause.TaskAtMost or Clause.ChangeAtMost => -1,
            Clause.StableOrImproving or Clause.Improving when leaf.Figure?.Direction == Direction.Lower => -1,
            _ => 1,
        };
    }
}
