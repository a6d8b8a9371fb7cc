using IndicatorRules.Assessing;
using IndicatorRules.Facts;

namespace IndicatorRules.Tests.Support;

/// <summary>The samples of Jingle County.</summary>
internal static class Jingle
{
    internal static FactsFile Facts2022 { get; } = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();

    internal static FactsFile WhatIf { get; } = FactsReader.ReadFile(Repo.Sample("jingle-2025-whatif")).OrThrow();

    internal static Assessment Assess2022(AssessOptions? options = null) => Hosts.Shared.Assess(Facts2022, options).OrThrow();

    internal static IndicatorVerdict Row(this Assessment assessment, int number) =>
        assessment.Indicators.Single(v => v.Indicator.WholeNumber == number);

    internal static int[] Rows(this Assessment assessment, Func<IndicatorVerdict, bool> which) =>
        [.. assessment.Indicators.Where(which).Select(v => v.Indicator.WholeNumber!.Value)];
}
