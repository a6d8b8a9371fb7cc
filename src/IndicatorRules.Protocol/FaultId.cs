namespace IndicatorRules.Protocol;

/// <summary>The ids of the diagnostics that the gate and the compiler report; their texts are in the catalog of the host.</summary>
internal static class FaultId
{
    internal const string Syntax = "IR4001";
    internal const string UnknownWord = "IR4002";
    internal const string UnknownMember = "IR4003";
    internal const string Arguments = "IR4004";
    internal const string NoVerdict = "IR4005";
    internal const string Operator = "IR4006";
    internal const string Upper = "IR4007";
    internal const string NoDirection = "IR4008";
    internal const string Directive = "IR4009";
    internal const string Other = "IR4010";
    internal const string NoItems = "IR4012";
    internal const string WholeDivision = "IR4013";
    internal const string RuleDropsUpper = "IR4014";
    internal const string UpperUnasked = "IR4015";
    internal const string UpperStage = "IR4016";
    internal const string UnknownIndicator = "IR4017";
    internal const string Units = "IR4018";
    internal const string NoConclusion = "IR4020";
    internal const string NoContradictions = "IR4021";
    internal const string AnswerBranch = "IR4022";
    internal const string ArgumentRange = "IR4024";
    internal const string ArgumentOrder = "IR4025";
    internal const string Number = "IR4026";
    internal const string NoCourse = "IR4027";
    internal const string NumberForm = "IR4028";
    internal const string Character = "IR4101";
    internal const string Cap = "IR4102";
    internal const string Text = "IR4103";
    internal const string Construct = "IR4104";
    internal const string Symbol = "IR4105";
    internal const string Recursion = "IR4106";
    internal const string Shadow = "IR4107";
    internal const string DueEarly = "IR4130";
    internal const string NotInPercent = "IR4131";
    internal const string NoBaseYear = "IR4132";
    internal const string PlannedSteps = "IR4133";
    internal const string Internal = "IR9001";
}
