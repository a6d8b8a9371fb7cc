using System.Text;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>Reads a process's standard error to its end and keeps the beginning. Safe on any thread.</summary>
/// <remarks>
/// Reads on a thread of its own, which needs no pool thread and refers neither to the process nor to its input: a client that is dropped
/// without Dispose can be collected, which closes its pipe and so ends the process.
/// </remarks>
internal sealed partial class ErrorOutput
{
    private const int MostBytes = 4096;
    private const int MostShown = 300;

    private readonly Thread _reading;
    private readonly Lock _gate = new();
    private readonly byte[] _start = new byte[MostBytes];
    private int _length;

    /// <exception cref="OutOfMemoryException">The system can start no thread.</exception>
    internal ErrorOutput(Stream from)
    {
        _reading = new Thread(() => Read(from)) { IsBackground = true, Name = "worker errors" };
        _reading.UnsafeStart();
    }

    /// <summary>The first line, once the process has ended; empty when there was none.</summary>
    internal string FirstLine()
    {
        // A process that it started may still hold the pipe open.
        _reading.Join(TimeSpan.FromSeconds(1));
        lock (_gate)
        {
            return Shown(Encoding.UTF8.GetString(_start, 0, _length));
        }
    }

    /// <summary>A text's first line for a message: no exception's type name, control characters escaped, at most 300 long.</summary>
    internal static string Shown(string text)
    {
        var line = text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
        line = ExceptionName().Replace(line, "");
        var shown = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (shown.Length >= MostShown)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsPlain(rune) ? rune.ToString() : $"\\u{{{rune.Value:X}}}");
        }

        return shown.ToString();
    }

    /// <summary>What happened to a process, with its last words.</summary>
    internal static LocalizedText With(LocalizedText what, string lastWords) => Shown(lastWords) is { Length: > 0 } words
        ? new($"{what.Zh}；它最后输出“{words}”", $"{what.En}; its last words: \"{words}\"")
        : what;

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.OtherNotAssigned);

    private void Read(Stream from)
    {
        var buffer = new byte[MostBytes];
        try
        {
            while (from.Read(buffer) is var read and > 0)
            {
                lock (_gate)
                {
                    var kept = Math.Min(read, MostBytes - _length);
                    buffer.AsSpan(0, kept).CopyTo(_start.AsSpan(_length));
                    _length += kept;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OutOfMemoryException or TypeInitializationException)
        {
            // The process was disposed during the read, or the system can start no thread for it: its last words are lost.
        }
    }

    [GeneratedRegex(@"^(Unhandled exception\. )?([\w.+]+Exception(?: \(0x[0-9A-Fa-f]+\))?: )?", RegexOptions.CultureInvariant)]
    private static partial Regex ExceptionName();
}
