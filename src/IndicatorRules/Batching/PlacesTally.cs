using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Batching;

/// <summary>Counts how many places meet what a scheme requires of many (总体要求). Immutable.</summary>
/// <remarks>
/// The order of the places does not matter. A place without facts of a year, or whose facts cannot be read, is neither met nor not met.
/// </remarks>
public sealed class PlacesTally
{
    /// <summary>The counts, by scheme, year and requirement; without a year, the places of the scheme.</summary>
    [JsonInclude]
    internal ImmutableArray<PlacesCount> Counts { get; init; } = [];

    /// <summary>The places of either.</summary>
    public static PlacesTally? operator +(PlacesTally? one, PlacesTally? other) => one is null || other is null ? one ?? other : new()
    {
        Counts =
        [
            .. one.Counts.Concat(other.Counts).GroupBy(c => (c.Scheme, c.Year, c.Id)).Select(same => same.Aggregate(PlacesCount.Sum))
                .OrderBy(c => c.Scheme, StringComparer.Ordinal).ThenBy(c => c.Year).ThenBy(c => c.Id, StringComparer.Ordinal),
        ],
    };

    /// <summary>One place of a batch; null where its scheme requires nothing of many places.</summary>
    /// <param name="place">The place.</param>
    /// <param name="evidence">Which evidence counts.</param>
    public static PlacesTally? Of(PlaceVerdicts place, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Scheme is not { } scheme)
        {
            return Unread;
        }

        return scheme.OverPlaces.IsEmpty ? null : new()
        {
            Counts =
            [
                new(scheme.Key, 0, "", 0, 0, 0, 0, 1),
                .. from year in place.Years
                   from asked in scheme.OverPlaces
                   where asked.Stage is not { } stage || scheme.Stages.Any(s => s.Id == stage && s.Year <= year.Year)
                   select Count(scheme, asked, year, evidence),
            ],
        };
    }

    /// <summary>The verdicts on all requirements of which a place was judged, by scheme, year and the order of the scheme.</summary>
    /// <param name="catalog">Finds the schemes that were judged by.</param>
    public ImmutableArray<PlacesVerdict> Verdicts(SchemeCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var verdicts = ImmutableArray.CreateBuilder<PlacesVerdict>();
        var unread = Counts.Where(c => c.Scheme.Length == 0).Sum(c => c.Undetermined);
        foreach (var of in Counts.Where(c => c.Scheme.Length > 0).GroupBy(c => c.Scheme, StringComparer.Ordinal))
        {
            var places = of.Where(c => c.Year == 0).Sum(c => c.Undetermined) + unread;
            if (!SchemeName.TryParse(of.Key, out var name) || catalog.Resolve(name.Id, name.Range).Value is not { } scheme)
            {
                continue;
            }

            verdicts.AddRange(
                from year in of.Where(c => c.Year != 0).GroupBy(c => c.Year)
                from asked in scheme.OverPlaces
                let count = year.FirstOrDefault(c => c.Id == asked.Id)
                where count is not null
                // A place without facts of the year was not counted in it.
                let undetermined = places - count.Met - count.NotMet - count.NotApplicable
                select new PlacesVerdict(scheme, asked, year.Key, count with { Undetermined = undetermined }));
        }

        return verdicts.ToImmutable();
    }

    private static PlacesTally Unread { get; } = new() { Counts = [new("", 0, "", 0, 0, 0, 0, 1)] };

    // The verdict on a row, or on one of its stages where that is due.
    private static Verdict? VerdictOf(Scheme scheme, YearVerdicts year, int row, string? stage) =>
        stage is null ? year.Indicators[row].Verdict
        : year.Due.Where(d => d.Indicator == row && scheme.Indicators[row].Stages[d.Stage].Stage.Id == stage)
            .Select(d => (Verdict?)d.Verdict).FirstOrDefault();

    // A place meets the whole table where it meets each row that counts and applies.
    private static PlacesCount Count(Scheme scheme, PlacesRequirement asked, YearVerdicts year, Evidence evidence)
    {
        var all = (Status: Status.NotApplicable, IsDeclared: false);
        for (var i = 0; i < scheme.Indicators.Length; i++)
        {
            var indicator = scheme.Indicators[i];
            if ((asked.Indicator is { } one ? indicator.Id == one : indicator.IsCounted)
                && VerdictOf(scheme, year, i, asked.Stage) is { } verdict)
            {
                var status = verdict.StatusUnder(evidence);
                var isDeclared = status == Status.Met && verdict.BasisUnder(evidence) == Basis.Declared;
                all = (Both(all.Status, status), all.IsDeclared || isDeclared);
            }
        }

        return new(
            scheme.Key, year.Year, asked.Id, all.Status == Status.Met ? 1 : 0, all is { Status: Status.Met, IsDeclared: true } ? 1 : 0,
            all.Status == Status.NotMet ? 1 : 0, all.Status == Status.NotApplicable ? 1 : 0, all.Status == Status.Undetermined ? 1 : 0);
    }

    // As the parts of a rule joined by `&`.
    private static Status Both(Status one, Status other) =>
        one == Status.NotMet || other == Status.NotMet ? Status.NotMet
        : one == Status.Undetermined || other == Status.Undetermined ? Status.Undetermined
        : one == Status.Met || other == Status.Met ? Status.Met
        : Status.NotApplicable;
}

/// <summary>How many places have each status. Immutable.</summary>
internal sealed record PlacesCount(
    string Scheme, int Year, string Id, long Met, long DeclaredMet, long NotMet, long NotApplicable, long Undetermined)
{
    internal static PlacesCount Sum(PlacesCount one, PlacesCount other) => one with
    {
        Met = one.Met + other.Met,
        DeclaredMet = one.DeclaredMet + other.DeclaredMet,
        NotMet = one.NotMet + other.NotMet,
        NotApplicable = one.NotApplicable + other.NotApplicable,
        Undetermined = one.Undetermined + other.Undetermined,
    };
}
