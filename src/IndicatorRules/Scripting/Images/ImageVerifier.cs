using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IndicatorRules.Scripting.Images;

/// <summary>
/// Verifies an emitted assembly: references, opcodes and types from closed lists, no backward branch, no recursion.
/// Whatever it does not know is rejected.
/// </summary>
internal sealed class ImageVerifier
{
    /// <summary>The largest image accepted, in bytes.</summary>
    internal const int MaxBytes = 8 * 1024 * 1024;

    // Compiled rules have no rows in these tables.
    private static readonly TableIndex[] Forbidden =
    [
        TableIndex.ModuleRef, TableIndex.ImplMap, TableIndex.FieldRva, TableIndex.FieldLayout, TableIndex.ClassLayout,
        TableIndex.FieldMarshal, TableIndex.DeclSecurity, TableIndex.File, TableIndex.ExportedType, TableIndex.ManifestResource,
        TableIndex.Event, TableIndex.EventMap, TableIndex.GenericParam, TableIndex.GenericParamConstraint,
        TableIndex.AssemblyOS, TableIndex.AssemblyProcessor, TableIndex.AssemblyRefOS, TableIndex.AssemblyRefProcessor,
    ];

    private readonly PEReader _pe;
    private readonly MetadataReader _reader;
    private readonly ImageNames _names = new();
    private readonly ImageTypes _types;
    private readonly ImageMembers _members;
    private readonly ImageStart _entry;
    // The kind of each type that the image defines, by row.
    private readonly Dictionary<int, ImageShape> _shapes = [];

    private ImageVerifier(PEReader pe)
    {
        _pe = pe;
        _reader = pe.GetMetadataReader();
        _types = new ImageTypes(_reader, _names);
        _members = new ImageMembers(_reader, _names, _types, _shapes);
        _entry = new ImageStart(_reader, pe, _names, _types, _members, _shapes);
    }

    /// <returns>The image's module version, and the token of the method that creates its rules.</returns>
    /// <exception cref="ImageRefusedException">The image contains something that no compiled rule does.</exception>
    internal static (Guid Version, int Entry) Run(byte[] image)
    {
        if (image.Length > MaxBytes)
        {
            throw new ImageRefusedException($"an image of {image.Length} bytes");
        }

        try
        {
            using var stream = new MemoryStream(image, writable: false);
            using var pe = new PEReader(stream);
            VerifyHeaders(pe);
            var check = new ImageVerifier(pe);
            return (check._reader.GetGuid(check._reader.GetModuleDefinition().Mvid), check.Verify());
        }
        catch (Exception e) when (e is not ImageRefusedException)
        {
            // System.Reflection.Metadata throws many kinds of exception at damaged bytes.
            throw new ImageRefusedException("no readable assembly");
        }
    }

    private static void VerifyHeaders(PEReader pe)
    {
        var headers = pe.PEHeaders;
        Require(pe.HasMetadata && headers.CorHeader is not null, "no metadata");
        var cor = headers.CorHeader!;
        Require((cor.Flags & ~CorFlags.StrongNameSigned) == CorFlags.ILOnly, "flags", cor.Flags);
        Require(cor.EntryPointTokenOrRelativeVirtualAddress == 0, "an entry point");
        Require(cor.VtableFixupsDirectory.Size == 0 && cor.ManagedNativeHeaderDirectory.Size == 0
            && cor.ResourcesDirectory.Size == 0, "native parts");
        Require(headers.IsDll, "no library");
        // A managed image has at most a native import of mscoree; exports and thread-local storage run code at load.
        Require(headers.PEHeader!.ExportTableDirectory.Size == 0
            && headers.PEHeader.ThreadLocalStorageTableDirectory.Size == 0, "native exports");
    }

