using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Json;

public class StrictJsonAcceptTests
{
    [Theory]
    [InlineData("null")]
    [InlineData(" [ ] ")]
    [InlineData("\"\"")]
    [InlineData("\ufeff{\"a\": 1}")]
    [InlineData("\r\n[1,\r\n2]\r\n")]
    [InlineData("{\"\": 0, \" \": 1, \"a.b\": 2, \"A\": 3, \"a\": 4}")]
    [InlineData("[\"\u007f\u2028\ufffd\"]")]
    [InlineData("[\"/* 不是注释 */ # // ,]\"]")]
    public void Read_StrictJson_IsRead(string text) => Assert.Empty(Read(text).Diagnostics);

    [Fact]
    public void Read_AllEscapes_AreDecoded() =>
        Assert.Equal("\" \\ / \n \r \t A 甲 😀", (string?)Read("\"\\\" \\\\ \\/ \\n \\r \\t \\u0041 \\u7532 \\uD83D\\ude00\"").Value!.Root);

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("0.10", "0.10")]
    [InlineData("1E2", "100")]
    [InlineData("12e-3", "0.012")]
    [InlineData("46.72", "46.72")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("-0.1234567890123456789012345678", "-0.1234567890123456789012345678")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("100000000000000000000000000.0", "100000000000000000000000000.0")]
    public void Read_Number_KeepsValueAndScale(string text, string expected)
    {
        var held = Assert.IsType<decimal>(((JValue)Read(text).Value!.Root).Value);
        Assert.Equal(expected, held.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-7", -7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Read_WholeNumber_IsLong(string text, long expected) =>
        Assert.Equal(expected, Assert.IsType<long>(((JValue)Read(text).Value!.Root).Value));

    [Property(MaxTest = 1000)]
    public bool Read_AnyDecimalOf28Digits_IsHeldExactly(int low, int mid, int high, bool negative, byte scale)
    {
        // 93 bits hold less than 28 digits.
        var value = new decimal(low, mid, high & 0x1FFFFFFF, negative, (byte)(scale % 29));
        var text = value.ToString(CultureInfo.InvariantCulture);
        var held = ((JValue)Read(text).Value!.Root).Value;
        return Convert.ToDecimal(held, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) == (text == "-0" ? "-0" : text);
    }

    [Fact]
    public void Read_Depth64_IsRead() => Assert.True(Read(new string('[', 64) + new string(']', 64)).Succeeded);

    [Fact]
    public void At_EveryValue_IsItsFirstCharacter()
    {
        var text = Read("\ufeff{\n  \"甲\": [1,\r\n    { \"b\" : \"😀\", \"c\": null }],\n  \"d\": -1.5 }").Value!;
        Assert.Equal(new Location("f", 1, 1), text.At(text.Root));
        Assert.Equal(new Location("f", 2, 8), text.At(text.Root["甲"]));
        Assert.Equal(new Location("f", 2, 9), text.At(text.Root["甲"]![0]));
        Assert.Equal(new Location("f", 3, 5), text.At(text.Root["甲"]![1]));
        Assert.Equal(new Location("f", 3, 13), text.At(text.Root["甲"]![1]!["b"]));
        Assert.Equal(new Location("f", 3, 24), text.At(text.Root["甲"]![1]!["c"]));
        Assert.Equal(new Location("f", 3, 19), text.At(((JObject)text.Root["甲"]![1]!).Property("c")));
        Assert.Equal(new Location("f", 4, 8), text.At(text.Root["d"]));
        Assert.Equal(new Location("f", 1, 1), text.At((JToken?)null));
    }

    [Fact]
    public void At_TokenMadeLater_IsThatOfTheNearestOuterOne()
    {
        var text = Read("{\"a\":\n [1]}").Value!;
        var added = new JValue(2);
        ((JArray)text.Root["a"]!).Add(added);
        Assert.Equal(new Location("f", 2, 2), text.At(added));
    }

    [Fact]
    public void Hash_SameBytes_IsTheSame()
    {
        Assert.Equal(Read("[1]").Value!.Hash, Read("[1]").Value!.Hash);
        Assert.NotEqual(Read("[1]").Value!.Hash, Read("[1 ]").Value!.Hash);
        Assert.Matches("^[0-9a-f]{64}$", Read("[1]").Value!.Hash);
    }

    private static Result<JsonText> Read(string text) => StrictJson.Read(Encoding.UTF8.GetBytes(text), "f");
}
