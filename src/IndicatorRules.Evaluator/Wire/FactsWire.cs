using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>Facts on the wire: what rules can see. Sources, notes and the place's name stay with the host.</summary>
internal static class FactsWire
{
    private static readonly Place Nowhere = new() { Code = "", Name = "" };

    internal static void Write(WireWriter to, PlaceFacts facts) => to.Many(facts.Years, year =>
    {
        to.Number(year.Year);
        to.Many(year.Indicators, indicator => Write(to, indicator));
    });

    internal static PlaceFacts Read(WireReader from)
    {
        var years = from.Many(() => new YearFacts(from.Number(), from.Many(() => Indicator(from))));
        return new PlaceFacts(Nowhere, years);
    }

    private static void Write(WireWriter to, IndicatorFacts facts)
    {
        to.Text(facts.Id);
        Write(to, facts.Own);
        to.Many(facts.Items, item =>
        {
            to.Text(item.Id);
            Write(to, item.Fact);
        });
        to.Kind(facts.SuperiorTask.State);
        to.Text(facts.SuperiorTask.Text);
        to.Many(facts.SuperiorTask.Figures, figure => Write(to, figure));
    }

    private static IndicatorFacts Indicator(WireReader from) => new()
    {
        Id = from.Text(),
        Own = Fact(from),
        Items = from.Many(() => new ItemFact(from.Text(), Fact(from))),
        SuperiorTask = new SuperiorTaskFacts { State = from.Kind<SuperiorTaskState>(), Text = from.Text(), Figures = from.Many(() => Figure(from)) },
    };

    private static void Write(WireWriter to, Fact fact)
    {
        ReadingWire.Write(to, fact.Value);
        to.Maybe(fact.Unit, to.Text);
        to.Optional(fact.OfYear, to.Number);
        to.Optional(fact.ReportedMet, to.Flag);
        to.Optional(fact.ClaimedTrend, to.Kind);
        to.Maybe(fact.Change, change =>
        {
            to.Amount(change.Percent);
            to.Number(change.Since);
        });
        to.Maybe(fact.ParentAverage, average =>
        {
            ReadingWire.Write(to, average.Value);
            to.Text(average.Place);
            to.Maybe(average.Unit, to.Text);
        });
    }

    private static Fact Fact(WireReader from) => new()
    {
        Value = ReadingWire.Read(from),
        Unit = from.Maybe(from.Text),
        OfYear = from.Optional(from.Number),
        ReportedMet = from.Optional(from.Flag),
        ClaimedTrend = from.Optional(from.Kind<Trend>),
        Change = from.Maybe(() => new RecordedChange(from.Amount(), from.Number())),
        ParentAverage = from.Maybe(() => new ParentAverage(ReadingWire.Read(from), from.Text()) { Unit = from.Maybe(from.Text) }),
    };

    private static void Write(WireWriter to, SuperiorTaskFigure figure)
    {
        to.Text(figure.Name);
        to.Text(figure.Unit);
        to.Amount(figure.Required);
        to.Flag(figure.AtMost);
        ReadingWire.Write(to, figure.Actual);
    }

    private static SuperiorTaskFigure Figure(WireReader from) =>
        new(from.Text(), from.Text(), from.Amount(), from.Flag(), ReadingWire.Read(from));
}
