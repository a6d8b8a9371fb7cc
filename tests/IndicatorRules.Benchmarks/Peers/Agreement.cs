namespace IndicatorRules.Benchmarks.Peers;

/// <summary>Holds all peers to the same answers before any of them is timed.</summary>
internal static class Agreement
{
    /// <summary>How many kinds of answer came up.</summary>
    /// <exception cref="InvalidOperationException">Two peers differ on a row.</exception>
    internal static int Check(IReadOnlyList<IPeer> peers, int places)
    {
        var expected = new Answer[RuleTexts.Ids.Count];
        var actual = new Answer[RuleTexts.Ids.Count];
        var seen = new HashSet<Answer>();
        for (var index = 0; index < places; index++)
        {
            peers[0].Judge(index, expected);
            seen.UnionWith(expected);
            foreach (var peer in peers.Skip(1))
            {
                peer.Judge(index, actual);
                for (var row = 0; row < actual.Length; row++)
                {
                    if (actual[row] != expected[row])
                    {
                        throw new InvalidOperationException(
                            $"{RuleTexts.Ids[row]} of place {index}: "
                            + $"{peers[0].Name} says {expected[row]}, {peer.Name} says {actual[row]}.");
                    }
                }
            }
        }

        return seen.Count;
    }
}
