using System.Reflection;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Testing;

namespace IndicatorRules.Conventions;

public sealed class TypeTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Verdict).Assembly, Assembly.Load("IndicatorRules.Protocol"), Assembly.Load("IndicatorRules.Compiler"), typeof(SchemeHost).Assembly,
        typeof(ReportWriters).Assembly, typeof(Tables.BatchRun).Assembly, typeof(CaseRunner).Assembly, typeof(Packaging.Package).Assembly,
    ];

    private static IEnumerable<Type> Own => Assemblies.SelectMany(a => a.GetTypes())
        .Where(t => t.Namespace?.StartsWith("IndicatorRules", StringComparison.Ordinal) == true
            && !t.Name.Contains('<', StringComparison.Ordinal) && t.FullName?.Contains("Regex", StringComparison.Ordinal) == false);

    [Fact]
    public void Classes_AreSealedOrAbstract() =>
        Assert.Empty(Own.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => t.FullName));

    [Fact]
    public void Names_SayWhatTheTypeIs()
    {
        string[] vague = ["Manager", "Helper", "Utils", "Service", "Impl", "Common"];
        Assert.Empty(Own.Where(t => vague.Any(v => t.Name.EndsWith(v, StringComparison.Ordinal))).Select(t => t.FullName));
    }

    [Fact]
    public void Statics_DoNotChange()
    {
        var fields = Own.SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        Assert.Empty(fields.Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.StartsWith('<') && !IsGeneratedJson(f))
            .Select(f => $"{f.DeclaringType}.{f.Name}"));
    }

    [Fact]
    public void PublicSetters_AreNone()
    {
        var setters = Own.Where(t => t.IsVisible).SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
        Assert.Empty(setters.Select(p => $"{p.DeclaringType}.{p.Name}"));
    }

    private static bool IsGeneratedJson(FieldInfo field) => field.DeclaringType!.BaseType?.Name == "JsonSerializerContext";
}
