using System.Text;
using System.Text.Unicode;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>Distinguishes UTF-8 from the encodings that Windows editors and spreadsheets use.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the bytes are UTF-8 text. <paramref name="body"/> is the offset after a byte order mark.</summary>
    internal static bool Validate(ReadOnlySpan<byte> bytes, string name, DiagnosticBag bag, out int body)
    {
        body = bytes.StartsWith(Bom) ? Bom.Length : 0;
        if (FileSignature.IsOffice(bytes))
        {
            bag.Add(DiagnosticCatalog.FileIsWorkbook, new Location(name));
            return false;
        }

        if (bytes[body..].Trim(" \t\r\n"u8).IsEmpty)
        {
            bag.Add(DiagnosticCatalog.FileEmpty, new Location(name, 1, 1));
            return false;
        }

        var zero = bytes[..Math.Min(bytes.Length, 256)].Contains((byte)0);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || zero)
        {
            bag.Add(DiagnosticCatalog.NotUtf8, new Location(name, 1, 1), "UTF-16");
            return false;
        }

        var valid = ValidLength(bytes);
        if (valid < bytes.Length)
        {
            var line = 1 + bytes[..valid].Count((byte)'\n');
            var start = Math.Max(body, bytes[..valid].LastIndexOf((byte)'\n') + 1);
            var column = 1 + Encoding.UTF8.GetCharCount(bytes[start..valid]);
            bag.Add(DiagnosticCatalog.NotUtf8, new Location(name, line, column), "GB18030/GBK");
            return false;
        }

        return true;
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        var done = 0;
        while (Rune.DecodeFromUtf8(bytes[done..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            done += used;
        }

        return done;
    }
}
