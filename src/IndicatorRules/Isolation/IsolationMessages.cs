using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;

namespace IndicatorRules.Isolation;

/// <summary>A question to the isolated process, in one frame of JSON. Immutable.</summary>
/// <param name="Key">Identifies the schemes.</param>
/// <param name="Schemes">The schemes; null when the process was sent them before.</param>
/// <param name="Job">The job to judge; null to compare printed targets with the rules.</param>
internal sealed record IsolationQuestion(string Key, SentSchemes? Schemes, SentJob? Job);

/// <summary>A scheme with all its upper schemes. Immutable.</summary>
/// <param name="Folders">The plugins' folders, which locations are relative to.</param>
/// <param name="Bundle">The schemes as the store encodes them.</param>
/// <param name="Images">Their images, in the order of the lineage.</param>
/// <param name="Extensions">The extensions whose functions they call.</param>
internal sealed record SentSchemes(
    ImmutableArray<string> Folders, byte[] Bundle, ImmutableArray<byte[]> Images, ImmutableArray<SentExtension> Extensions);

/// <summary>A function library that the host trusts and has loaded. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Copy">The folder of the host's private copy.</param>
/// <param name="Assembly">Its main assembly.</param>
/// <param name="Library">The type of the library.</param>
/// <param name="Patience">The time limit of one call.</param>
internal sealed record SentExtension(string Name, string Copy, string Assembly, string Library, TimeSpan Patience);

/// <summary>One place and year: the facts that scripts can see, without code, name and note of the place. Immutable.</summary>
internal sealed record SentJob(
    Place Place, ImmutableArray<SentYear> Years, int Year, Evidence Evidence, bool WithReasons, bool WithConclusion, bool WithChecks,
    ImmutableArray<int> Faulty)
{
    internal static SentJob Of(JudgingJob job) => new(
        job.Facts.Place with { Code = "", Name = "" },
        [.. job.Facts.Years.Select(y => new SentYear(y.Year, y.Indicators, y.Background, y.Adjustments))],
        job.Year, job.Evidence, job.WithReasons, job.WithConclusion, job.WithChecks, job.Faulty);

    /// <summary>The job for a scheme that this process has loaded.</summary>
    internal JudgingJob For(CompiledScheme compiled)
    {
        var facts = new PlaceFacts(Place, Years.Select(y => new YearFacts(y.Year, y.Indicators)
        {
            Background = y.Background,
            Adjustments = y.Adjustments,
        }));
        var places = Assessor.Places(FactsFile.FromCode(facts), compiled.Scheme, new DiagnosticBag());
        return new JudgingJob(compiled, facts, places, Year, WithReasons)
        {
            Evidence = Evidence,
            WithConclusion = WithConclusion,
            WithChecks = WithChecks,
            Faulty = Faulty,
        };
    }
}

internal sealed record SentYear(
    int Year, ImmutableArray<IndicatorFacts> Indicators, ImmutableArray<BackgroundFact> Background, ImmutableArray<Adjustment> Adjustments);

/// <summary>The answer of the process. Immutable.</summary>
/// <param name="Judgement">The results of the scripts; null when the question was about printed targets.</param>
/// <param name="Warnings">The printed targets that the rules do not test.</param>
internal sealed record IsolationAnswer(Judgement? Judgement, ImmutableArray<SentWarning> Warnings);

/// <summary>The warning of a printed target that the rules do not test, as its arguments. Immutable.</summary>
internal sealed record SentWarning(
    string File, int Line, int Column, LocalizedText Number, LocalizedText Name, LocalizedText Printed, LocalizedText Applied,
    LocalizedText Rule)
{
    internal static SentWarning Of(Diagnostic w) => new(
        w.Location.File, w.Location.Line, w.Location.Column, w.Arguments[0], w.Arguments[1], w.Arguments[2],
        w.Arguments[3], w.Arguments[4]);

    internal Diagnostic ToDiagnostic() =>
        new(DiagnosticCatalog.TargetNotAsked, new Location(File, Line, Column), [Number, Name, Printed, Applied, Rule]);
}

/// <summary>The JSON of both; each type is listed once, for both directions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IsolationQuestion))]
[JsonSerializable(typeof(IsolationAnswer))]
internal sealed partial class IsolationJson : JsonSerializerContext
{
    /// <summary>Rejects missing and null values of required types; does not escape Chinese, since no browser reads it.</summary>
    internal static IsolationJson Strict { get; } = new(new JsonSerializerOptions
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
