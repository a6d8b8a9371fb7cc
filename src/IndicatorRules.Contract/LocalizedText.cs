namespace IndicatorRules.Contract;

/// <summary>A text in both languages of the project. Immutable.</summary>
/// <param name="Zh">Chinese, as the source prints it.</param>
/// <param name="En">English; falls back to the Chinese text where no translation is given.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>Nothing, in either language.</summary>
    public static LocalizedText Empty { get; } = new("", "");

    /// <summary>A text that is the same in both languages, such as a name or a figure.</summary>
    public static implicit operator LocalizedText(string text) => new(text, text);

    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => Zh;
}
