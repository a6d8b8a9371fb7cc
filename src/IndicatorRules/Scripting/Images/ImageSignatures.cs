using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>
/// Verifies every signature of an image before anything decodes it: short, with small counts, shallow, and of the few
/// element types that rules use. Others could exhaust a decoder's stack or memory.
/// </summary>
internal static class ImageSignatures
{
    private const int MaxBytes = 1024;
    private const int MaxDepth = 8;
    private const int MaxCount = 512;

    /// <exception cref="ImageRefusedException">A signature is of another kind.</exception>
    internal static void Verify(MetadataReader reader)
    {
        foreach (var handle in reader.TypeReferences)
        {
            var scope = reader.GetTypeReference(handle).ResolutionScope;
            Require(scope.Kind != HandleKind.TypeReference
                || reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope.Kind == HandleKind.AssemblyReference);
        }

        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            Whole(reader, reader.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature, type: true);
        }

        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            Whole(reader, reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Signature);
        }

        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            Whole(reader, reader.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature);
        }

        foreach (var handle in reader.MemberReferences)
        {
            Whole(reader, reader.GetMemberReference(handle).Signature);
        }

        foreach (var handle in reader.MethodDefinitions)
        {
            Whole(reader, reader.GetMethodDefinition(handle).Signature);
        }

        foreach (var handle in reader.FieldDefinitions)
        {
            Whole(reader, reader.GetFieldDefinition(handle).Signature);
        }

        Require(reader.GetTableRowCount(TableIndex.Property) <= ushort.MaxValue);
    }

    private static void Whole(MetadataReader reader, BlobHandle signature, bool type = false)
    {
        var blob = reader.GetBlobReader(signature);
        Require(blob.Length is > 0 and <= MaxBytes);
        if (type)
        {
            Type(ref blob, 0);
            Require(blob.RemainingBytes == 0);
            return;
        }

        var header = blob.ReadSignatureHeader();
        switch (header.Kind)
        {
            case SignatureKind.Field:
                Type(ref blob, 0);
                break;
            case SignatureKind.LocalVariables or SignatureKind.MethodSpecification:
                Types(ref blob, Count(ref blob));
                break;
            case SignatureKind.Method:
                if (header.IsGeneric)
                {
                    Count(ref blob);
                }

                Types(ref blob, Count(ref blob) + 1);
                break;
            default:
                Require(false);
                break;
        }

        Require(blob.RemainingBytes == 0);
    }

    private static void Types(ref BlobReader blob, int count)
    {
        for (; count > 0; count--)
        {
            Type(ref blob, 0);
        }
    }

    private static void Type(ref BlobReader blob, int depth)
    {
        Require(depth <= MaxDepth);
        switch (blob.ReadSignatureTypeCode())
        {
            case SignatureTypeCode.Void or SignatureTypeCode.Boolean or SignatureTypeCode.Byte or SignatureTypeCode.Int32
                or SignatureTypeCode.UInt32
                or SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.String or SignatureTypeCode.Object
                or SignatureTypeCode.IntPtr:
                break;
            case SignatureTypeCode.TypeHandle:
                blob.ReadTypeHandle();
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                Count(ref blob);
                break;
            case SignatureTypeCode.SZArray or SignatureTypeCode.ByReference:
                Type(ref blob, depth + 1);
                break;
            case SignatureTypeCode.GenericTypeInstance:
                Type(ref blob, depth + 1);
                for (var arguments = Count(ref blob); arguments > 0; arguments--)
                {
                    Type(ref blob, depth + 1);
                }

                break;
            default:
                Require(false);
                break;
        }
    }

    private static int Count(ref BlobReader blob)
    {
        Require(blob.TryReadCompressedInteger(out var count) && count <= MaxCount);
        return count;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new ImageRefusedException("a signature that rules do not have");
        }
    }
}
