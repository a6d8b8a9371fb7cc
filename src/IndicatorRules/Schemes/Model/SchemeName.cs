namespace IndicatorRules.Schemes.Model;

/// <summary>A scheme as users name it: <c>id</c>, <c>id@1.0.0</c> or <c>id@[1.0.0,2.0.0)</c>. Immutable.</summary>
/// <param name="Id">The scheme's id.</param>
/// <param name="Range">The accepted versions; null for any.</param>
public sealed record SchemeName(string Id, SchemeRange? Range)
{
    /// <summary>Parses a name. Returns false if the text after @ is not a range.</summary>
    public static bool TryParse(string text, out SchemeName name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        SchemeRange? range = null;
        var parsed = at < 0 || SchemeRange.TryParse(text[(at + 1)..], out range);
        name = new SchemeName(at < 0 ? text : text[..at], range);
        return parsed;
    }

    /// <summary>Whether a scheme is the one named, in an accepted version.</summary>
    public bool Names(string id, SchemeVersion version) => id == Id && Range?.Contains(version) != false;

    /// <inheritdoc/>
    public override string ToString() => Range is null ? Id : $"{Id}@{Range}";
}
