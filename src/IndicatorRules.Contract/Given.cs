using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace IndicatorRules.Contract;

/// <summary>Holds facts built in code to what a file can say: no null, and an array that was never made is an empty one.</summary>
internal static class Given
{
    internal static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    internal static string Id(string? id, [CallerArgumentExpression(nameof(id))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        return id;
    }

    internal static ImmutableArray<T> Whole<T>(ImmutableArray<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : class
    {
        if (values.IsDefault)
        {
            return [];
        }

        foreach (var value in values)
        {
            if (value is null)
            {
                throw new ArgumentException("An element is null.", name);
            }
        }

        return values;
    }

    internal static T Known<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Unknown(value, name);

    internal static ArgumentOutOfRangeException Unknown<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum => new(name, value, $"{typeof(T).Name} has no such value.");
}
