using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Tests.Json;

/// <summary>What must be refused: one case of each kind in JSONTestSuite, each told where and what.</summary>
public class StrictJsonRejectTests
{
    [Theory]
    // Comments.
    [InlineData("[1, // one\n2]", "IR1007", 1, 5)]
    [InlineData("[1 /* one */]", "IR1007", 1, 4)]
    [InlineData("/**/[]", "IR1007", 1, 1)]
    [InlineData("[]//", "IR1007", 1, 3)]
    [InlineData("{\n  # 说明\n  \"a\": 1}", "IR1007", 2, 3)]
    // Commas.
    [InlineData("[1,]", "IR1008", 1, 3)]
    [InlineData("{\"a\": 1,\n}", "IR1008", 1, 8)]
    [InlineData("[1,\n\n  ]", "IR1008", 1, 3)]
    [InlineData("[,1]", "IR1005", 1, 2)]
    [InlineData("[1,,2]", "IR1005", 1, 4)]
    [InlineData("{,}", "IR1005", 1, 2)]
    [InlineData("[1],", "IR1005", 1, 4)]
    // Quotes and keys.
    [InlineData("['a']", "IR1032", 1, 2)]
    [InlineData("{'a': 1}", "IR1032", 1, 2)]
    [InlineData("{a: 1}", "IR1005", 1, 2)]
    [InlineData("{\"a\" \"b\"}", "IR1033", 1, 5)]
    [InlineData("{\"a\"}", "IR1005", 1, 5)]
    [InlineData("{\"a\":}", "IR1005", 1, 6)]
    [InlineData("{:1}", "IR1005", 1, 2)]
    [InlineData("[“a”]", "IR1032", 1, 2)]
    [InlineData("[\"a\"，1]", "IR1032", 1, 5)]
    [InlineData("{\"a\"：1}", "IR1032", 1, 5)]
    [InlineData("{\"a\" = 1}", "IR1032", 1, 6)]
    [InlineData("[1；2]", "IR1032", 1, 3)]
    [InlineData("[1、2]", "IR1032", 1, 3)]
    [InlineData("【1]", "IR1032", 1, 1)]
    [InlineData("[1］", "IR1032", 1, 3)]
    [InlineData("[２]", "IR1032", 1, 2)]
    [InlineData("[\u30001]", "IR1032", 1, 2)]
    [InlineData("[NULL]", "IR1032", 1, 2)]
    [InlineData("{\"a\": \"甲”,\n\"b\": 1}", "IR1032", 1, 9)]
    [InlineData("{\"a\": \"甲”, \"b\": 1}", "IR1032", 1, 9)]
    [InlineData("{\"a\": \"甲,\n\"b\": 1}", "IR1012", 1, 10)]
    [InlineData("{\"a\": \"说\"b\"\"}", "IR1005", 1, 10)]
    // A sign that is missing belongs behind what stands before it.
    [InlineData("{\"a\": 1\n\n  \"b\": 2}", "IR1033", 1, 8)]
    [InlineData("{\"a\": {}\n  \"b\": 2}", "IR1033", 1, 9)]
    [InlineData("[{}\n{}]", "IR1033", 1, 4)]
    [InlineData("[[1] [2]]", "IR1033", 1, 5)]
    [InlineData("[1 2]", "IR1033", 1, 3)]
    [InlineData("[\"甲\" true]", "IR1033", 1, 5)]
    [InlineData("{\"a\" 1}", "IR1033", 1, 5)]
    [InlineData("{\"a\"\n{}}", "IR1033", 1, 5)]
    [InlineData("[\"甲乙\" y]", "IR1033", 1, 6)]
    // Brackets.
    [InlineData("]", "IR1005", 1, 1)]
    [InlineData("[1}", "IR1005", 1, 3)]
    [InlineData("{\"a\": 1]", "IR1005", 1, 8)]
    [InlineData("[1]]", "IR1005", 1, 4)]
    [InlineData("{} {}", "IR1005", 1, 4)]
    [InlineData("<a>", "IR1005", 1, 1)]
    [InlineData("[1;2]", "IR1032", 1, 3)]
    // Literals.
    [InlineData("[nul]", "IR1005", 1, 5)]
    [InlineData("[True]", "IR1032", 1, 2)]
    [InlineData("[truth]", "IR1005", 1, 5)]
    [InlineData("undefined", "IR1005", 1, 1)]
    // Numbers.
    [InlineData("[NaN]", "IR1009", 1, 2)]
    [InlineData("[Infinity]", "IR1009", 1, 2)]
    [InlineData("[-Infinity]", "IR1009", 1, 3)]
    [InlineData("[-NaN]", "IR1009", 1, 3)]
    [InlineData("[010]", "IR1009", 1, 3)]
    [InlineData("[-012]", "IR1009", 1, 4)]
    [InlineData("[0x10]", "IR1009", 1, 3)]
    [InlineData("[+1]", "IR1009", 1, 2)]
    [InlineData("[.5]", "IR1009", 1, 2)]
    [InlineData("[1e400]", "IR1009", 1, 2)]
    [InlineData("[1e-400]", "IR1009", 1, 2)]
    [InlineData("[\n 123456789012345678901234567890]", "IR1009", 2, 2)]
    [InlineData("[0.12345678901234567890123456789]", "IR1009", 1, 2)]
    [InlineData("[-1e29]", "IR1009", 1, 2)]
    [InlineData("[1e99999999999]", "IR1009", 1, 2)]
    // Text.
    [InlineData("[\"\\ud800\"]", "IR1012", 1, 2)]
    [InlineData("[\"\\udc00\\ud800\"]", "IR1012", 1, 2)]
    [InlineData("{\"\\ud834x\": 1}", "IR1012", 1, 2)]
    [InlineData("[\"a\tb\"]", "IR1012", 1, 4)]
    [InlineData("[\"a\nb\"]", "IR1012", 1, 4)]
    [InlineData("[\"a\u001fb\"]", "IR1012", 1, 4)]
    [InlineData("[\"\\'\"]", "IR1012", 1, 4)]
    [InlineData("[\"\\u12G4\"]", "IR1012", 1, 7)]
    [InlineData("[\"甲\\q\"]", "IR1012", 1, 5)]
    // Keys that stand twice.
    [InlineData("{\"a\": 1, \"a\": 1}", "IR1010", 1, 10)]
    [InlineData("{\"a\": 1,\n \"\\u0061\": 2}", "IR1010", 2, 2)]
    [InlineData("[{\"b\": {\"甲\": 1, \"甲\": 2}}]", "IR1010", 1, 17)]
    // Nothing at all.
    [InlineData("", "IR1003", 1, 1)]
    [InlineData(" \t\r\n\n ", "IR1003", 1, 1)]
    [InlineData("\ufeff", "IR1003", 1, 1)]
    // Half a file.
    [InlineData("[", "IR1006", 1, 2)]
    [InlineData("{\"a\": \"甲", "IR1006", 1, 9)]
    [InlineData("{\n\"a\":", "IR1006", 2, 5)]
    [InlineData("[1", "IR1006", 1, 3)]
    [InlineData("[tru", "IR1006", 1, 5)]
    [InlineData("-", "IR1006", 1, 2)]
    public void Read_NotStrictJson_SaysWhatAndWhere(string text, string id, int line, int column)
    {
        var read = StrictJson.Read(Encoding.UTF8.GetBytes(text), "f");
        Assert.False(read.Succeeded);
        var told = Assert.Single(read.Diagnostics);
        Assert.Equal((id, new Location("f", line, column)), (told.Id, told.Location));
    }

