using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Tests.Model;

public class RuleTextTests
{
    private static readonly string[] Pieces =
        ["a", " ", "甲", "😀", "\\\"", "\\\\", "\\/", "\\n", "\\t", "\\u0041", "\\ud83d\\ude00", "\\u7532"];

    public static Arbitrary<string[]> Written() => Gen.Elements(Pieces).ArrayOf().ToArbitrary();

    [Property(Arbitrary = [typeof(RuleTextTests)], MaxTest = 500)]
    public void FromJson_AnyEscapes_EachCharacterIsAtItsOwnPlace(string[] pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var rule = FromJson($"[\n\"甲😀\",  \"{string.Concat(pieces)}\"]");
        var (at, column) = (0, 10);
        foreach (var piece in pieces)
        {
            // An escape is one character, the pair of escapes two; unescaped pieces count as many as they have.
            var widths = piece.StartsWith("\\ud83d", StringComparison.Ordinal) ? [6, 6]
                : piece[0] == '\\' ? [piece.Length]
                : piece.Select(_ => 1).ToArray();
            foreach (var width in widths)
            {
                Assert.Equal(new Location("scheme.json", 2, column), rule.At(at++));
                column += width;
            }
        }

        Assert.Equal(rule.Code.Length, at);
        Assert.Equal(new Location("scheme.json", 2, column), rule.At(at));
    }

    [Property(MaxTest = 500)]
    public void FromFile_AnyText_EachCharacterIsAtItsOwnPlace(FsCheck.NonNull<string> text)
    {
        var code = text.Get;
        var rule = RuleText.FromFile(code, "rules/a.csx");
        for (var at = 0; at <= code.Length; at++)
        {
            var before = code[..at];
            var expected = new Location("rules/a.csx", 1 + before.Count(c => c == '\n'), at - before.LastIndexOf('\n'));
            Assert.Equal(expected, rule.At(at));
        }
    }

    [Fact]
    public void At_OutsideTheText_IsItsNearestEnd()
    {
        var rule = RuleText.FromFile("ab", "f");
        Assert.Equal(new Location("f", 1, 1), rule.At(-1));
        Assert.Equal(new Location("f", 1, 3), rule.At(99));
    }

    [Fact]
    public void Made_EveryCharacter_IsAtTheEntry()
    {
        var rule = RuleText.Made("Upper(\"a\")", new Location("f", 7, 5));
        Assert.Equal(new Location("f", 7, 5), rule.At(0));
        Assert.Equal(new Location("f", 7, 5), rule.At(9));
    }

    private static RuleText FromJson(string json)
    {
        var text = StrictJson.Read(Encoding.UTF8.GetBytes(json), "plugins/x/scheme.json").OrThrow();
        return new RuleTextReader("plugins/x", text, new DiagnosticBag()).Read(text.Root[1])!;
    }
}
