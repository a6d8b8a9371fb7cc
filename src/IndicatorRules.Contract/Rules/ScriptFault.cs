using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Rules;

/// <summary>Names what went wrong in a script by a key of the report's texts; the words of the platform stay out of a county's table.</summary>
internal static class ScriptFault
{
    internal static string Key(Exception fault) => fault switch
    {
        DivideByZeroException => "division-by-zero",
        OverflowException => "overflow",
        SwitchExpressionException => "no-branch",
        UnitsDifferException => "units-differ",
        FunctionFailedException => "function",
        _ => "fault",
    };
}
