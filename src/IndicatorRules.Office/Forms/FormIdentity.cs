using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>What a form was made for; in a custom part, and in a hidden cell for programs that drop those. Immutable.</summary>
/// <param name="Scheme">The scheme's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its lineage, shortened.</param>
internal sealed record FormIdentity(string Scheme, string Version, string Hash)
{
    /// <summary>The root element of the custom part.</summary>
    internal const string Element = "form";

    /// <summary>The namespace of the custom part.</summary>
    internal const string Namespace = "urn:indicator-rules:form";

    private const string Mark = "indicator-rules";
    private const int HashDigits = 16;

    /// <summary>The scheme with its version.</summary>
    internal string Key => $"{Scheme}@{Version}";

    /// <inheritdoc/>
    public override string ToString() => $"{Mark} {Scheme}@{Version} {Hash}";

    /// <summary>What a form for a scheme is made for.</summary>
    internal static FormIdentity Of(Scheme scheme) => new(
        scheme.Id, $"{scheme.Version}",
        Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join('\n', scheme.Lineage().Select(s => $"{s.Key} {s.Hash}")))))[..HashDigits]);

    /// <summary>The identity of a workbook; null if it is not a form of ours.</summary>
    internal static FormIdentity? Of(WorkbookFile workbook)
    {
        if (workbook.CustomText(Element) is { } text && Parse(text) is { } identity)
        {
            return identity;
        }

        var sheet = workbook.Sheets.FirstOrDefault(s => s.Name.Trim() is PlaceSheet.Name or FactsSheet.Name);
        return sheet?.Rows().Take(50).SelectMany(r => r.Cells.Select(c => Parse(c.Text))).FirstOrDefault(i => i is not null);
    }

    /// <summary>Whether a text is the identity of a form.</summary>
    internal static bool IsOne(string text) => Parse(text) is not null;

    private static FormIdentity? Parse(string text) =>
        text.Trim().Split(' ') is [Mark, var key, var hash] && key.Split('@') is [{ Length: > 0 } id, { Length: > 0 } version]
            ? new(id, version, hash)
            : null;
}
