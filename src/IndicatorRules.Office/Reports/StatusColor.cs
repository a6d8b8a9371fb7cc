using IndicatorRules.Contract;

namespace IndicatorRules.Office.Reports;

/// <summary>Colors of statuses as RRGGBB; a sign in the text says the same to those who print in grey.</summary>
internal static class StatusColor
{
    internal static string FillOf(Status status) => status switch
    {
        Status.Met => "E2EFDA",
        Status.NotMet => "F8CBAD",
        Status.NotApplicable => "EDEDED",
        _ => "FFF2CC",
    };

    internal static string TextOf(Status status) => status switch
    {
        Status.Met => "375623",
        Status.NotMet => "9C0006",
        Status.NotApplicable => "595959",
        _ => "7F6000",
    };
}
