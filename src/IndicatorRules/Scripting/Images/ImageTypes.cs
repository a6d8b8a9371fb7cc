using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using IndicatorRules.Contract;

namespace IndicatorRules.Scripting.Images;

/// <summary>Relations among an image's types, named as by <see cref="ImageNames"/>: value types, base types, conversions.</summary>
internal sealed class ImageTypes(MetadataReader reader, ImageNames names)
{
    /// <summary>The stack type of numbers, booleans and enums.</summary>
    internal const string Number = "Int32";

    /// <summary>The stack type of long numbers.</summary>
    internal const string LongNumber = "Int64";

    /// <summary>The stack type of <c>ldnull</c>.</summary>
    internal const string Nothing = "null";

    private const string Anything = "Object";

    private readonly Dictionary<string, Type?> _foreign = new(StringComparer.Ordinal);

    /// <summary>The stack type of a type.</summary>
    internal string OnStack(string type) => type switch
    {
        "Boolean" or "Byte" or "UInt32" => Number,
        "UInt64" => LongNumber,
        "System.Object" => Anything,
        _ when ImageNames.RowOf(type) is { } row && Parent(row) == "System.Enum" => Number,
        _ => type,
    };

    /// <summary>Whether a value of one type may be used where another is expected.</summary>
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

    /// <summary>The common type where two branches meet; null when there is none.</summary>
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

    /// <summary>Whether it is a struct, whose members are called by its address.</summary>
    internal bool IsValue(string type) => ImageNames.RowOf(type) is { } row
        ? Parent(row) is "System.ValueType" or "System.Enum"
        : !type.EndsWith(']') && Foreign(type) is { IsValueType: true };

    /// <summary>The base type; null for <c>object</c>.</summary>
    internal string? Parent(string type) => ImageNames.RowOf(type) is { } row ? Parent(row)
        : type.EndsWith(']') ? null
        : Foreign(type)?.BaseType is { } parent ? OnStack(parent.FullName ?? parent.Name)
        : null;

    // Numbers, addresses and code convert to nothing else.
    private static bool IsPlain(string type) =>
        type is Number or LongNumber or "IntPtr" or "Void" or "Boolean" or "Byte" or "UInt32" or "UInt64"
        || type.EndsWith('&') || type.StartsWith(ImageBody.Code, StringComparison.Ordinal);

    private string? Parent(int row) =>
        reader.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(row)).BaseType is { IsNil: false } parent
        ? OnStack(names.Type(reader, parent))
        : null;

    private Type? Foreign(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? type[..at] : type;
        if (!_foreign.TryGetValue(open, out var found))
        {
            found = ImageAllowList.Types.Contains(open)
                ? typeof(Verdict).Assembly.GetType(open) ?? typeof(object).Assembly.GetType(open) : null;
            _foreign.Add(open, found);
        }

        return found;
    }
}
