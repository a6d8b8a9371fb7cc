using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Contract.Rules;

/// <summary>
/// What a rule is written against: the indicator itself (whose words need no prefix), its place, year, superior's task
/// and the words that combine verdicts.
/// </summary>
/// <remarks>The compiler derives one class per indicator. One thread at a time; see <see cref="Figure"/>.</remarks>
public abstract class RuleContext : Figure
{
    private Binding _binding;
    private IndicatorInfo? _indicator;
    private (string SchemeId, RuleContext Rule)[] _uppers = [];

    private protected RuleContext() => SuperiorTask = new SuperiorTask(this);

    /// <summary>The indicator's own figure; its words may be used without this prefix.</summary>
    public Figure Value => this;

    /// <summary>The superior's task.</summary>
    public SuperiorTask SuperiorTask { get; }

    /// <summary>The year judged.</summary>
    public int Year => _binding.Year;

    /// <summary>Compare with the year before.</summary>
    public static Since PreviousYear => Since.PreviousYear;

    /// <summary>Compare with the scheme's base year.</summary>
    public static Since SinceBaseYear => Since.BaseYear;

    internal bool WithReasons => _binding.WithReasons;

    internal bool Outlook => _binding.Year > _binding.FactsYear;

    internal int FactsYear => _binding.FactsYear;

    internal int? BaseYear => _indicator!.BaseYear;

    internal TaskFacts Task => _binding.Row?.Task ?? TaskFacts.NotStated;

    internal new Status Reported => base.Reported();

    internal abstract ItemSet ItemsBase { get; }

    internal abstract PlaceContext PlaceBase { get; set; }

    /// <summary>Compare with a fixed number of years back, at least 1.</summary>
    public static Since YearsBack(int years) => Since.YearsBack(years);

    /// <summary>
    /// Chooses by a figure without taking "unknown" for "else": where <paramref name="condition"/> is not proven either
    /// way, both branches are judged and answer if they agree.
    /// </summary>
    /// <param name="condition">Claims do not count in a condition.</param>
    /// <param name="then">The verdict where it holds.</param>
    /// <param name="otherwise">The verdict where it does not.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict When(Verdict condition, Verdict then, Verdict otherwise, [CallerLineNumber] int line = 0)
    {
        var (proven, claimed) = condition.Proven switch
        {
            Status.Met => (then.Proven, then.Claimed),
            Status.NotMet => (otherwise.Proven, otherwise.Claimed),
            Status.NotApplicable => (Status.NotApplicable, Status.NotApplicable),
            _ => (Agreed(then.Proven, otherwise.Proven), Agreed(then.Claimed, otherwise.Claimed)),
        };
        if (!WithReasons)
        {
            return new Verdict(proven, claimed);
        }

        var taken = condition.Proven == Status.Met ? then : otherwise;
        var decided = condition.Proven is Status.Met or Status.NotMet;
        return new Verdict(proven, claimed, new Finding
        {
            Clause = Clause.Branch,
            Proven = proven,
            Claimed = claimed,
            Line = line,
            Parts = [condition.Finding!, then.Finding!, otherwise.Finding!],
            Margin = decided ? taken.Finding?.Margin : null,
            Unit = decided ? taken.Finding?.Unit ?? "" : "",
        });
    }

    /// <summary>Every item must hold; items that do not apply do not count.</summary>
    /// <param name="rule">Judges one item: <c>item => item.AtLeast(43)</c>.</param>
    public Verdict EachItem(Func<Figure, Verdict> rule)
    {
        var items = ItemsBase.All;
        if (items.IsEmpty)
        {
            return Unknown("the indicator has no items");
        }

        var all = rule(items[0]);
        for (var i = 1; i < items.Length; i++)
        {
            all &= rule(items[i]);
        }

        return all;
    }

    /// <summary>The verdict of an upper scheme that this one extends, on the same indicator and the same facts.</summary>
    /// <param name="schemeId">The id of a scheme that is named under <c>extends</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Upper(string schemeId, [CallerLineNumber] int line = 0) => Above(schemeId, null, line);

    /// <summary>The verdict of an upper scheme's dated target, on the same indicator and the same facts.</summary>
    /// <param name="schemeId">The id of a scheme that is named under <c>extends</c>.</param>
    /// <param name="stage">The id of a stage that it sets a target for.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Upper(string schemeId, string stage, [CallerLineNumber] int line = 0) => Above(schemeId, stage, line);

