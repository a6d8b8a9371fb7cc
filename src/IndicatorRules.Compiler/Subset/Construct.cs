using IndicatorRules.Contract;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Compiler.Subset;

/// <summary>A construct that rules may not use, and its replacement. Immutable.</summary>
/// <param name="Name">The construct, in an author's terms.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record Construct(LocalizedText Name, LocalizedText Instead)
{
    private static readonly LocalizedText Words =
        new("规则只做判定，请改用指南所列的词。", "A rule only judges; use the words of the author's guide.");

    internal static Construct Modifier { get; } = new(new("修饰词", "modifiers"), Words);

    internal static Construct LooseLambda { get; } = new(
        new("单独的 `=>` 函数", "a lambda on its own"),
        new(
            "`=>` 只写在 `EachItem(item => …)`、`EachYear(3, year => …)` 的括号里，且只是一个表达式。",
            "A lambda may only be the argument of `EachItem(item => …)` or `EachYear(3, year => …)`, as one expression."));

    internal static Construct NestedLambda { get; } = new(
        new("嵌套的 `=>` 函数", "a lambda within a lambda"), new("请写成局部函数。", "Write a local function."));

    internal static Construct NestedFunction { get; } = new(
        new("嵌套的局部函数", "a local function within another"), new("请并列书写。", "Write them side by side."));

    internal static Construct DefaultArgument { get; } = new(
        new("参数默认值", "a default argument"), new("调用时把参数写全。", "Pass every argument."));

    internal static Construct InnerAssignment { get; } = new(
        new("表达式里的赋值", "an assignment within an expression"),
        new("赋值单独成句。", "An assignment is a statement of its own."));

    internal static Construct LooseExpression { get; } = new(
        new("没有用到结果的表达式", "an expression whose result is not used"),
        new("请用 `return` 给出判定。", "Give the verdict with `return`."));

    internal static Construct Of(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ForStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForEachStatement
            or SyntaxKind.ForEachVariableStatement or SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement
            or SyntaxKind.GotoDefaultStatement or SyntaxKind.LabeledStatement or SyntaxKind.ContinueStatement => new(
            new("循环和跳转", "loops and jumps"),
            new("逐个分项判定用 `EachItem(item => …)`。", "To judge every item, use `EachItem(item => …)`.")),
        SyntaxKind.TryStatement or SyntaxKind.ThrowStatement or SyntaxKind.ThrowExpression => new(
            new("异常处理", "exceptions"),
            new("判不了就写 `Unknown(\"原因\")`。", "If there is no answer, write `Unknown(\"why\")`.")),
        SyntaxKind.ObjectCreationExpression or SyntaxKind.ImplicitObjectCreationExpression or SyntaxKind.AnonymousObjectCreationExpression
            or SyntaxKind.ArrayCreationExpression or SyntaxKind.ImplicitArrayCreationExpression
            or SyntaxKind.StackAllocArrayCreationExpression or SyntaxKind.CollectionExpression
            or SyntaxKind.TupleExpression or SyntaxKind.TupleType or SyntaxKind.ArrayType => new(
            new("新建对象、数组或元组", "new objects, arrays or tuples"), Words),
        SyntaxKind.InterpolatedStringExpression => new(
            new("拼接字符串", "composed text"), new("把话直接写在引号里。", "Write the words out in quotes.")),
        SyntaxKind.CastExpression or SyntaxKind.AsExpression or SyntaxKind.IsExpression => new(
            new("类型转换", "casts"),
            new("数值都是十进制，不需要转换。", "Every figure is a decimal; there is nothing to cast.")),
        SyntaxKind.TypeOfExpression or SyntaxKind.SizeOfExpression or SyntaxKind.DefaultExpression or SyntaxKind.DefaultLiteralExpression
            or SyntaxKind.NullLiteralExpression => new(
            new("类型和空值", "types and null"),
            new("没有的数值不是空值：由判定用词处理。", "A missing figure is not null: the words of rules handle it.")),
        SyntaxKind.GenericName or SyntaxKind.TypeArgumentList or SyntaxKind.TypeParameterList or SyntaxKind.AliasQualifiedName
            or SyntaxKind.QualifiedName or SyntaxKind.NullableType or SyntaxKind.PointerType or SyntaxKind.PredefinedType => new(
            new("其他类型", "other types"),
            new("局部变量用 `var`、`decimal`、`int` 或 `bool`。", "Locals are `var`, `decimal`, `int` or `bool`.")),
        SyntaxKind.WhenClause => new(
            new("分支条件 `when`", "`when` in a case"),
            new("改用 `if`，或把条件写进 `When(条件, 则, 否则)`。", "Use `if`, or `When(condition, then, otherwise)`.")),
        SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.AnonymousMethodExpression => LooseLambda,
        SyntaxKind.DeclarationPattern or SyntaxKind.VarPattern or SyntaxKind.RecursivePattern or SyntaxKind.TypePattern
            or SyntaxKind.ListPattern or SyntaxKind.DeclarationExpression => new(
            new("取出成员的模式", "patterns that take things apart"),
            new("模式里只写常量和大小比较。", "A pattern may only compare with constants.")),
        _ => new(new($"这种写法（{kind}）", $"this construct ({kind})"), Words),
    };
}
