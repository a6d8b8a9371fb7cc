using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Tests.Diagnostics;

/// <summary>Words from outside never reach a display as they are.</summary>
public sealed class VisibleTextTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = VisibleText.Json };

    [Theory]
    [InlineData("静乐县 ≥55（国家）", "静乐县 ≥55（国家）")]
    [InlineData("x\u001b[1A\u001b[2Kall met", "x<U+001B>[1A<U+001B>[2Kall met")]
    [InlineData("a\u202Ecsx.json", "a<U+202E>csx.json")]
    [InlineData("a\r\nb\rc\nd", "a↵b↵c↵d")]
    [InlineData("a\u2028b\u0085c\u009Bd", "a<U+2028>b<U+0085>c<U+009B>d")]
    [InlineData("a\uFEFFb\u200Bc\u00ADd\u3164e", "a<U+FEFF>b<U+200B>c<U+00AD>d<U+3164>e")]
    [InlineData("\t", "<U+0009>")]
    [InlineData("𠮷 e\u0301 \uE000", "𠮷 e\u0301 \uE000")]
    public void OneLine_AnyText_ShowsWhatHides(string text, string shown) => Assert.Equal(shown, VisibleText.OneLine(text));

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\tb", "a<U+0009>b")]
    public void Lines_AnyText_KeepsItsLines(string text, string shown) => Assert.Equal(shown, VisibleText.Lines(text));

    [Theory]
    [InlineData("a\tb\r\nc\n", "a\tb\r\nc\n")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("\u001b]0;t\u0007", "<U+001B>]0;t<U+0007>")]
    public void Layout_AnyText_KeepsTabsAndLines(string text, string shown) => Assert.Equal(shown, VisibleText.Layout(text));

    [Fact]
    public void OneLine_HalfASurrogate_IsShown() =>
        Assert.Equal("a<U+D800>b<U+DC00>", VisibleText.OneLine(new string(['a', '\uD800', 'b', '\uDC00'])));

    [Property(MaxTest = 500)]
    public void EveryForm_OfHostileText_HidesNothing(ushort[] seeds)
    {
        var text = HostileText.Of(seeds);
        Assert.Empty(HostileText.In(VisibleText.OneLine(text), ""));
        Assert.Empty(HostileText.In(VisibleText.Lines(text), "\n"));
        Assert.Empty(HostileText.In(VisibleText.Layout(text), "\r\n\t"));
        Assert.Equal(VisibleText.OneLine(text), VisibleText.OneLine(VisibleText.OneLine(text)));
    }

    [Property(MaxTest = 200)]
    public void Json_OfHostileText_EscapesAndReadsBackTheSame(ushort[] seeds)
    {
        var text = HostileText.Of(seeds);
        var json = JsonSerializer.Serialize(text, Json);
        Assert.Empty(HostileText.In(json, ""));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
    }

    [Property(MaxTest = 200)]
    public void Diagnostic_OfHostileWords_StaysOnOneLine(ushort[] seeds)
    {
        var text = HostileText.Of(seeds);
        var diagnostic = new Diagnostic(DiagnosticCatalog.FactsUnknownIndicator, new Location(text, 3, 4), [text, text], text);
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            Assert.Empty(HostileText.In(diagnostic.Format(language), ""));
        }
    }

    [Fact]
    public void Diagnostic_WordsOfAMegabyte_AreCutShort()
    {
        var diagnostic = new Diagnostic(
            DiagnosticCatalog.FactsUnknownIndicator, new Location("facts.json"), [new string('x', 1 << 20), "s"]);
        Assert.InRange(diagnostic.Format(Language.Zh).Length, 1000, 1200);
    }

    [Theory]
    [InlineData("县县县", 2, "县县…")]
    [InlineData("县县", 2, "县县")]
    [InlineData("a𠮷", 2, "a…")]
    public void Cut_LongText_EndsBetweenCharacters(string text, int most, string cut) => Assert.Equal(cut, VisibleText.Cut(text, most));

    /// <summary>Texts that try what a display can be made to do, and what is left of it, found without the code under test.</summary>
    private static class HostileText
    {
        private static readonly string[] Pieces =
        [
            "\u001b[2J", "\u001b]0;t\u0007", "\u009b31m", "\r", "\n", "\r\n", "\t", "\0", "\b", "\u007f", "\u0085", "\u2028", "\u2029",
            "\u202a", "\u202e", "\u2066",
            "\u2069", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff", "\u00ad", "\u061c", "\ufff9", "\U000e0041", "县", "a", "|",
            "`", "\"", "{0}", "≥55", "𠮷",
        ];

        internal static string Of(ushort[] seeds) => string.Concat(seeds.Select(s => Pieces[s % Pieces.Length]));

        internal static IEnumerable<Rune> In(string text, string allowed) => text.EnumerateRunes().Where(r =>
            !allowed.Contains(r.ToString(), StringComparison.Ordinal)
            && (Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator));
    }
}
