using System.Text;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>A reader of CSV written from RFC 4180 alone: the other side of what is written.</summary>
internal static class Rfc4180
{
    internal static List<List<string>> Read(string text)
    {
        var records = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var record = new List<string>();
            do
            {
                record.Add(Field(text, ref at));
            }
            while (Skip(text, ref at, ','));

            records.Add(record);
            Assert.True(Skip(text, ref at, '\n'), $"something follows a field at {at}");
        }

        return records;
    }

    private static bool Skip(string text, ref int at, char one)
    {
        var there = at < text.Length && text[at] == one;
        at += there ? 1 : 0;
        return there;
    }

    private static string Field(string text, ref int at)
    {
        var field = new StringBuilder();
        if (!Skip(text, ref at, '"'))
        {
            for (; at < text.Length && text[at] is not (',' or '\n'); at++)
            {
                Assert.True(text[at] is not ('"' or '\r'), $"a quote or CR stands bare at {at}");
                field.Append(text[at]);
            }

            return field.ToString();
        }

        for (; !(text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"')); at++)
        {
            at += text[at] == '"' ? 1 : 0;
            field.Append(text[at]);
        }

        at++;
        return field.ToString();
    }
}
