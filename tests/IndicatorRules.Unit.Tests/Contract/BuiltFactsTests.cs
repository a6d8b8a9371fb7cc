using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests;

/// <summary>
/// Facts built in code: whatever is null or undefined is refused as an argument, and an array that was never made is empty.
/// </summary>
public class BuiltFactsTests
{
    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(string)] = "x",
        [typeof(int)] = 2022,
        [typeof(decimal)] = 1m,
        [typeof(bool)] = true,
        [typeof(Reading)] = Reading.Number(1),
        [typeof(Fact)] = Fact.Unknown,
        [typeof(Place)] = new Place { Code = "x", Name = "x" },
        [typeof(SuperiorTaskFacts)] = SuperiorTaskFacts.NotStated,
        [typeof(SuperiorTaskState)] = SuperiorTaskState.NoneSet,
        [typeof(IEnumerable<IndicatorFacts>)] = Array.Empty<IndicatorFacts>(),
        [typeof(IEnumerable<YearFacts>)] = new[] { new YearFacts(2022, []) },
        [typeof(ImmutableArray<IndicatorFacts>)] = ImmutableArray<IndicatorFacts>.Empty,
    };

    public static TheoryData<string> FactTypes => [.. typeof(Fact).Assembly.GetTypes()
        .Where(t => t is { IsPublic: true, IsEnum: false, Namespace: "IndicatorRules.Contract.Facts" }).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(FactTypes))]
    public void Init_NullOrUndefined_IsRefusedAsAnArgument(string name)
    {
        var type = typeof(Fact).Assembly.GetType($"IndicatorRules.Contract.Facts.{name}")!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            if (IsRequired(property))
            {
                Refuses<ArgumentNullException>(() => property.SetValue(Make(type), null));
            }
            else if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsEnum: true } named)
            {
                Refuses<ArgumentOutOfRangeException>(() => property.SetValue(Make(type), Enum.ToObject(named, 77)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(FactTypes))]
    public void Init_ArrayNeverMadeOrWithNull_IsEmptyOrRefused(string name)
    {
        var type = typeof(Fact).Assembly.GetType($"IndicatorRules.Contract.Facts.{name}")!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && IsArray(p.PropertyType)))
        {
            var made = Make(type);
            property.SetValue(made, Activator.CreateInstance(property.PropertyType));
            Assert.Equal(0, property.PropertyType.GetProperty("Length")!.GetValue(property.GetValue(made)));

            var element = property.PropertyType.GetGenericArguments()[0];
            var withNull = typeof(BuiltFactsTests)
                .GetMethod(nameof(OneNull), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, null);
            Refuses<ArgumentException>(() => property.SetValue(Make(type), withNull));
        }
    }

    [Theory]
    [MemberData(nameof(FactTypes))]
    public void Constructor_Null_IsRefusedAsAnArgument(string name)
    {
        var type = typeof(Fact).Assembly.GetType($"IndicatorRules.Contract.Facts.{name}")!;
        foreach (var constructor in type.GetConstructors())
        {
            var parameters = constructor.GetParameters();
            for (var i = 0; i < parameters.Length; i++)
            {
                if (parameters[i].ParameterType is { IsValueType: false }
                    && new NullabilityInfoContext().Create(parameters[i]).WriteState == NullabilityState.NotNull)
                {
                    var arguments = Arguments(parameters);
                    arguments[i] = null;
                    Refuses<ArgumentNullException>(() => constructor.Invoke(arguments));
                }
            }
        }
    }

    [Fact]
    public void Elements_Null_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new YearFacts(2022, new IndicatorFacts[] { null! }));
        Assert.Throws<ArgumentException>(() => new PlaceFacts(new Place { Code = "x", Name = "x" }, [null!]));
    }

    [Fact]
    public void Reading_NullOrUndefined_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Reading.Words(null!));
        Assert.Throws<ArgumentNullException>(() => Reading.Absent(AbsenceKind.NotReported, null!));
        Assert.Throws<ArgumentNullException>(() => Reading.Quota(1, 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reading.Absent((AbsenceKind)77));
    }

    private static ImmutableArray<T> OneNull<T>() => [default!];

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsRequired(PropertyInfo property) =>
        !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        return constructor.Invoke(Arguments(constructor.GetParameters()));
    }

    private static object?[] Arguments(ParameterInfo[] parameters) =>
        [.. parameters.Select(
            p => Samples.TryGetValue(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType, out var sample) ? sample : null)];

    private static void Refuses<T>(Action act)
        where T : Exception => Assert.IsAssignableFrom<T>(Assert.Throws<TargetInvocationException>(act).InnerException);
}
