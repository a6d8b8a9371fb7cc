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
        return place.Scheme is { } scheme ? Of(scheme, place.Years.Select(y => (y.Year, Rows(scheme, y, evidence)))) : Unread;
    }

    /// <summary>One place whose years were assessed one by one; null where its scheme requires nothing of many places.</summary>
    /// <param name="years">All its years; none for a place whose facts cannot be read.</param>
    public static PlacesTally? Of(IReadOnlyList<Assessment> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        return years is [var first, ..] ? Of(first.Scheme, years.Select(y => (y.Year, Rows(y)))) : Unread;
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

    private delegate (Status Status, bool IsDeclared)? RowOf(int row, string? stage);

    private static RowOf Rows(Scheme scheme, YearVerdicts year, Evidence evidence) => (row, stage) =>
        stage is null ? Of(year.Indicators[row].Verdict, evidence)
        : year.Due.Where(d => d.Indicator == row && scheme.Indicators[row].Stages[d.Stage].Stage.Id == stage)
            .Select(d => ((Status, bool)?)Of(d.Verdict, evidence)).FirstOrDefault();

    private static (Status Status, bool IsDeclared) Of(Verdict verdict, Evidence evidence) =>
        (verdict.StatusUnder(evidence), verdict.BasisUnder(evidence) == Basis.Declared);

    private static RowOf Rows(Assessment year) => (row, stage) =>
        stage is null ? (year.Indicators[row].Status, year.Indicators[row].Basis == Basis.Declared)
        : year.Indicators[row].DueStages.FirstOrDefault(s => s.Stage.Stage.Id == stage) is { } due
            ? (due.Status, due.Basis == Basis.Declared) : null;

    private static PlacesTally? Of(Scheme scheme, IEnumerable<(int Year, RowOf Rows)> years) => scheme.OverPlaces.IsEmpty ? null : new()
    {
        Counts =
        [
            new(scheme.Key, 0, "", 0, 0, 0, 0, 1),
            .. from year in years
               from asked in scheme.OverPlaces
               where asked.Stage is not { } stage || scheme.Stages.Any(s => s.Id == stage && s.Year <= year.Year)
               select Count(scheme, asked, year.Year, year.Rows),
        ],
    };

    // A place meets the whole table where it meets each row that counts and applies.
    private static PlacesCount Count(Scheme scheme, PlacesRequirement asked, int year, RowOf rows)
    {
        var all = (Status: Status.NotApplicable, IsDeclared: false);
        for (var i = 0; i < scheme.Indicators.Length; i++)
        {
            var indicator = scheme.Indicators[i];
            if ((asked.Indicator is { } one ? indicator.Id == one : indicator.IsCounted)
                && rows(i, asked.Stage) is var (status, isDeclared))
            {
                all = (Both(all.Status, status), all.IsDeclared || (isDeclared && status == Status.Met));
            }
        }

        return new(
            scheme.Key, year, asked.Id, all.Status == Status.Met ? 1 : 0, all is { Status: Status.Met, IsDeclared: true } ? 1 : 0,
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