    /// <summary>Undetermined, whatever is claimed: the sources do not say.</summary>
    /// <param name="why">Shown to the reader.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Unknown(string why, [CallerLineNumber] int line = 0) =>
        Said(Clause.Unknown, Status.Undetermined, why, line);

    /// <summary>不适用, by the rule's own word.</summary>
    /// <inheritdoc cref="Unknown"/>
    public Verdict NotApplicable(string why, [CallerLineNumber] int line = 0) =>
        Said(Clause.Exempt, Status.NotApplicable, why, line);

    /// <summary>For generated code: the indicator's rule.</summary>
    protected abstract Verdict Rule();

    /// <summary>For generated code: the rule of a stage, by its place among the indicator's stages.</summary>
    protected virtual Verdict StageRule(int stage) => throw new ArgumentOutOfRangeException(nameof(stage));

    internal const int NearestRule = -1;

    internal Verdict JudgeSafely(int stage)
    {
        try
        {
            return stage == NearestRule ? Rule() : StageRule(stage);
        }
        catch (UndecidedException undecided)
        {
            return Ended(Clause.Undecided, "", undecided.Comparison);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Ended(Clause.Fault, FaultText(fault), null);
        }
    }

    /// <summary>Lets the rule read the facts of a row that a lower scheme gave another id.</summary>
    internal void ReadAs(string id)
    {
        Attach(this, Info with { Id = id });
        foreach (var (_, upper) in _uppers)
        {
            upper.ReadAs(id);
        }
    }

    internal void Attach(IndicatorInfo indicator, (string SchemeId, RuleContext Rule)[] uppers)
    {
        Attach(this, indicator.Own);
        ItemsBase.Attach(this, indicator.Items);
        _indicator = indicator;
        _uppers = uppers;
    }

    internal void Bind(in Binding binding)
    {
        _binding = binding;
        var row = binding.Row;
        Fact = row?.Own ?? Fact.Unknown;
        foreach (var item in ItemsBase.All)
        {
            item.Bind(row?.Item(item.Info.Id) ?? Fact.Unknown);
        }

        foreach (var (_, upper) in _uppers)
        {
            upper.Bind(binding);
        }
    }

    internal IndicatorFacts? FactsOf(int year) => _binding.Facts.Find(year)?.Find(Info.Id);

    internal StateInfo State(StateId state) => _indicator!.States[state.Index];

    // A stage that is none must not be taken for the nearest rule.
    private int StageOf(string stage) => _indicator!.Stages.IndexOf(stage) is var index and >= 0
        ? index
        : throw new InvalidOperationException($"`{stage}` is no stage of {Info.Id}.");

    internal override Fact FactIn(IndicatorFacts facts) => facts.Own;

    private Verdict Above(string schemeId, string? stage, int line)
    {
        foreach (var (id, rule) in _uppers)
        {
            if (id == schemeId)
            {
                var verdict = rule.JudgeSafely(stage is null ? NearestRule : rule.StageOf(stage));
                return WithReasons ? new Verdict(verdict.Proven, verdict.Claimed, FromUpper(id, verdict, line)) : verdict;
            }
        }

        throw new InvalidOperationException($"`{schemeId}` does not govern this indicator.");
    }

    private Verdict Said(Clause clause, Status status, string why, int line) => WithReasons
        ? Explained(Step(clause, status, status, line) with { Text = why })
        : new Verdict(status);

    private Verdict Ended(Clause clause, string text, Finding? part) => WithReasons
        ? Explained(Step(clause, Status.Undetermined, Status.Undetermined, 0) with { Text = text, Parts = part is null ? [] : [part] })
        : new Verdict(Status.Undetermined);

    private static Finding FromUpper(string schemeId, Verdict verdict, int line) => new()
    {
        Clause = Clause.Upper,
        Proven = verdict.Proven,
        Claimed = verdict.Claimed,
        Text = schemeId,
        Line = line,
        Parts = [verdict.Finding!],
        Margin = verdict.Finding?.Margin,
        Unit = verdict.Finding?.Unit ?? "",
    };

    // Keys of the report's texts; the words of the platform stay out of a county's table.
    private static string FaultText(Exception fault) => fault switch
    {
        DivideByZeroException => "division-by-zero",
        OverflowException => "overflow",
        SwitchExpressionException => "no-branch",
        _ => "fault",
    };

    private static Status Agreed(Status one, Status other) => one == other ? one : Status.Undetermined;
}
