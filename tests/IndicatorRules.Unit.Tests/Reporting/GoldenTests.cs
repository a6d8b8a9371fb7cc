using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;

namespace IndicatorRules.Reporting.Tests;

/// <summary>Jingle's reports of 2022, letter by letter. To renew them, copy what a failing test leaves under <c>bin/…/actual</c>.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData(ReportFormat.Table, Language.Zh, "jingle-2022.table.txt")]
    [InlineData(ReportFormat.Table, Language.En, "jingle-2022.en.table.txt")]
    [InlineData(ReportFormat.Json, Language.Zh, "jingle-2022.json")]
    [InlineData(ReportFormat.Csv, Language.Zh, "jingle-2022.csv")]
    [InlineData(ReportFormat.Markdown, Language.Zh, "jingle-2022.md")]
    public void Write_Jingle2022_IsExactlyAsKept(ReportFormat format, Language language, string file) =>
        ExpectedText.Same(Repo.In("tests/IndicatorRules.Unit.Tests/Reporting/Expected", file),
            Written.As(format, language, Written.Jingle2022));
}
