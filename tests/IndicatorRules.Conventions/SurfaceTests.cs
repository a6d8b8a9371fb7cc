using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Testing;

namespace IndicatorRules.Conventions;

/// <summary>What a user of the packages sees.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Visible =
    [
        .. new[]
        {
            typeof(Verdict), typeof(SchemeHost), typeof(ReportWriters), typeof(Tables.BatchRun), typeof(CaseRunner),
            typeof(Packaging.Package),
        }.SelectMany(t => t.Assembly.GetExportedTypes()),
    ];

    // Libraries that may be replaced, so a user must not meet their types.
    [Fact]
    public void Signatures_NameNoTypeOfAPackageThatWeUse()
    {
        var foreign =
            from type in Visible
            from member in type.GetMembers(Declared)
            where IsSeen(member)
            from named in Named(member).Append(type.BaseType).Concat(type.GetInterfaces()).OfType<Type>().SelectMany(Parts)
            let assembly = named.Assembly.GetName().Name!
            where assembly == "System.CommandLine" || !(assembly.StartsWith("IndicatorRules", StringComparison.Ordinal)
                || assembly.StartsWith("System.", StringComparison.Ordinal))
            select $"{type.FullName}.{member.Name}: {named.FullName}";
        AssertNone(foreign);
    }

    // The equality that the compiler writes compares collections by reference, and its text shows their types only.
    [Fact]
    public void Records_WithSynthesizedEquality_HoldNoCollection() => AssertNone(
        from type in Visible
        where Synthesizes(type, "Equals", type)
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where IsCollection(field.FieldType)
        select $"{type.FullName}: {field.Name}");

    // The text that the compiler writes uses the culture of the thread, and shows only the types of collections.
    [Fact]
    public void Records_WithSynthesizedText_HoldNoNumberWithDecimalsAndNoCollection() => AssertNone(
        from type in Visible
        where Synthesizes(type, "ToString")
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let shown = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where shown == typeof(decimal) || IsCollection(shown)
        select $"{type.FullName}: {property.Name}");

    private static void AssertNone(IEnumerable<string> found)
    {
        var all = string.Join('\n', found.Distinct());
        Assert.True(all.Length == 0, all);
    }

    private static bool Synthesizes(Type record, string method, params Type[] parameters) =>
        record.GetMethod("PrintMembers", Declared) is not null
        && record.GetMethod(method, Declared, parameters) is { } found && found.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsSeen(MemberInfo member) => member switch
    {
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        PropertyInfo p => p.GetAccessors().Length > 0,
        EventInfo => true,
        _ => false,
    };

    private static IEnumerable<Type> Named(MemberInfo member) => member switch
    {
        MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        FieldInfo f => [f.FieldType],
        PropertyInfo p => [p.PropertyType],
        EventInfo e => [e.EventHandlerType!],
        _ => [],
    };

    // ImmutableArray<Task<Verdict>> → itself, Task<Verdict>, Verdict.
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : [type, .. type.GetGenericArguments().Where(a => !a.IsGenericParameter).SelectMany(Parts)];
}
