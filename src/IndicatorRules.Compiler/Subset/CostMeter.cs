using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler.Subset;

/// <summary>
/// Computes the maximum number of steps of a text from its code alone. It exists because texts have no loops or recursion.
/// </summary>
internal sealed class CostMeter
{
    /// <summary>A cost above every budget, at which sums saturate.</summary>
    internal const long Most = 1_000_000_000_000;

    private const long Decimal = 4;

    // Costs of words from which on they read other years, and of one that reads the most years.
    private const long OtherYears = 40;
    private const long ManyYears = 2000;
    private const int MostYears = 50;

    // The cost of a call to a declared function besides its declared cost: looking up arguments and wrapping the result.
    private const long FunctionCall = 60;

    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _functions;
    private readonly Dictionary<ISymbol, (long Cost, Dictionary<string, long> Uppers)> _known = new(SymbolEqualityComparer.Default);
    private readonly CompileRequest _request;
    private readonly int _items;

    private CostMeter(IOperation root, CompileRequest request, int items)
    {
        _functions = CallGraph.Functions(root);
        _request = request;
        _items = items;
    }

    /// <summary>The cost of each text, in the order of the request's units.</summary>
    internal static IEnumerable<RuleCost> Of(CompileRequest request, ScriptSource source, SemanticModel model)
    {
        var items = request.Rules.SelectMany(r => r.Stages.Prepend(r.Rule).Select(_ => r.Items.Length))
            .Concat(request.OverallUnits().Select(_ => request.Rules.Length)).ToList();
        var bodies = model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(m => (m.Body, Place: source.Find(m.SpanStart)))
            .Where(m => m is { Body: not null, Place: not null })
            .OrderBy(m => m.Place!.Value.Unit);
        foreach (var (body, place) in bodies)
        {
            var root = model.GetOperation(body!)!;
            var uppers = new Dictionary<string, long>(StringComparer.Ordinal);
            var cost = new CostMeter(root, request, items[place!.Value.Unit]).Cost(root, uppers, 1);
            var calls = uppers.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => new UpperCall(u.Key, u.Value));
            yield return new RuleCost(cost, [.. calls]);
        }
    }

    private long Cost(IOperation operation, Dictionary<string, long> uppers, long times)
    {
        // A local function costs nothing where it is declared, only where it is called.
        if (operation is ILocalFunctionOperation)
        {
            return 0;
        }

        var total = operation switch
        {
            IInvocationOperation call => Call(call, uppers, times),
            IPropertyReferenceOperation property =>
                AllowList.Symbols.GetValueOrDefault(MeaningGate.Id(property.Property.OriginalDefinition), 1),
            IBinaryOperation { Type.SpecialType: SpecialType.System_Decimal } => Decimal,
            IBinaryOperation { OperatorMethod: { } method } => AllowList.Symbols.GetValueOrDefault(MeaningGate.Id(method), 1),
            _ => 1,
        };
        // The lambda of EachItem or EachIndicator runs once per item or indicator.
        var isEach = operation is IInvocationOperation
        {
            TargetMethod.Name: nameof(RuleContext.EachItem) or nameof(CheckContext.EachIndicator),
        };
        var each = isEach ? Math.Max(1, _items) : Years(operation);
        foreach (var child in operation.ChildOperations)
        {
            total = Sum(total, Product(each, Cost(child, uppers, Product(times, each))));
        }

        return total;
    }

    // The lambda of EachYear runs once per year, of which there are at most as many as a word may look back.
    private static long Years(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: nameof(Figure.EachYear) } call
        ? call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "years")?.Value.ConstantValue.Value is int years and >= 1 and <= MostYears
            ? years : MostYears
        : 1;

    private long Call(IInvocationOperation call, Dictionary<string, long> uppers, long times)
    {
        if (_functions.TryGetValue(call.TargetMethod, out var function) && function.Body is { } body)
        {
            if (!_known.TryGetValue(call.TargetMethod, out var known))
            {
                // If a recursion slipped through, it exceeds every budget.
                _known[call.TargetMethod] = (Most, []);
                var inner = new Dictionary<string, long>(StringComparer.Ordinal);
                _known[call.TargetMethod] = known = (Cost(body, inner, 1), inner);
            }

            foreach (var (id, count) in known.Uppers)
            {
                uppers[id] = Sum(uppers.GetValueOrDefault(id), Product(count, times));
            }

            return Sum(known.Cost, 1);
        }

        if (call.TargetMethod.Name == nameof(RuleContext.Upper)
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "schemeId")?.Value.ConstantValue.Value is string named)
        {
            uppers[named] = Sum(uppers.GetValueOrDefault(named), times);
        }

        if (MeaningGate.IsFunction(call.TargetMethod))
        {
            return Sum(FunctionCall, _request.Functions.First(f => f.Signature.Id == call.TargetMethod.Name).Cost);
        }

        var steps = AllowList.Symbols.GetValueOrDefault(MeaningGate.Id(call.TargetMethod.OriginalDefinition), 1);
        // A word that reads other years evaluates a derived figure once per year.
        return steps >= OtherYears && MayBeWorkedOut(call.Instance) ? Sum(Product(steps, 4), ManyYears) : steps;
    }

    private static bool MayBeWorkedOut(IOperation? figure) => figure?.Type?.Name == nameof(Figure) && figure switch
    {
        IInvocationOperation or ILocalReferenceOperation or IBinaryOperation => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } } => true,
        IConversionOperation conversion => MayBeWorkedOut(conversion.Operand),
        IParenthesizedOperation inner => MayBeWorkedOut(inner.Operand),
        _ => false,
    };

    private static long Sum(long a, long b) => Math.Min(Most, a + b);

    private static long Product(long a, long b) => a == 0 || b <= Most / a ? Math.Min(Most, a * b) : Most;
}
