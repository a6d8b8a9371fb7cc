using System.Collections.Immutable;

namespace IndicatorRules.Service.Answering;

/// <summary>A form of facts.</summary>
/// <param name="Ending">The ending of such a file.</param>
/// <param name="ContentType">Its content type.</param>
internal sealed record FactsForm(string Ending, string ContentType)
{
    internal const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static FactsForm Json { get; } = new("json", "application/json");

    internal static FactsForm Csv { get; } = new("csv", "text/csv");

    internal static FactsForm Workbook { get; } = new("xlsx", WorkbookType);

    internal static ImmutableArray<FactsForm> All { get; } = [Json, Csv, Workbook];
}

/// <summary>A form of answers.</summary>
/// <param name="Name">The name.</param>
/// <param name="ContentType">The content type, without its charset.</param>
/// <param name="IsText">Whether it is UTF-8 text.</param>
internal sealed record AnswerForm(string Name, string ContentType, bool IsText = true)
{
    internal static AnswerForm Json { get; } = new("json", "application/json");

    internal static AnswerForm Csv { get; } = new("csv", "text/csv");

    internal static AnswerForm Markdown { get; } = new("markdown", "text/markdown");

    internal static AnswerForm Html { get; } = new("html", "text/html");

    internal static AnswerForm Text { get; } = new("text", "text/plain");

    internal static AnswerForm Workbook { get; } = new("xlsx", FactsForm.WorkbookType, IsText: false);

    internal static AnswerForm Document { get; } =
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsText: false);

    /// <summary>What is sent as the header <c>Content-Type</c>.</summary>
    internal string Header => IsText ? $"{ContentType}; charset=utf-8" : ContentType;

    /// <summary>The forms of a kind's answers; the first is the default.</summary>
    internal static ImmutableArray<AnswerForm> Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Assess => [Json, Csv, Markdown, Html, Text, Workbook, Document],
        QuestionKind.Check => [Json, Text, Workbook],
        _ => [Json],
    };
}
