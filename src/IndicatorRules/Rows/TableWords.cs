using System.Collections.Frozen;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Rows;

/// <summary>The English and Chinese words allowed in cells with a closed list.</summary>
internal static class TableWords
{
    internal static TableWords<bool?> Met { get; } = Words<bool?>(
        ("true", true), ("yes", true), ("是", true), ("达标", true),
        ("false", false), ("no", false), ("否", false), ("未达标", false),
        ("√", true), ("✓", true), ("✔", true), ("已达标", true),
        ("×", false), ("✗", false), ("✘", false), ("不达标", false));

    internal static TableWords<Trend?> Trends { get; } = Words<Trend?>(
        ("stable", Trend.Stable), ("improving", Trend.Improving), ("worsening", Trend.Worsening),
        ("稳定", Trend.Stable), ("改善", Trend.Improving), ("恶化", Trend.Worsening),
        ("保持稳定", Trend.Stable), ("基本稳定", Trend.Stable), ("持平", Trend.Stable),
        ("持续改善", Trend.Improving), ("有所改善", Trend.Improving),
        ("变好", Trend.Improving), ("变差", Trend.Worsening));

    /// <summary>Kinds of absence; null for a value to be read as words.</summary>
    internal static TableWords<AbsenceKind?> Kinds { get; } = Words<AbsenceKind?>(
        ("words", null), ("not-reported", AbsenceKind.NotReported), ("nothing-of-the-kind", AbsenceKind.NothingOfTheKind),
        ("not-assessed", AbsenceKind.NotAssessed), ("not-measurable", AbsenceKind.NotMeasurable),
        ("文字", null), ("未填报", AbsenceKind.NotReported), ("不涉及", AbsenceKind.NothingOfTheKind),
        ("不考核", AbsenceKind.NotAssessed), ("无法监测", AbsenceKind.NotMeasurable));

    internal static TableWords<SuperiorTaskState> Tasks { get; } = Words(
        ("none-set", SuperiorTaskState.NoneSet),
        ("completed", SuperiorTaskState.SaidCompleted), ("not-completed", SuperiorTaskState.SaidNotCompleted),
        ("未下达", SuperiorTaskState.NoneSet), ("上级未下达", SuperiorTaskState.NoneSet),
        ("未下达任务", SuperiorTaskState.NoneSet), ("上级未下达任务", SuperiorTaskState.NoneSet),
        ("已完成", SuperiorTaskState.SaidCompleted), ("完成", SuperiorTaskState.SaidCompleted),
        ("未完成", SuperiorTaskState.SaidNotCompleted));

    /// <summary>Whether the required value is a maximum.</summary>
    internal static TableWords<bool> Limits { get; } =
        Words(("at-least", false), ("at-most", true), ("不低于", false), ("不高于", true));

    internal static TableWords<Measure> Measures { get; } =
        Words(("level", Measure.Level), ("change", Measure.Change), ("水平", Measure.Level), ("变化", Measure.Change));

    /// <summary>Whether a printed line says that the row is binding.</summary>
    internal static TableWords<bool> Bindings { get; } =
        Words(("binding", true), ("reference", false), ("约束性", true), ("参考性", false));

    /// <summary>Yes or no.</summary>
    internal static TableWords<bool> Flags { get; } =
        Words(("true", true), ("yes", true), ("是", true), ("false", false), ("no", false), ("否", false));

    private static TableWords<T> Words<T>(params (string Word, T Meaning)[] words) => new(words);
}

/// <summary>A closed list of words with their meanings, in the order in which they are offered. Immutable.</summary>
internal sealed class TableWords<T>((string Word, T Meaning)[] words)
{
    private readonly FrozenDictionary<string, T> _meanings =
        words.ToFrozenDictionary(w => w.Word, w => w.Meaning, StringComparer.OrdinalIgnoreCase);

    /// <summary>One word for each meaning, for those who wrote another.</summary>
    internal LocalizedText Offered => new(
        string.Join('、', OfEach(w => char.IsLetter(w[0]) && !Ascii.IsValid(w)).Select(w => $"“{w}”")),
        string.Join(' ', OfEach(w => Ascii.IsValid(w)).Select(w => $"`{w}`")));

    internal bool TryRead(ReadOnlySpan<char> word, out T? meaning) =>
        _meanings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out meaning);

    private IEnumerable<string> OfEach(Func<string, bool> isInLanguage) =>
        words.Where(w => isInLanguage(w.Word)).DistinctBy(w => w.Meaning).Select(w => w.Word);
}
