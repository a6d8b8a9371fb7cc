using System.Reflection;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Testing;

namespace IndicatorRules.Conventions;

public sealed partial class TypeTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Verdict).Assembly, Assembly.Load("IndicatorRules.Protocol"), Assembly.Load("IndicatorRules.Compiler"),
        typeof(SchemeHost).Assembly,
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

    // Of GLOSSARY.md's retired words those that no other idea uses. Names of files and options keep theirs.
    [Fact]
    public void Names_HoldNoRetiredWord()
    {
        string[] retired =
        [
            "Above", "Apart", "Bases", "Cache", "Cached", "Caching", "Elsewhere", "Evaluation", "Evaluator", "Finding", "Findings",
            "Keeping", "Kept",
        ];
        Assert.Empty(Own.Where(t => retired.Intersect(Word().Split(t.Name)).Any()).Select(t => t.FullName));
        string[] members = ["Bases", "Evaluator", "Finding", "Findings"];
        Assert.Empty(Own.SelectMany(t => t.GetMembers(All)).Where(m => members.Intersect(Word().Split(m.Name)).Any())
            .Select(m => $"{m.DeclaringType}.{m.Name}"));
    }

    [Fact]
    public void Statics_DoNotChange()
    {
        var fields = Own.SelectMany(t => t.GetFields(All)).Where(f => f.IsStatic);
        Assert.Empty(fields.Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.StartsWith('<') && !IsGeneratedJson(f))
            .Select(f => $"{f.DeclaringType}.{f.Name}"));
    }

    [Fact]
    public void PublicSetters_AreNone()
    {
        var setters = Own.Where(t => t.IsVisible)
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
        Assert.Empty(setters.Select(p => $"{p.DeclaringType}.{p.Name}"));
    }

    private const BindingFlags All =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Where a word of a name begins.
    [GeneratedRegex("(?<=[a-z0-9_])(?=[A-Z])")]
    private static partial Regex Word();

    private static bool IsGeneratedJson(FieldInfo field) => field.DeclaringType!.BaseType?.Name == "JsonSerializerContext";
}