    private int Verify()
    {
        foreach (var table in Forbidden)
        {
            Require(_reader.GetTableRowCount(table) == 0, "the table", table);
        }

        ImageSignatures.Verify(_reader);
        foreach (var handle in _reader.AssemblyReferences)
        {
            var name = _reader.GetString(_reader.GetAssemblyReference(handle).Name);
            Require(name is "System.Runtime" or "IndicatorRules.Contract", "a reference to", name);
        }

        foreach (var handle in _reader.TypeReferences)
        {
            RequireType(_names.GetTypeFromReference(_reader, handle, 0));
        }

        for (var row = 1; row <= _reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            RequireType(_names.Type(_reader, MetadataTokens.TypeSpecificationHandle(row)));
        }

        foreach (var handle in _reader.MemberReferences)
        {
            VerifyMember(_reader.GetMemberReference(handle));
        }

        foreach (var handle in _reader.CustomAttributes)
        {
            var constructor = _reader.GetCustomAttribute(handle).Constructor;
            Require(constructor.Kind == HandleKind.MemberReference
                && _names.Type(_reader, _reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
                .EndsWith("Attribute", StringComparison.Ordinal), "an attribute of its own");
        }

        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            _shapes.Add(MetadataTokens.GetRowNumber(handle), ImageShape.Of(_reader, _names, type));
            // Nested types that form a cycle would never be reached.
            var outer = type.GetDeclaringType();
            Require(outer.IsNil || MetadataTokens.GetRowNumber(outer) < MetadataTokens.GetRowNumber(handle), "a type within a later one");
        }

        var (methods, fields) = (0, 0);
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            VerifyType(handle, type);
            methods += type.GetMethods().Count;
            fields += type.GetFields().Count;
        }