    [Theory]
    [InlineData("FF FE 5B 00 5D 00", "UTF-16")]
    [InlineData("FE FF 00 5B 00 5D", "UTF-16")]
    [InlineData("5B 00 5D 00", "UTF-16")]
    [InlineData("00 5B 00 5D", "UTF-16")]
    [InlineData("5B 22 C4 DA 22 5D", "GB18030/GBK")]
    [InlineData("5B 22 E5 8F 22 5D", "GB18030/GBK")]
    [InlineData("5B 22 C0 AF 22 5D", "GB18030/GBK")]
    [InlineData("5B 22 ED A0 80 22 5D", "GB18030/GBK")]
    [InlineData("5B 22 F4 90 80 80 22 5D", "GB18030/GBK")]
    [InlineData("5B 31 5D 80", "GB18030/GBK")]
    public void Read_NotUtf8_NamesTheEncoding(string hex, string encoding)
    {
        var told = Assert.Single(StrictJson.Read(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), "f").Diagnostics);
        Assert.Equal(("IR1004", encoding), (told.Id, told.Arguments[0].Zh));
    }

    [Fact]
    public void Read_GbkOnALaterLine_SaysWhere()
    {
        byte[] bytes = [.. "{\n  \"甲\": \""u8, 0xC4, 0xDA, .. "\"}"u8];
        Assert.Equal(new Location("f", 2, 9), Assert.Single(StrictJson.Read(bytes, "f").Diagnostics).Location);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public void Read_TooDeep_SaysWhere(int depth)
    {
        var told = Assert.Single(StrictJson.Read(Encoding.ASCII.GetBytes(new string('[', depth)), "f").Diagnostics);
        Assert.Equal(("IR1011", 1, 65), (told.Id, told.Location.Line, told.Location.Column));
    }

    [Fact]
    public void Read_EveryPrefix_IsRefusedAtItsEnd()
    {
        var whole = Encoding.UTF8.GetBytes("{\n  \"甲\": [true , null , -1.5e2 , \"\\u00e9\\n\"]\n}");
        Assert.True(StrictJson.Read(whole, "f").Succeeded);
        for (var length = 1; length < whole.Length; length++)
        {
            var read = StrictJson.Read(whole.AsMemory(0, length), "f");
            var told = Assert.Single(read.Diagnostics);
            if (whole[length - 1] == ',' || (length > 1 && whole[length - 2] == ','))
            {
                continue;
            }

            // Cut in the middle of a character, the bytes are no UTF-8 any more.
            Assert.True(told.Id is "IR1006" || (told.Id == "IR1004" && (whole[length] & 0xC0) == 0x80), $"{length}: {told}");
        }
    }

    [Fact]
    public void Read_SeveralMistakes_TellsAll()
    {
        var read = StrictJson.Read("{\"a\": 1e400, \"a\": \"\\ud800\",\n\"c\": 1e400}"u8.ToArray(), "f");
        Assert.Equal(["IR1009", "IR1010", "IR1012", "IR1009"], read.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Read_TooLarge_IsRefusedUnread() =>
        Assert.Equal("IR1002", Assert.Single(StrictJson.Read(new byte[StrictJson.MaxBytes + 1], "f").Diagnostics).Id);

    [Fact]
    public void ReadFile_NotThere_IsADiagnostic() =>
        Assert.Equal("IR1001",
            Assert.Single(StrictJson.ReadFile(Path.Combine(AppContext.BaseDirectory, "no-such.json"), "f").Diagnostics).Id);

    [Fact]
    public void ReadFile_Folder_IsADiagnostic() =>
        Assert.Equal("IR1001", Assert.Single(StrictJson.ReadFile(AppContext.BaseDirectory, "f").Diagnostics).Id);
}
