using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>An indicator or item as a check sees it.</summary>
/// <remarks>Belongs to one set of checks and with it to one thread at a time.</remarks>
public abstract class CheckedFigure
{
    private CheckInput? _binding;
    private CheckedRow? _row;
    private CheckedFigureInfo? _info;

    private protected CheckedFigure()
    {
    }

    /// <summary>The figure of the year checked; unknown where there is none.</summary>
    public Quantity Value => Of(0);

    internal CheckInput Input => _binding!;

    internal CheckedRow Row => _row!;

    internal Fact Fact => FactIn(Row.Facts);

    /// <summary>The figure of an earlier year; unknown where there is none.</summary>
    /// <param name="years">How many years before the one checked; 1 to 50.</param>
    public Quantity Before(int years) => ScriptFault.Years(nameof(Before), years) is { } fault ? Quantity.Failed(fault) : Of(years);

    /// <summary>The row asks by how much something changed: a contradiction where the facts say that the figure is a level.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public Contradictions WantsChange([CallerLineNumber] int line = 0) =>
        Wants(Measure.Level, ContradictionKind.LevelForChange, new("应填变化幅度", "wants a change"), new("水平值", "a level"), line);

    /// <summary>The row asks how high something is: a contradiction where the facts say that the figure is a change.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public Contradictions WantsLevel([CallerLineNumber] int line = 0) =>
        Wants(Measure.Change, ContradictionKind.ChangeForLevel, new("应填水平值", "wants a level"), new("变化幅度", "a change"), line);

    internal void Bind(CheckInput input, CheckedRow row, CheckedFigureInfo info)
    {
        _binding = input;
        _row = row;
        _info = info;
    }

    private Quantity Of(int before)
    {
        var (fact, column, lag) = FigureQuantity.Find(
            Input.Facts, Input.Year, before, y => y.Find(Row.Id) is { } facts ? FactIn(facts) : null);
        var said = FigureQuantity.Said(fact, _info!.Figure.Unit, column);
        var source = fact.Source ?? Input.Facts.Find(column)?.Find(Row.Id)?.Own.Source;
        return FigureQuantity.Of(fact, _info.Figure.Unit, Row.InFacts(_info, column, said, source), lag);
    }

    private Fact FactIn(IndicatorFacts? facts) =>
        facts is null ? Fact.Unknown : _info!.Figure.IsItem ? facts.Item(_info.Figure.Id) : facts.Own;

    private Contradictions Wants(Measure wrong, ContradictionKind kind, LocalizedText asked, LocalizedText given, int line)
    {
        if (Fact.Measure != wrong || Fact.Value.IsAbsent)
        {
            return default;
        }

        var said = FigureQuantity.Said(Fact.Value, _info!.Figure.Unit);
        return new([new FoundContradiction
        {
            Kind = kind,
            Origins =
            [
                Row.InFacts(_info, Input.Year, new($"{said}（{given.Zh}）", $"{said} ({given.En})"), Fact.Source),
                Row.InScheme(_info, asked),
            ],
            Line = line,
        }]);
    }
}
