using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Checks;

/// <summary>A row as a check sees it, with the words for the usual contradictions. Missing figures make none.</summary>
public abstract class CheckedIndicator : CheckedFigure
{
    private protected CheckedIndicator()
    {
    }

    /// <summary>The sum of its items' figures; unknown where one is missing.</summary>
    public Quantity SumOfItems
    {
        get
        {
            Quantity sum = 0m;
            foreach (var item in Row.Items)
            {
                sum += new CheckedItem(Input, Row, item).Value;
            }

            return sum;
        }
    }

    /// <summary>What the superior's task set under a name; unknown where it set no such figure.</summary>
    /// <param name="name">As the facts print it: 用水总量.</param>
    public Quantity Required(string name) => SuperiorTask(name, required: true);

    /// <summary>What was reached of the superior's task under a name; unknown where the facts do not say.</summary>
    /// <param name="name">As the facts print it.</param>
    public Quantity Reached(string name) => SuperiorTask(name, required: false);

    /// <summary>
    /// A value of another kind than the unit: days for a share in percent, a count done for a rate, a change for a figure.
    /// </summary>
    public Contradictions OtherUnit() => RowChecks.OtherUnit(Row, Input.Year);

    /// <summary>A value that only repeats its target's words or bound.</summary>
    public Contradictions RepeatsTarget() => RowChecks.RepeatsTarget(Row, Input.Year);

    /// <summary>A course that is claimed with no earlier figure to show it.</summary>
    public Contradictions TrendUnproven() => RowChecks.TrendUnproven(Row, Input.Year);

    /// <summary>Reported as met though the authority above set no task.</summary>
    public Contradictions MetWithoutTask() => RowChecks.MetWithoutTask(Row, Input.Year);

    /// <summary>Two bindings printed for one level.</summary>
    public Contradictions BindsTwice() => RowChecks.BindsTwice(Row, Input.Year);

    /// <summary>A dated target that asks less than the scheme asks now, or less than is reached already.</summary>
    public Contradictions StageAsksLess() => StageChecks.AsksLess(Row, Input.Year);

    private Quantity SuperiorTask(string name, bool required)
    {
        if (Row.Facts?.SuperiorTask.Figures.FirstOrDefault(f => f.Name == name) is not { } figure)
        {
            return default;
        }

        var reading = required ? Reading.Number(figure.Required) : figure.Actual;
        var what = required
            ? new LocalizedText($"上级任务：{name}", $"superior's task: {name}")
            : new LocalizedText($"实际：{name}", $"reached: {name}");
        var origin = Row.InFacts(Row.Own, Input.Year, FigureQuantity.Said(reading, figure.Unit), Row.Facts.Own.Source) with { Name = what };
        return new(reading.IsNumeric ? reading.Interval : default, [origin], figure.Unit, what, 0);
    }
}
