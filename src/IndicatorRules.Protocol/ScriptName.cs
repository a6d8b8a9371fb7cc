namespace IndicatorRules.Protocol;

/// <summary>The name that scripts call an indicator or domain by: <c>green-cover</c> is <c>GreenCover</c>.</summary>
internal static class ScriptName
{
    /// <summary>The name of an id.</summary>
    public static string Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
