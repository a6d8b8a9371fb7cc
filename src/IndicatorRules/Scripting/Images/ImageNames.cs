using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Formats types and signatures of an image as the allow list does.</summary>
internal sealed class ImageNames : ISignatureTypeProvider<string, object?>
{
    /// <summary>Prefix of types that the image defines.</summary>
    internal const string Own = "own:";

    internal string Type(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        _ => throw new ImageRefusedException($"a type token of kind {handle.Kind}"),
    };

    internal static string Method(MethodSignature<string> signature) =>
        signature.Header.CallingConvention == SignatureCallingConvention.Default
        ? $"{(signature.Header.IsInstance ? "instance " : "")}{signature.ReturnType}({string.Join(',', signature.ParameterTypes)})"
            + (signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "")
        : throw new ImageRefusedException($"the calling convention {signature.Header.CallingConvention}");

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Boolean => nameof(PrimitiveTypeCode.Boolean),
        PrimitiveTypeCode.Byte => nameof(PrimitiveTypeCode.Byte),
        PrimitiveTypeCode.Int32 => nameof(PrimitiveTypeCode.Int32),
        PrimitiveTypeCode.UInt32 => nameof(PrimitiveTypeCode.UInt32),
        PrimitiveTypeCode.Int64 => nameof(PrimitiveTypeCode.Int64),
        PrimitiveTypeCode.UInt64 => nameof(PrimitiveTypeCode.UInt64),
        PrimitiveTypeCode.IntPtr => nameof(PrimitiveTypeCode.IntPtr),
        PrimitiveTypeCode.Object => nameof(PrimitiveTypeCode.Object),
        PrimitiveTypeCode.String => nameof(PrimitiveTypeCode.String),
        PrimitiveTypeCode.Void => nameof(PrimitiveTypeCode.Void),
        _ => throw new ImageRefusedException($"the type {typeCode}"),
    };

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        // A type's own name must not be able to imitate the angle brackets and commas of a formatted signature. The row
        // distinguishes types of the same name: each rule has its own states.
        var name = reader.GetString(type.Name).Replace('<', '{').Replace('>', '}').Replace(',', ';');
        return string.Create(CultureInfo.InvariantCulture, $"{Own}{name}#{MetadataTokens.GetRowNumber(handle)}");
    }

    /// <summary>The row of a type that the image defines; null for any other.</summary>
    internal static int? RowOf(string type) => type.StartsWith(Own, StringComparison.Ordinal)
        && int.TryParse(type.AsSpan(type.LastIndexOf('#') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>The type arguments of a formatted type; empty when it is not generic.</summary>
    internal static ImmutableArray<string> Arguments(string type)
    {
        if (type.IndexOf('<', StringComparison.Ordinal) is not (var open and >= 0))
        {
            return [];
        }

        var arguments = ImmutableArray.CreateBuilder<string>();
        var (start, depth) = (open + 1, 0);
        for (var i = start; i < type.Length; i++)
        {
            if (depth == 0 && type[i] is ',' or '>')
            {
                arguments.Add(type[start..i]);
                start = i + 1;
            }

            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
        }

        return arguments.DrainToImmutable();
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Namespace) is { Length: > 0 } space
            ? $"{space}.{reader.GetString(type.Name)}" : reader.GetString(type.Name);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference => name,
            HandleKind.TypeReference => $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}/{name}",
            _ => throw new ImageRefusedException($"a type from a {type.ResolutionScope.Kind}"),
        };
    }

    // Rules need no type specification within a signature, and one that refers to itself would recurse without end.
    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        throw new ImageRefusedException("a type specification within another");

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetGenericTypeParameter(object? genericContext, int index) =>
        genericContext is GenericArguments given ? given.OfType[index] : $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) =>
        genericContext is GenericArguments given ? given.OfMethod[index] : $"!!{index}";

    public string GetArrayType(string elementType, ArrayShape shape) => throw new ImageRefusedException("an array of several dimensions");

    public string GetFunctionPointerType(MethodSignature<string> signature) => throw new ImageRefusedException("a function pointer");

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        throw new ImageRefusedException("a modified type");

    public string GetPinnedType(string elementType) => throw new ImageRefusedException("a pinned local");

    public string GetPointerType(string elementType) => throw new ImageRefusedException("a pointer");
}

/// <summary>The type arguments of a member where it is called. Immutable.</summary>
/// <param name="OfType">Those of its type.</param>
/// <param name="OfMethod">Its own.</param>
internal sealed record GenericArguments(ImmutableArray<string> OfType, ImmutableArray<string> OfMethod);