        // A method that no type owns could be called without having been verified.
        Require(methods == _reader.GetTableRowCount(TableIndex.MethodDef), "a method of no type");
        Require(fields == _reader.GetTableRowCount(TableIndex.Field), "a field of no type");
        ImageCalls.VerifyNoCircle(_reader, _pe);
        return _entry.Verify();
    }

    private void VerifyMember(MemberReference member)
    {
        var parent = _names.Type(_reader, member.Parent);
        // The allow list has members of generic types without type arguments where these are the image's own.
        var open = parent.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? parent[..at] : parent;
        var name = _reader.GetString(member.Name);
        var spelt = member.GetKind() == MemberReferenceKind.Method
            ? $"{open}::{name} {ImageNames.Method(member.DecodeMethodSignature(_names, null))}"
            : $"{open}::{name} field {member.DecodeFieldSignature(_names, null)}";
        Require(ImageAllowList.Members.Contains(WithoutOwn(spelt)), spelt);
    }

    // Own types are verified where they are defined; in an allowed foreign signature any of them may occur.
    private static string WithoutOwn(string spelt)
    {
        while (spelt.IndexOf(ImageNames.Own, StringComparison.Ordinal) is var at and >= 0)
        {
            var end = at + ImageNames.Own.Length;
            while (end < spelt.Length && spelt[end] is not (',' or ')' or '>' or '&' or '['))
            {
                end++;
            }

            spelt = $"{spelt[..at]}own{spelt[end..]}";
        }

        return spelt;
    }

    private static void RequireType(string spelt)
    {
        foreach (var part in spelt.Split(['<', '>', ',', '&', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var known = part.StartsWith(ImageNames.Own, StringComparison.Ordinal) || IsPrimitive(part)
                || ImageAllowList.Types.Contains(part);
            Require(known, "the type", part);
        }
    }

    // The types of fields, locals and parameters of rules. Listed members are compared by exact signature instead.
    private static bool IsPrimitive(string name) => name is "Boolean" or "Int32" or "UInt32" or "Object" or "String" or "Void";

    private void VerifyType(TypeDefinitionHandle handle, TypeDefinition type)
    {
        var shape = _shapes[MetadataTokens.GetRowNumber(handle)];
        Require((type.Attributes & TypeAttributes.LayoutMask) != TypeAttributes.ExplicitLayout, "an explicit layout");
        Require((type.Attributes & TypeAttributes.Import) == 0, "an imported type");
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            var name = _names.Type(_reader, _reader.GetInterfaceImplementation(implementation).Interface);
            Require(shape == ImageShape.Starter && name == "System.Runtime.CompilerServices.IAsyncStateMachine", "the interface", name);
        }

        var owner = _names.Type(_reader, handle);
        foreach (var field in type.GetFields())
        {
            VerifyField(_reader.GetFieldDefinition(field), shape, owner);
        }

        foreach (var method in type.GetMethods())
        {
            VerifyMethod(method, shape, owner);
        }
    }

    // Rules have no state: closures live as long as the call, and only delegates are cached.
    private void VerifyField(FieldDefinition field, ImageShape shape, string owner)
    {
        var (name, spelt) = (_reader.GetString(field.Name), field.DecodeSignature(_names, null));
        RequireType(spelt);
        var isStatic = (field.Attributes & FieldAttributes.Static) != 0;
        var isLiteral = (field.Attributes & FieldAttributes.Literal) != 0;
        var fits = isStatic
            ? (isLiteral && shape == ImageShape.Choice && spelt == owner)
                || (!isLiteral && shape == ImageShape.Lambdas && (name == "<>9" ? spelt == owner
                    : name.StartsWith("<>9__", StringComparison.Ordinal) && spelt.StartsWith("System.Func`2<", StringComparison.Ordinal)))
            : (shape == ImageShape.Choice && name == "value__" && spelt == ImageTypes.Number)
                || (shape == ImageShape.Captured && !spelt.EndsWith('&') && !ImageMembers.IsOfTheEntry(spelt) && !IsOwnValue(spelt))
                // ImageStart verifies these.
                || shape == ImageShape.Submission || shape == ImageShape.Starter;
        Require(fits, isStatic ? "a static field" : "a field", name);
    }

    // A struct that contains itself would have no finite size.
    private bool IsOwnValue(string spelt) => ImageNames.RowOf(spelt) is not null && _types.Parent(spelt) == "System.ValueType";

    private void VerifyMethod(MethodDefinitionHandle handle, ImageShape shape, string owner)
    {
        var method = _reader.GetMethodDefinition(handle);
        var name = _reader.GetString(method.Name);
        Require((method.Attributes & MethodAttributes.PinvokeImpl) == 0, "a native method");
        const MethodImplAttributes NotIL = MethodImplAttributes.CodeTypeMask | MethodImplAttributes.Unmanaged
            | MethodImplAttributes.InternalCall;
        Require((method.ImplAttributes & NotIL) == 0, "a method without IL");
        Require(name != ".cctor" || shape == ImageShape.Lambdas, "a static constructor");
        Require(name != "Finalize", "a finalizer");
        Require(method.RelativeVirtualAddress != 0, "a method without a body");
        Require(shape != ImageShape.Module && shape != ImageShape.Choice, "a method of", owner);
        var signature = method.DecodeSignature(_names, null);
        Require(signature.GenericParameterCount == 0, "a generic method");
        var isVirtual = (method.Attributes & MethodAttributes.Virtual) != 0;
        Require(!isVirtual || shape.MayOverride($"{name} {ImageNames.Method(signature)}"), "an override of", name);
        Require((method.Attributes & MethodAttributes.Abstract) == 0
            && (!isVirtual || (method.Attributes & MethodAttributes.NewSlot) == 0 || shape == ImageShape.Starter),
            "a method to be overridden:", name);
        RequireType(signature.ReturnType);
        Require(!signature.ReturnType.EndsWith('&'), "an address given back");
        foreach (var parameter in signature.ParameterTypes)
        {
            RequireType(parameter);
        }

        if (shape == ImageShape.Submission || shape == ImageShape.Starter)
        {
            // ImageStart verifies these.
            return;
        }

        Require(signature.Header.IsInstance == ((method.Attributes & MethodAttributes.Static) == 0), "a method of two kinds");
        if (ImageStart.Holds(name, shape))
        {
            _entry.Verify(handle, owner, shape);
            return;
        }

        var body = _pe.GetMethodBody(method.RelativeVirtualAddress);
        var locals = body.LocalSignature.IsNil ? []
            : _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, null);
        foreach (var local in locals)
        {
            RequireType(local);
        }

        ImmutableArray<string> arguments = signature.Header.IsInstance
            ? signature.ParameterTypes.Insert(0, _types.IsValue(owner) ? owner + "&" : owner)
            : signature.ParameterTypes;
        ImageBody.Verify(_members, _types, new ImageMethod(name, shape, arguments, signature.ReturnType), body, locals);
    }

    private static void Require(bool holds, string what, object? which = null)
    {
        if (!holds)
        {
            throw new ImageRefusedException(which is null ? what : $"{what} {which}");
        }
    }
}
