using FsCheck;
using FsCheck.Fluent;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A random rule of nested words.</summary>
/// <param name="Text">The rule as an author would write it.</param>
/// <param name="Judge">The rule itself.</param>
internal sealed record RuleTree(string Text, Func<TestRule, Verdict> Judge)
{
    private static readonly RuleTree[] Words =
    [
        new("AtLeast(1)", r => r.AtLeast(1)),
        new("MoreThan(-2)", r => r.MoreThan(-2)),
        new("AtMost(3)", r => r.AtMost(3)),
        new("LessThan(0)", r => r.LessThan(0)),
        new("Between(-1, 2)", r => r.Between(-1, 2)),
        new("StableOrImproving()", r => r.StableOrImproving()),
        new("Improving(PreviousYear)", r => r.Improving()),
        new("NotReduced(1)", r => r.NotReduced(1)),
        new("ChangeAtLeast(-1)", r => r.ChangeAtLeast(-1)),
        new("ChangeAtMost(2)", r => r.ChangeAtMost(2)),
        new("SuperiorTask.Completed()", r => r.SuperiorTask.Completed()),
        new("Unknown(\"?\")", r => r.Unknown("?")),
        new("NotApplicable(\"?\")", r => r.NotApplicable("?")),
        new("Items.First.AtLeast(0)", r => r.Items.First.AtLeast(0)),
        new("EachItem(i => i.AtMost(2))", r => r.EachItem(i => i.AtMost(2))),
        new("(Value > 1 ? AtLeast(2) : Improving())", r => r.Value > 1 ? r.AtLeast(2) : r.Improving()),
        new("AtLeast(1 / 0m)", r => r.AtLeast(1 / (r.Year - (decimal)r.Year))),
    ];

    internal static Gen<RuleTree> Any { get; } = Gen.Sized(size => Of(Math.Min(size, 12)));

    public override string ToString() => Text;

    private static Gen<RuleTree> Of(int size) => size <= 1 ? Gen.Elements(Words) : Gen.OneOf(
        Gen.Elements(Words),
        from a in Of(size / 2) from b in Of(size / 2) select new RuleTree($"({a} & {b})", r => a.Judge(r) & b.Judge(r)),
        from a in Of(size / 2) from b in Of(size / 2) select new RuleTree($"({a} | {b})", r => a.Judge(r) | b.Judge(r)),
        from a in Of(size / 3)
        from b in Of(size / 3)
        from c in Of(size / 3)
        select new RuleTree($"When({a}, {b}, {c})", r => r.When(a.Judge(r), b.Judge(r), c.Judge(r))));
}
