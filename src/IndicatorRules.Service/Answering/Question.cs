using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Service.Answering;

/// <summary>What is asked of the facts.</summary>
internal enum QuestionKind : byte
{
    /// <summary>All verdicts.</summary>
    Assess,

    /// <summary>One verdict, with everything that is known of it.</summary>
    Explain,

    /// <summary>What is wrong with the facts, and what contradicts itself in them.</summary>
    Check,

    /// <summary>Which verdicts differ between two assessments.</summary>
    Diff,

    /// <summary>Which figures would decide what is undetermined.</summary>
    Missing,
}

/// <summary>A question: facts, and what is asked of them. Immutable; the same question to the same schemes has the same answer.</summary>
internal sealed record Question
{
    internal required QuestionKind Kind { get; init; }

    /// <summary>The facts.</summary>
    internal required FactsBody Facts { get; init; }

    /// <summary>The facts to compare with; null where there is one file alone.</summary>
    internal FactsBody? Before { get; init; }

    /// <summary>The form of the answer.</summary>
    internal required AnswerForm Form { get; init; }

    internal Language Language { get; init; }

    /// <summary>The schemes as <c>id</c> or <c>id@range</c>; none for the one that the facts name.</summary>
    internal ImmutableArray<string> Schemes { get; init; } = [];

    internal int? Year { get; init; }

    internal Evidence Evidence { get; init; } = Evidence.Declared;

    /// <summary>The place of a table, by code or name.</summary>
    internal string? Place { get; init; }

    /// <summary>Whether the sound rows are judged where others have errors.</summary>
    internal bool Partial { get; init; }

    /// <summary>The row, by number, name or id.</summary>
    internal string? Indicator { get; init; }

    /// <summary>Other values for some figures.</summary>
    internal ImmutableArray<FactChange> Changes { get; init; } = [];

    internal int? BeforeYear { get; init; }

    internal string? BeforeScheme { get; init; }

    /// <summary>The scheme that a table is read by.</summary>
    internal string? Scheme => Schemes.IsEmpty ? null : Schemes[0];

    internal AssessOptions Options(string? scheme) => new() { Scheme = scheme, Year = Year, Evidence = Evidence };
}

/// <summary>Facts as they were sent. Immutable.</summary>
/// <param name="Name">Their name in diagnostics, such as <c>facts.csv</c>.</param>
/// <param name="Form">Their form.</param>
/// <param name="Bytes">Their bytes.</param>
internal sealed record FactsBody(string Name, FactsForm Form, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The body of a form, named for what it is.</summary>
    internal static FactsBody Of(string part, FactsForm form, ReadOnlyMemory<byte> bytes) => new($"{part}.{form.Ending}", form, bytes);
}
