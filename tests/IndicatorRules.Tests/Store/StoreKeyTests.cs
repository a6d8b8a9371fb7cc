using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>The key covers everything that decides the code.</summary>
public sealed class StoreKeyTests
{
    private static readonly RuleUnit Rule = new("AtLeast(1)", "scheme.json", 7, true);

    private static readonly CompileRequest Whole = new(
        [new AttributeShape("Climate", AttributeKind.Choice, ["Arid"])],
        [new RuleShape(new FigureShape("row", true, ["low"]), [new FigureShape("Item", false, ["made"])], ["upper"], Rule, [Rule])]);

    [Fact]
    public void Key_EveryPropertyOfARequestChanged_IsAnother()
    {
        var variants = Variants(Whole).Cast<CompileRequest>().ToList();
        var keys = variants.Append(Whole).Select(r => ImageBench.Key(r, "c").FileName).ToList();

        Assert.True(variants.Count >= 20, $"{variants.Count} variants");
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Key_WhatIsSetBesidesTheConstructor_IsAnother()
    {
        var rule = Whole.Rules[0];
        CompileRequest[] others =
        [
            Whole,
            Whole with { Rules = [rule with { HoldsUppers = true }] },
            Whole with { Rules = [rule with { Own = rule.Own with { Unit = "%" } }] },
        ];

        Assert.Equal(3, others.Select(r => ImageBench.Key(r, "c").FileName).Distinct().Count());
    }

    [Fact]
    public void Key_SameRequestMadeAnew_IsTheSame() =>
        Assert.Equal(ImageBench.Key(ImageBench.Request(), "c").FileName, ImageBench.Key(ImageBench.Request(), "c").FileName);

    [Fact]
    public void Key_PartsCutElsewhere_IsAnother() =>
        Assert.NotEqual(StoreKey.Of("k", "12", "3").FileName, StoreKey.Of("k", "1", "23").FileName);

    /// <summary>A build of other content, or with another version of a package, is another compiler.</summary>
    [Theory]
    [InlineData("IndicatorRules.Compiler.dll")]
    [InlineData("IndicatorRules.Contract.dll")]
    [InlineData("IndicatorRules.Protocol.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    public void Identity_OfTheBuild_NamesTheContentOfEachFile(string file)
    {
        using var worker = new CompileWorker();
        var content = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repo.Worker, file))));

        Assert.Contains($"{content} {file}\n", worker.Identity!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Identity_Another_IsAnotherKey() =>
        Assert.NotEqual(ImageBench.Key(ImageBench.Request(), "c").FileName, ImageBench.Key(ImageBench.Request(), "d").FileName);

    [Fact]
    public void Identity_WorkerNotThere_IsNone()
    {
        using var folder = new TempFolder();
        using var worker = new CompileWorker(folder.Path);

        Assert.Null(worker.Identity);
    }

    // The same value with one thing in it changed, once for each thing, at any depth.
    private static IEnumerable<object> Variants(object value) => value switch
    {
        string text => [text + "x"],
        bool flag => [!flag],
        int number => [number + 1],
        Enum kind => [Enum.ToObject(kind.GetType(), Convert.ToInt32(kind, null) + 1)],
        IList list => ListVariants(list, list.GetType().GetGenericArguments()[0]),
        _ => RecordVariants(value),
    };

    private static IEnumerable<object> RecordVariants(object value)
    {
        foreach (var parameter in value.GetType().GetConstructors().Single(c => c.GetParameters().Length > 0 && c.IsPublic).GetParameters())
        {
            foreach (var variant in Variants(value.GetType().GetProperty(parameter.Name!)!.GetValue(value)!))
            {
                yield return With(value, parameter.Name!, variant);
            }
        }
    }

    private static object With(object value, string name, object variant) =>
        Activator.CreateInstance(
            value.GetType(), [.. value.GetType().GetConstructors().Single(c => c.GetParameters().Length > 0 && c.IsPublic).GetParameters()
            .Select(p => p.Name == name ? variant : value.GetType().GetProperty(p.Name!)!.GetValue(value))])!;

    private static IEnumerable<object> ListVariants(IList list, Type item)
    {
        yield return Listed([], item);
        yield return Listed([.. list.Cast<object>(), list[0]!], item);
        foreach (var variant in Variants(list[0]!))
        {
            yield return Listed([variant], item);
        }
    }

    private static object Listed(object[] items, Type item)
    {
        var array = Array.CreateInstance(item, items.Length);
        items.CopyTo(array, 0);
        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }]
                && m.GetParameters()[0].GetCustomAttributes(typeof(ParamArrayAttribute), false).Length == 1)
            .MakeGenericMethod(item).Invoke(null, [array])!;
    }
}
