using System.Runtime.CompilerServices;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>Findings on the wire; the figure that one is of is told by its place in the lineage.</summary>
internal static class FindingWire
{
    internal static void Write(WireWriter to, Reason reason)
    {
        to.Kind(reason.Clause);
        to.Kind(reason.Proven);
        to.Kind(reason.Claimed);
        to.Maybe(reason.Figure, figure => Write(to, figure));
        to.Maybe(reason.Against, figure => Write(to, figure));
        to.Optional(reason.Times, to.Amount);
        to.Maybe(reason.Reading, reading => ReadingWire.Write(to, reading));
        to.Optional(reason.Year, to.Number);
        to.Optional(reason.Threshold, to.Amount);
        to.Optional(reason.UpperThreshold, to.Amount);
        to.Maybe(reason.Reference, reading => ReadingWire.Write(to, reading));
        to.Optional(reason.ReferenceYear, to.Number);
        to.Optional(reason.PrintedChange, to.Amount);
        to.Text(reason.Text);
        to.Optional(reason.Margin, to.Amount);
        to.Text(reason.Unit);
        to.Number(reason.Line);
        to.Many(reason.Parts, part => Write(to, part));
        to.Flag(reason.IsCutShort);
    }

    /// <summary>Reads a finding with all its parts.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="figures">The figures of the lineage by their places.</param>
    /// <param name="budget">What may still come; no verdict of ours has more.</param>
    internal static Reason Read(WireReader from, IReadOnlyDictionary<string, FigureInfo> figures, FindingBudget budget)
    {
        var (clause, verdict) = (from.Kind<Clause>(), new Verdict(from.Kind<Status>(), from.Kind<Status>()));
        if (!budget.Enter(clause) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw WireReader.Wrong("the number of findings");
        }

        var before = from.Characters;
        var details = new Details
        {
            Figure = from.Maybe(() => Figure(from, figures)),
            Against = from.Maybe(() => Figure(from, figures)),
            Times = from.Optional(from.Amount),
            Reading = from.Maybe(() => ReadingWire.Read(from)),
            Year = from.Optional(from.Number),
            Threshold = from.Optional(from.Amount),
            UpperThreshold = from.Optional(from.Amount),
            Reference = from.Maybe(() => ReadingWire.Read(from)),
            ReferenceYear = from.Optional(from.Number),
            PrintedChange = from.Optional(from.Amount),
            Text = from.Text(),
            Margin = from.Optional(from.Amount),
            Unit = from.Text(),
        };
        var line = from.Number();
        if (!budget.Say(from.Characters - before) || (clause == Clause.Upper && !budget.Names(details.Text)))
        {
            throw WireReader.Wrong("what a finding says");
        }

        details = details with { Parts = from.Many(() => Read(from, figures, budget)), IsCutShort = from.Flag() };
        budget.Leave(clause);
        return FindingShape.Fits(clause, details) ? new RecordedReason(clause, verdict, line, details) : throw WireReader.Wrong("a finding's shape");
    }

    private static void Write(WireWriter to, FigureInfo figure)
    {
        to.Text(figure.Name.Zh);
        to.Text(figure.Name.En);
        to.Text(figure.Id);
        to.Text(figure.Unit);
        to.Kind(figure.Direction);
        to.Flag(figure.IsItem);
    }

    // An upper scheme's rule judges under the id that the indicator has in the lower one; what a rule works out from figures
    // bears a name made of theirs.
    private static FigureInfo Figure(WireReader from, IReadOnlyDictionary<string, FigureInfo> figures)
    {
        var (zh, en, id, unit, direction) = (from.Text(), from.Text(), from.Text(), from.Text(), from.Kind<Direction>());
        var isItem = from.Flag();
        if (figures.TryGetValue(zh, out var figure))
        {
            return figure.Id == id && figure.IsItem == isItem ? figure : figure with { Id = id, IsItem = isItem };
        }

        return new FigureInfo
        {
            Id = id,
            Name = new LocalizedText(FigurePlace.Named(zh, p => Known(p).Zh), FigurePlace.Named(en, p => Known(p).En)),
            Unit = unit,
            Direction = direction,
            IsItem = isItem,
        };

        LocalizedText Known(string place) => figures.TryGetValue(place, out var there) ? there.Name : throw WireReader.Wrong("a figure");
    }
}
