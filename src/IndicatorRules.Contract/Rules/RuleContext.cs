using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>
/// What a rule is written against: the indicator itself (whose words need no prefix), its place, year, superior's task
/// and the words that combine verdicts.
/// </summary>
/// <remarks>The compiler derives one class per indicator. One thread at a time; see <see cref="Figure"/>.</remarks>
public abstract partial class RuleContext : Figure
{
    private BoundRow? _row;
    private IndicatorInfo? _indicator;
    private BoundUpper[] _uppers = [];

    // The upper rules, and for one that asks its own uppers alone these.
    private RuleContext[] _leaves = [];
    private IReadOnlyDictionary<string, IndicatorInfo> _others = ImmutableDictionary<string, IndicatorInfo>.Empty;
    private IReadOnlyDictionary<string, string> _names = ImmutableDictionary<string, string>.Empty;
    private bool _asksUppersAlone;
    private bool _holdsUppers;
    private Answers? _answers;

    private protected RuleContext() => SuperiorTask = new SuperiorTask(this);

    /// <summary>The indicator's own figure; its words may be used without this prefix.</summary>
    public Figure Value => this;

    /// <summary>The superior's task.</summary>
    public SuperiorTask SuperiorTask { get; }

    /// <summary>The year judged.</summary>
    public int Year => Row.Year;

    /// <summary>Compare with the year before.</summary>
    public static Since PreviousYear => Since.PreviousYear;

    /// <summary>Compare with the scheme's base year.</summary>
    public static Since SinceBaseYear => Since.BaseYear;

    /// <summary>The functions that the scheme declares, in its order, with their code.</summary>
    internal ImmutableArray<BoundFunction> Functions { get; set; } = [];

    internal BoundRow Row => _row!;

    internal bool WithReasons => Row.WithReasons;

    internal bool Outlook => Row.Outlook;

    internal int FactsYear => Row.FactsYear;

    internal int? BaseYear => _indicator!.BaseYear;

    internal SuperiorTaskFacts Task => Row.SuperiorTask;

    internal abstract ItemSet ItemsBase { get; }

    internal abstract PlaceContext PlaceBase { get; set; }

    /// <summary>Compare with a fixed number of years back, 1 to 50.</summary>
    public static Since YearsBack(int years) => Since.Asked(years);

