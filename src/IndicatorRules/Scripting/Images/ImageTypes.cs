using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using IndicatorRules.Contract;

namespace IndicatorRules.Scripting.Images;

/// <summary>
/// What an image's types are to one another, spelt as <see cref="ImageNames"/> spells them: which are values, which derive from which.
/// </summary>
internal sealed class ImageTypes(MetadataReader reader, ImageNames names)
{
    /// <summary>What numbers, answers and choices are on the stack.</summary>
    internal const string Number = "Int32";

    /// <summary>What long numbers are on the stack.</summary>
    internal const string LongNumber = "Int64";

    /// <summary>What <c>ldnull</c> puts there.</summary>
    internal const string Nothing = "null";

    private const string Anything = "Object";

    private readonly Dictionary<string, Type?> _foreign = new(StringComparer.Ordinal);

    /// <summary>A type as the stack knows it.</summary>
    internal string OnStack(string type) => type switch
    {
        "Boolean" or "Byte" or "UInt32" => Number,
        "UInt64" => LongNumber,
        "System.Object" => Anything,
        _ when ImageNames.RowOf(type) is { } row && Parent(row) == "System.Enum" => Number,
        _ => type,
    };

    /// <summary>Whether what is of one type may be where another is asked for.</summary>
    internal bool Fits(string from, string to)
    {
        (from, to) = (OnStack(from), OnStack(to));
        if (from == to)
        {
            return true;
        }

        if (!IsReference(to) || !IsReference(from))
        {
            return false;
        }

        if (from == Nothing || to == Anything)
        {
            return true;
        }

        for (var parent = Parent(from); parent is not null; parent = Parent(parent))
        {
            if (parent == to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What two ways that meet have in common; null where they have nothing.</summary>
    internal string? Common(string one, string other)
    {
        for (var type = one; type is not null; type = Parent(type))
        {
            if (Fits(other, type))
            {
                return OnStack(type);
            }
        }

        return Fits(one, other) ? OnStack(other) : null;
    }

    internal bool IsReference(string type) => type is Nothing or Anything or "String" || (!IsPlain(type) && !IsValue(type));

    /// <summary>Whether it is a value of several parts: one that has members to be called by its address.</summary>
    internal bool IsValue(string type) => ImageNames.RowOf(type) is { } row
        ? Parent(row) is "System.ValueType" or "System.Enum"
        : !type.EndsWith(']') && Foreign(type) is { IsValueType: true };

    /// <summary>The type that an own or a foreign one derives from; null for the uppermost.</summary>
    internal string? Parent(string type) => ImageNames.RowOf(type) is { } row ? Parent(row)
        : type.EndsWith(']') ? null
        : Foreign(type)?.BaseType is { } parent ? OnStack(parent.FullName ?? parent.Name)
        : null;

    // Numbers, addresses and code are themselves alone.
    private static bool IsPlain(string type) => type is Number or LongNumber or "IntPtr" or "Void" or "Boolean" or "Byte" or "UInt32" or "UInt64"
        || type.EndsWith('&') || type.StartsWith(ImageBody.Code, StringComparison.Ordinal);

    private string? Parent(int row) => reader.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(row)).BaseType is { IsNil: false } parent
        ? OnStack(names.Type(reader, parent))
        : null;

    private Type? Foreign(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? type[..at] : type;
        if (!_foreign.TryGetValue(open, out var found))
        {
            found = ImageAllowList.Types.Contains(open) ? typeof(Verdict).Assembly.GetType(open) ?? typeof(object).Assembly.GetType(open) : null;
            _foreign.Add(open, found);
        }

        return found;
    }
}
