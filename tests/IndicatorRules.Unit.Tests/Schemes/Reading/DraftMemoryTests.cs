using System.Reflection;
using IndicatorRules.Schemes.Reading;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Reading;

/// <summary>What a draft keeps in memory.</summary>
public sealed class DraftMemoryTests
{
    [Fact]
    public void Read_WholeScheme_KeepsNoParsedJson()
    {
        var draft = SchemeReader.Read(Repo.In("plugins/jingle-county")).Value!;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>([(draft, "draft")]);
        while (open.TryPop(out var next))
        {
            Assert.False(next.Value is JToken, $"{next.Path} keeps the parsed file in memory, which takes twenty times its text.");
            if (!seen.Add(next.Value) || next.Value is string or MemberInfo or Pointer || next.Value.GetType().IsPrimitive)
            {
                continue;
            }

            foreach (var (name, value) in Parts(next.Value))
            {
                if (value is not null)
                {
                    open.Push((value, $"{next.Path}.{name}"));
                }
            }
        }

        Assert.True(seen.Count > 100);
    }

    private static IEnumerable<(string Name, object? Value)> Parts(object of)
    {
        if (of is Array array)
        {
            foreach (var element in array)
            {
                yield return ("[]", element);
            }
        }

        for (var type = of.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return (field.Name, field.FieldType.IsPointer || field.FieldType.IsPrimitive ? null : field.GetValue(of));
            }
        }
    }
}
