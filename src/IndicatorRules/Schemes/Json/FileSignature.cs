namespace IndicatorRules.Schemes.Json;

/// <summary>Recognizes files of office programs by their first bytes, whatever their names.</summary>
internal static class FileSignature
{
    /// <summary>Whether the bytes begin a zip archive (.xlsx, .docx) or a compound file (.xls, .et, .doc, .wps).</summary>
    internal static bool IsOffice(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];
}
