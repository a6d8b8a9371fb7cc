namespace IndicatorRules.Protocol;

/// <summary>
/// The name of an indicator or domain in scripts: <c>green-cover</c> becomes <c>GreenCover</c>, and its item <c>GreenCoverTown</c>.
/// </summary>
internal static class ScriptName
{
    /// <summary>The name of an id in scripts.</summary>
    public static string Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Concat(id.Split('-', '/').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
