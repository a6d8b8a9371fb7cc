using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Locking;

/// <summary>Compares a lock file with the schemes found.</summary>
internal static class LockValidation
{
    // Enough digits of a hash for people to compare.
    private const int Shown = 12;

    /// <summary>All differences from the locked state. Schemes that are not locked are ignored.</summary>
    internal static ImmutableArray<Diagnostic> Run(LockFile held, IReadOnlyList<SchemeDraft> drafts)
    {
        var bag = new DiagnosticBag();
        foreach (var (id, version, hash) in held.Schemes)
        {
            var versions = drafts.Where(d => d.Id == id).ToList();
            if ((versions.Find(d => d.Version == version && d.Hash == hash) ?? versions.Find(d => d.Version == version)) is not { } draft)
            {
                var there = versions.Count == 0 ? "-" : string.Join(", ", versions.Select(d => d.Version).OrderDescending());
                bag.Add(DiagnosticCatalog.LockedVersionGone, new Location(held.Name), id, $"{version}", there);
            }
            else if (draft.Hash != hash && draft.Content.EndsFor(hash) is { } ends)
            {
                LocalizedText how = ends == LineEnds.Unix
                    ? new("锁定时是 LF，现在是 CRLF", "LF then, CRLF now")
                    : new("锁定时是 CRLF，现在是 LF", "CRLF then, LF now");
                bag.Add(DiagnosticCatalog.LockedLineEnds, new Location(draft.Locations.File), id, $"{version}", how);
            }
            else if (draft.Hash != hash)
            {
                bag.Add(
                    DiagnosticCatalog.LockedHashDiffers, new Location(draft.Locations.File), id, $"{version}",
                    hash[..Shown], draft.Hash[..Shown]);
            }
        }

        return bag.ToImmutable();
    }
}
