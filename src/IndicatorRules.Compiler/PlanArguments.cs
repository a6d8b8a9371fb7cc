using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler;

/// <summary>Validates the years of words that follow the course of a plan, which need a base year and a target after it.</summary>
internal sealed class PlanArguments(CompileRequest request, SemanticModel model)
{
    private readonly ConstantValue _constants = new(model);

    internal MeaningFault? OnTrack(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var arguments = (model.GetOperation(call) as IInvocationOperation)?.Arguments ?? [];
        if (Of(arguments, "steps") is { } written)
        {
            var text = written.Value.ConstantValue.Value as string;
            return text is null || PlannedStep.Parse(text) is null
                ? Fault(written, FaultId.PlannedSteps, method.Name, text ?? $"{written.Syntax}") : null;
        }

        if (Of(arguments, "since") is { Value: var since } && !IsBaseYear(since))
        {
            return null;
        }

        return NoBaseYear(call, method)
            ?? (Of(arguments, "by") is { } by && _constants.Of(by.Value) is { } year && year <= request.BaseYear
                ? Fault(by, FaultId.DueEarly, method.Name, Reading.Plain(year), Reading.Plain(request.BaseYear!.Value))
                : null);
    }

    internal MeaningFault? NoBaseYear(InvocationExpressionSyntax call, IMethodSymbol method) =>
        request.BaseYear is null ? new MeaningFault(call.SpanStart, FaultId.NoBaseYear, [method.Name]) : null;

    private static bool IsBaseYear(IOperation since) =>
        since is IPropertyReferenceOperation { Property.Name: nameof(RuleContext.SinceBaseYear) };

    private static IArgumentOperation? Of(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a is { ArgumentKind: ArgumentKind.Explicit } && a.Parameter?.Name == parameter);

    private static MeaningFault Fault(IArgumentOperation at, string id, params LocalizedText[] arguments) =>
        new((at.Syntax as ArgumentSyntax)?.Expression.SpanStart ?? at.Syntax.SpanStart, id, arguments);
}
