using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Cli;

/// <summary>Which rows of an assessment are shown, and in which order (<c>--only</c>, <c>--sort</c>).</summary>
internal static class RowChoice
{
    /// <summary>The words of <c>--only</c>.</summary>
    internal static readonly string[] Kinds = ["not-met", "declared", "tight", "undetermined", "not-applicable", "met"];

    /// <summary>The assessments with the rows that were asked for.</summary>
    /// <param name="session">Receives what is wrong with a name.</param>
    /// <param name="assessments">The assessments of one place.</param>
    /// <param name="only">Words of <see cref="Kinds"/>, numbers and names, any of which is enough; empty for all rows.</param>
    /// <param name="byMargin">Whether the rows furthest below their requirement come first, instead of the table's order.</param>
    /// <exception cref="RejectedException">No scheme has a row of that name, or one has several.</exception>
    internal static List<Assessment> Of(Session session, List<Assessment> assessments, string[] only, bool byMargin)
    {
        if (only.Length == 0 && !byMargin)
        {
            return assessments;
        }

        var kinds = only.Where(Kinds.Contains).ToList();
        var named = only.Where(o => !Kinds.Contains(o)).SelectMany(o => Named(session, assessments, o)).ToHashSet();
        return assessments.ConvertAll(a =>
        {
            var rows = a.Indicators.Where(v =>
                only.Length == 0 || kinds.Exists(kind => Is(v, kind)) || named.Contains((a.Scheme.Id, v.Indicator.Id)));
            return a.Showing(byMargin ? rows.OrderBy(Rank).ThenBy(v => v.MarginPercent ?? 0) : rows);
        });
    }

    // The row of each scheme that has one, with the rows below it.
    private static IEnumerable<(string Scheme, string Row)> Named(Session session, List<Assessment> assessments, string asked)
    {
        var found = assessments.ConvertAll(a => (a.Scheme, Row: NameIndex.Of(a.Scheme).Find(asked, new Location($"--only {asked}"))));
        if (found.TrueForAll(f => f.Row.Value is null))
        {
            session.Report(found.SelectMany(f => f.Row.Diagnostics).DistinctBy(d => d.Id));
            session.Terminal.Error.WriteLine(VisibleText.OneLine(session.Say(
                $"`--only` 写序号、名称，或者：{string.Join('、', Kinds)}。",
                $"`--only` takes numbers and names of rows, or: {string.Join(", ", Kinds)}.")));
            throw new RejectedException();
        }

        return from one in found
               where one.Row.Value is not null
               from row in one.Scheme.Indicators
               where row.Id == one.Row.Value!.Id || row.ItemOf == one.Row.Value.Id || one.Row.Value.Combines?.Rows.Contains(row.Id) == true
               select (one.Scheme.Id, row.Id);
    }

    // A dated target that is due counts like its row.
    private static bool Is(IndicatorVerdict verdict, string kind) => kind switch
    {
        "not-met" => verdict.Status == Status.NotMet || verdict.DueStages.Any(s => s.Status == Status.NotMet),
        "declared" => verdict.Basis == Basis.Declared || verdict.DueStages.Any(s => s.Basis == Basis.Declared),
        "undetermined" => verdict.Status == Status.Undetermined || verdict.DueStages.Any(s => s.Status == Status.Undetermined),
        "not-applicable" => verdict.Status == Status.NotApplicable,
        "met" => verdict.Status == Status.Met,
        _ => verdict.IsTight,
    };

    // What is not met without a number comes first; rows whose distance is unknown come last, in the table's order.
    private static int Rank(IndicatorVerdict verdict) => verdict switch
    {
        { Status: Status.NotMet, MarginPercent: null } => 0,
        { Status: Status.NotMet or Status.Met, MarginPercent: not null } => 1,
        { Status: Status.Undetermined } => 2,
        { Status: Status.Met } => 3,
        _ => 4,
    };
}
