using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads one fact in any of its forms.</summary>
internal sealed class FactReader(JsonText text, string document, DiagnosticBag bag)
{
    internal Fact Fact(JObject o)
    {
        var read = Measured(o, "value", o.TextOrNull("unit"));
        return new Fact
        {
            Value = Said(read.Reading, o),
            Unit = read.Unit,
            OfYear = OfYear(o, read),
            ReportedMet = o.FlagOrNull("met"),
            ClaimedTrend = o.TextOrNull("trend") switch
            {
                "stable" => Trend.Stable,
                "improving" => Trend.Improving,
                "worsening" => Trend.Worsening,
                _ => null,
            },
            Change = o["change"] is JObject change ? new RecordedChange(change.Number("percent"), change.Whole("since")) : null,
            ParentAverage = o["parentAverage"] is JObject average ? ParentAverage(average, o) : null,
            Measure = o.TextOrNull("measure") switch { "level" => Measure.Level, "change" => Measure.Change, _ => Measure.NotStated },
            Related = [.. o.Objects("related").Select(Related)],
            Source = Source(o["source"], document),
            Owner = o.TextOrNull("owner"),
            Note = o.TextOrNull("note"),
        };
    }

    /// <summary>Reads the figure of one year in a list of years.</summary>
    /// <param name="token">A number, a cell, or an object with either or a typed reading.</param>
    /// <param name="series">The indicator, item or background figure that has the list.</param>
    internal Fact OfYear(JToken token, JObject series)
    {
        var own = token as JObject;
        var unit = own?.TextOrNull("unit") ?? series.TextOrNull("unit");
        var value = own is null ? token : own["value"] ?? (TypedForm.IsOne(own) ? own : null);
        if (own?["value"] is { } && TypedForm.IsOne(own))
        {
            bag.Add(DiagnosticCatalog.FactForm, text.At(own), new LocalizedText(
                "`value` 和别的写法只能留一种", "keep either `value` or the other form"));
            value = null;
        }

        var read = Measured(value, text.At(token), series.Text("id"), unit);
        return new Fact
        {
            Value = own is null ? read.Reading : Said(read.Reading, own),
            Unit = read.Unit,
            OfYear = own is null ? read.OfYear : OfYear(own, read),
            ParentAverage = own?["parentAverage"] is JObject average ? ParentAverage(average, own) : null,
            Source = Source(own?["source"] ?? series["source"], document),
            Owner = own?.TextOrNull("owner") ?? series.TextOrNull("owner"),
            Note = own?.TextOrNull("note") ?? series.TextOrNull("note"),
        };
    }

    // The reading as an estimate and with its remark, where the entry says so.
    private Reading Said(Reading value, JObject o)
    {
        if (o.Flag("estimated") && value.IsAbsent)
        {
            bag.Add(DiagnosticCatalog.FactForm, text.At(o["estimated"]), new LocalizedText(
                "没有数，就不能是预计数（`estimated`）", "there is no figure that could be `estimated`"));
        }
        else if (o.Flag("estimated"))
        {
            value = value.AsEstimate();
        }

        return value.Remarked(o.Text("remark"));
    }

    // A year in the cell and another in its own field contradict each other, so neither is used.
    private int? OfYear(JObject o, CellReading read)
    {
        var stated = o.WholeOrNull("ofYear");
        if (stated is not null && read.OfYear is { } written && written != stated)
        {
            bag.Add(DiagnosticCatalog.FactsOtherYear, text.At(o["ofYear"]), read.Reading.Text, $"{written}", $"{stated}");
        }

        return stated ?? read.OfYear;
    }

    private RelatedFigure Related(JObject o)
    {
        var (value, unit) = Measured(o, "value", o.TextOrNull("unit")).Undated;
        // A unit within the cell is printed as part of the value.
        return new RelatedFigure(o.Text("name"), value, o["value"] is JObject ? unit ?? "" : o.Text("unit"));
    }

    private ParentAverage ParentAverage(JObject o, JObject of)
    {
        var (value, written) = Measured(o, "value", o.TextOrNull("unit")).Undated;
        if (of.TextOrNull("unit") is { } stated)
        {
            SameUnit(text.At(o["value"]), "", stated, written);
        }

        return new ParentAverage(value, o.Text("place")) { Unit = written, Source = Source(o["source"], document) };
    }