    /// <summary>So many of so many, in whole numbers: <c>Ratio(2, 3)</c> is two thirds, without rounding.</summary>
    /// <param name="part">How many; more than 0.</param>
    /// <param name="whole">Of how many; more than 0.</param>
    public static Ratio Ratio(int part, int whole) => new(part, whole);

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
        var verdict = new Verdict(proven, claimed);
        return WithReasons ? WhenReason.Of(condition.Reason!, then.Reason!, otherwise.Reason!, verdict, line).Verdict : verdict;
    }

    /// <summary>Every item must hold; items that do not apply do not count.</summary>
    /// <param name="rule">Judges one item: <c>item => item.AtLeast(43)</c>.</param>
    public Verdict EachItem(Func<Figure, Verdict> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var items = ItemsBase.All;
        if (items.IsEmpty)
        {
            return Unknown("the indicator has no items");
        }

        var all = Asked(rule, items[0], 0);
        for (var i = 1; i < items.Length; i++)
        {
            all &= Asked(rule, items[i], 0);
        }

        return all;
    }

    /// <summary>
    /// Another indicator of the scheme, of the same place and year, to compare with: <c>AtMost(Indicator("water-cap"))</c>.
    /// </summary>
    /// <param name="id">Its id in this scheme, in quotes.</param>
    public Figure Indicator(string id) => Other(id) is { } other
        ? new OtherFigure(this, other.Own, NameOf(id), BoundFigure.OwnIndex)
        : DerivedFigure.Failed(this, ScriptFault.Unknown(nameof(Indicator), id));

    /// <summary>An item of another indicator of the scheme.</summary>
    /// <param name="id">The indicator's id in this scheme, in quotes.</param>
    /// <param name="item">The item's id, in quotes.</param>
    public Figure Indicator(string id, string item)
    {
        var items = Other(id)?.Items ?? [];
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].Id == item)
            {
                return new OtherFigure(this, items[index], NameOf(id), index);
            }
        }

        return DerivedFigure.Failed(this, ScriptFault.Unknown(nameof(Indicator), $"{id}.{item}"));
    }

    /// <summary>Undetermined, whatever is claimed: the sources do not say.</summary>
    /// <param name="why">Shown to the reader.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Unknown(string why, [CallerLineNumber] int line = 0) =>
        Said(default, line, why);

    /// <summary>不适用, by the rule's own word.</summary>
    /// <inheritdoc cref="Unknown"/>
    public Verdict NotApplicable(string why, [CallerLineNumber] int line = 0) =>
        Said(new(Status.NotApplicable), line, why);

    /// <summary>For generated code: the indicator's rule.</summary>
    protected abstract Verdict Rule();

    /// <summary>For generated code: the rule of a stage, by its place among the indicator's stages.</summary>
    protected virtual Verdict StageRule(int stage) => throw new ArgumentOutOfRangeException(nameof(stage));

    /// <summary>
    /// Gives the rule the other indicators of its scheme, and the ids of their facts in the scheme judged.
    /// </summary>
    /// <param name="others">By their ids in this rule's scheme.</param>
    /// <param name="names">The ids that differ.</param>
    internal void Know(IReadOnlyDictionary<string, IndicatorInfo> others, IReadOnlyDictionary<string, string> names)
    {
        _others = others;
        _names = names;
    }

    /// <param name="indicator">What it is for.</param>
    /// <param name="uppers">The upper schemes' rules on the same row.</param>
    /// <param name="asksUppersAlone">Whether the rule is that all of <paramref name="uppers"/> hold, and nothing else.</param>
    /// <param name="holdsUppers">Whether every answer of the rule asks all of <paramref name="uppers"/> to hold, so that its failure hides
    /// none.</param>
    internal void Attach(IndicatorInfo indicator, BoundUpper[] uppers, bool asksUppersAlone = false, bool holdsUppers = false)
    {
        _asksUppersAlone = asksUppersAlone;
        _holdsUppers = holdsUppers;
        Attach(this, _names.TryGetValue(indicator.Own.Id, out var name) ? indicator.Own with { Id = name } : indicator.Own, 0);
        ItemsBase.Attach(this, indicator.Items, indicator.Own.States.Length);
        _indicator = indicator;
        _uppers = uppers;
        // Each once: where a lineage joins again, the same rule is reached on many ways, and asking it twice changes nothing.
        _leaves = [.. uppers.SelectMany(u => u.Rule._asksUppersAlone ? u.Rule._leaves : [u.Rule]).Distinct()];
    }

    /// <summary>Gives this rule and its upper rules a row of their own to read.</summary>
    internal void Open() => Join(new BoundRow(Info.Id));

    /// <summary>Keeps each answer from now on while the row stays bound, for a rule that several others ask.</summary>
    internal void Remember() => _answers ??= new Answers(_indicator!.Stages.Length);

    /// <summary>Lets go of the answers that were kept.</summary>
    internal void ForgetAnswers() => _answers?.Forget();

    /// <summary>Binds this rule and its upper rules to a row; they judge it until they are bound again.</summary>
    internal void Bind(in RuleInput input) => Row.Bind(input);

    // An upper rule looks at the same facts: it gives up its own row for the one of the rule that asks it.
    private void Join(BoundRow row)
    {
        if (ReferenceEquals(_row, row))
        {
            return;
        }

        _row = row;
        Join(row, BoundFigure.OwnIndex);
        ItemsBase.Join(row);
        foreach (var upper in _uppers)
        {
            upper.Rule.Join(row);
        }
    }

    internal StateInfo StateOf(StateId state) => _indicator!.States[state.Index];

    private IndicatorInfo? Other(string id) => _others.GetValueOrDefault(id);

    private string NameOf(string id) => _names.GetValueOrDefault(id, id);

    private Verdict Said(Verdict verdict, int line, string text) => WithReasons ? new RuleTextReason(verdict, line, text).Verdict : verdict;

    private static Status Agreed(Status one, Status other) => one == other ? one : Status.Undetermined;
}