    internal SuperiorTaskFacts SuperiorTask(JObject? o)
    {
        if (o is null)
        {
            return SuperiorTaskFacts.NotStated;
        }

        if (o["figures"] is not null)
        {
            return new SuperiorTaskFacts
            {
                State = SuperiorTaskState.Figures,
                Claim = State(o),
                Text = o.Text("words"),
                Figures = [.. Figures(o)],
            };
        }

        return new SuperiorTaskFacts { State = State(o), Text = o.Text("words") };
    }

    private static SuperiorTaskState State(JObject task) => task.TextOrNull("state") switch
    {
        "none-set" => SuperiorTaskState.NoneSet,
        "completed" => SuperiorTaskState.SaidCompleted,
        "not-completed" => SuperiorTaskState.SaidNotCompleted,
        _ => SuperiorTaskState.NotStated,
    };

    internal static Source? Source(JToken? token, string document) => token switch
    {
        JValue { Value: string place } => new Source(document, place),
        JObject o => new Source(o.Text("document", document), o.Text("place")),
        _ => null,
    };

    // A repeated equal figure counts once, as for all entries.
    private IEnumerable<SuperiorTaskFigure> Figures(JObject task)
    {
        var read = new List<(SuperiorTaskFigure Figure, Location At)>();
        foreach (var o in task.Objects("figures"))
        {
            var at = text.At(o);
            if (Figure(o) is { } figure && !SuperiorTaskClaims.IsTwice(figure, read, at, bag))
            {
                read.Add((figure, at));
            }
        }

        return read.Select(r => r.Figure);
    }

    private SuperiorTaskFigure? Figure(JObject o)
    {
        var stated = o.Text("unit");
        var (actual, written) = Value(o["actual"]).Undated;
        SameUnit(text.At(o["actual"]), Called(o), stated, written);
        return Required(o, stated) is { } required
            ? new SuperiorTaskFigure(o.Text("name"), stated, required, o.Text("limit") == "at-most", actual) : null;
    }

    // A number, or a text of a number with its unit; other texts are errors of the row, never 0.
    private decimal? Required(JObject o, string stated)
    {
        var (required, written) = Value(o["required"]).Bare;
        SameUnit(text.At(o["required"]), Called(o), stated, written);
        if (required is { Kind: ReadingKind.Number, Low: { } number })
        {
            return number;
        }

        bag.Add(DiagnosticCatalog.FactForm, text.At(o["required"]), new LocalizedText(
            $"任务数“{required.Text}”不是一个数", $"`required` is `{required.Text}`, which is no number"));
        return null;
    }

    private CellReading Measured(JObject o, string property, string? stated) =>
        Measured(o[property], text.At(o[property]), Called(o), stated);

    // The value of an entry, and its unit, from its own field or from the text.
    private CellReading Measured(JToken? token, Location at, string called, string? stated)
    {
        var read = Value(token);
        var (value, written) = read;
        if (value is { Kind: ReadingKind.Quota, Done: { } done, Assigned: { } assigned } && stated is not null)
        {
            SameUnit(at, called, stated, written);
            return new(Reading.Quota(done, assigned, stated), null);
        }

        if (value.Kind == ReadingKind.Quota)
        {
            return new(value, null);
        }

        SameUnit(at, called, stated, written);
        return read with { Unit = stated ?? written };
    }

    private static string Called(JObject o) => o.Text("id", o.Text("name"));

    // "28‰" beside "unit": "%" is contradictory, so neither unit is used.
    private void SameUnit(Location at, string called, string? stated, string? written)
    {
        if (written is not null && stated is not null && !UnitName.Same(written, stated))
        {
            bag.Add(DiagnosticCatalog.FactsUnit, at, Named(called), stated, written, UnitName.Remedy(stated, written));
        }
    }

    /// <summary>An entry's id as the beginning of a message.</summary>
    internal static LocalizedText Entry(string id) => new($"`{id}` ", $"`{id}`");

    private static LocalizedText Named(string id) => id.Length > 0 ? (LocalizedText)$"`{id}`" : new LocalizedText("这一项", "this entry");

    private CellReading Value(JToken? token) => token switch
    {
        null => new(Reading.Absent(AbsenceKind.NotReported), null),
        JValue { Value: string written } => ReadingParser.Parse(written),
        JValue => new(Reading.Number(JsonAccess.Number(token)), null),
        JObject o => new(Typed(o), o.TextOrNull("unit")),
        _ => throw new InvalidOperationException("The schema lets no other form through."),
    };

    private Reading Typed(JObject o)
    {
        var form = new TypedForm(o);
        if (form.Fault is { } fault)
        {
            bag.Add(DiagnosticCatalog.FactForm, text.At(o), fault);
            return Reading.Absent(AbsenceKind.NotReported);
        }

        return form.Read(o);
    }
}
