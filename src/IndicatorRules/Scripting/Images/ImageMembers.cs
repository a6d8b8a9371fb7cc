using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Resolves tokens to methods, fields and types, and verifies that the instruction may use them.</summary>
internal sealed class ImageMembers(MetadataReader reader, ImageNames names, ImageTypes types, Dictionary<int, ImageShape> shapes)
{
    private const string Constructor = ".ctor";

    // Called by the submission and its state machine alone, which are verified instruction by instruction.
    private static readonly string[] OfTheEntry =
    [
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1", "System.Runtime.CompilerServices.IAsyncStateMachine",
        "System.Threading.Tasks.Task`1", "IndicatorRules.Contract.Rules.RuleTable", "System.Object",
    ];

    private readonly Dictionary<int, ImageCallee> _callees = [];
    private readonly Dictionary<int, ImageField> _fields = [];

    /// <summary>The method of a call instruction.</summary>
    internal ImageCallee Called(int token, ImageMethod caller, ILOpCode code)
    {
        var callee = Callee(token);
        Require(callee.Name != Constructor || types.IsValue(callee.Owner), "a call of a constructor of", callee.Owner);
        Require(callee.Row is { } row ? MayCall(row) : !IsOfTheEntry(callee.Owner), "a call of", callee.Name);
        Require(callee.Row is not null || !IsOverridden(callee.Name) || IsOfTheBase(callee, caller, code), "a call of", callee.Name);
        if (Handle(token).Kind == HandleKind.MethodSpecification)
        {
            var specification = reader.GetMethodSpecification((MethodSpecificationHandle)Handle(token));
            RequireArgument(callee.Name, specification.DecodeSignature(names, null));
        }

        return callee;
    }

    /// <summary>The constructor of <c>newobj</c>: of a delegate, a value of the contract, or a closure.</summary>
    internal ImageCallee Made(int token)
    {
        var made = Callee(token);
        Require(made is { Name: Constructor, Receiver: { } type } && (made.Row is { } row
            ? ShapeOfOwner(row) == ImageShape.Captured
            : types.IsValue(type) || type.StartsWith("System.Func`2<", StringComparison.Ordinal)), "a new", made.Owner);
        return made;
    }

    /// <summary>The method of <c>ldftn</c>, of which a delegate is made.</summary>
    internal ImageCallee Pointed(int token)
    {
        Require(MetadataTokens.EntityHandle(token).Kind == HandleKind.MethodDefinition, "a pointer to a method of others");
        var pointed = Callee(token);
        var shape = ShapeOfOwner(pointed.Row!.Value);
        Require((shape == ImageShape.Captured || shape == ImageShape.Lambdas || shape == ImageShape.Rules
                || shape == ImageShape.Conclusion || shape == ImageShape.Checks)
            && pointed is { Receiver: not null, IsVirtual: false, Name: not (Constructor or ".cctor") }, "a pointer to", pointed.Name);
        return pointed;
    }

    /// <summary>The same, by the stack entry that starts with <see cref="ImageBody.Code"/>.</summary>
    internal ImageCallee Pointed(string code) => Pointed(MetadataTokens.GetToken(
        MetadataTokens.MethodDefinitionHandle(int.Parse(code.AsSpan(ImageBody.Code.Length), CultureInfo.InvariantCulture))));

    /// <summary>An instance field of a type of the image's own.</summary>
    internal ImageField Field(int token)
    {
        var field = FieldOf(token);
        Require(!field.IsStatic && field.Row is { } row && shapes[row] == ImageShape.Captured, "the field", field.Owner);
        return field;
    }

    /// <summary>A static field: a number of the platform's, or a cached delegate.</summary>
    internal ImageField StaticField(int token)
    {
        var field = FieldOf(token);
        Require(field.IsStatic && (field.Row is not { } row || shapes[row] == ImageShape.Lambdas), "the static field", field.Owner);
        return field;
    }

    internal string Type(int token)
    {
        var handle = Handle(token);
        Require(
            handle.Kind is HandleKind.TypeReference or HandleKind.TypeDefinition or HandleKind.TypeSpecification,
            "a type token of kind", handle.Kind);
        return names.Type(reader, handle);
    }

    internal void RequireText(int token)
    {
        Require((uint)token >> 24 == 0x70, "a text token");
        _ = reader.GetUserString(MetadataTokens.UserStringHandle(token & 0xFFFFFF));
    }

    internal string OwnerOf(int token)
    {
        var handle = Handle(token);
        return handle.Kind is HandleKind.FieldDefinition || (handle.Kind is HandleKind.MemberReference
            && reader.GetMemberReference((MemberReferenceHandle)handle).GetKind() == MemberReferenceKind.Field)
            ? FieldOf(token).Owner
            : Callee(token).Owner;
    }

    /// <summary>A token as text, for comparison with expected instructions.</summary>
    internal string Spelt(int token)
    {
        var handle = Handle(token);
        return handle.Kind switch
        {
            HandleKind.FieldDefinition =>
                $"{FieldOf(token).Owner}::{reader.GetString(reader.GetFieldDefinition((FieldDefinitionHandle)handle).Name)}",
            HandleKind.MethodDefinition or HandleKind.MemberReference or HandleKind.MethodSpecification =>
                $"{Callee(token).Owner}::{Callee(token).Name}({string.Join(',', Callee(token).Parameters)})",
            _ => names.Type(reader, handle),
        };
    }

    private ImageCallee Callee(int token)
    {
        if (!_callees.TryGetValue(token, out var callee))
        {
            callee = Read(Handle(token));
            _callees.Add(token, callee);
        }

        return callee;
    }

    private ImageCallee Read(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var row = MetadataTokens.GetRowNumber(handle);
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Of(method.DecodeSignature(names, null), names.Type(reader, method.GetDeclaringType()),
                    reader.GetString(method.Name)) with
                {
                    Row = row,
                    IsVirtual = (method.Attributes & MethodAttributes.Virtual) != 0,
                };
            case HandleKind.MemberReference:
                return Referred((MemberReferenceHandle)handle, []);
            case HandleKind.MethodSpecification:
                var specified = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Require(specified.Method.Kind == HandleKind.MemberReference, "a generic method of its own");
                return Referred((MemberReferenceHandle)specified.Method, specified.DecodeSignature(names, null));
            default:
                throw new ImageRefusedException($"a call of a {handle.Kind}");
        }
    }

    private ImageCallee Referred(MemberReferenceHandle handle, ImmutableArray<string> arguments)
    {
        var member = reader.GetMemberReference(handle);
        Require(member.GetKind() == MemberReferenceKind.Method, "a call of a field");
        var owner = names.Type(reader, member.Parent);
        var signature = member.DecodeMethodSignature(names, new GenericArguments(ImageNames.Arguments(owner), arguments));
        Require(signature.GenericParameterCount == arguments.Length, "a generic method without its types");
        return Of(signature, owner, reader.GetString(member.Name));
    }

    // The contract creates such an object by reflection: one of the scheme's shares, or of its items.
    private void RequireArgument(string method, ImmutableArray<string> arguments)
    {
        var parent = method switch
        {
            "Shares" => "IndicatorRules.Contract.Rules.PlaceShares",
            "At" => "IndicatorRules.Contract.Checks.CheckedItems",
            _ => null,
        };
        Require(arguments is [var one] && ImageNames.RowOf(one) is not null && types.Parent(one) == parent, "a type argument of", method);
    }

    private static ImageCallee Of(MethodSignature<string> signature, string owner, string name) => new(
        owner, signature.Header.IsInstance ? owner : null, signature.ParameterTypes, signature.ReturnType, name);

    private ImageField FieldOf(int token)
    {
        if (!_fields.TryGetValue(token, out var field))
        {
            field = ReadField(Handle(token));
            _fields.Add(token, field);
        }

        return field;
    }

    private ImageField ReadField(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
            var owner = field.GetDeclaringType();
            return new ImageField(
                names.Type(reader, owner), field.DecodeSignature(names, null), (field.Attributes & FieldAttributes.Static) != 0,
                MetadataTokens.GetRowNumber(owner));
        }

        Require(handle.Kind == HandleKind.MemberReference, "a field token of kind", handle.Kind);
        var member = reader.GetMemberReference((MemberReferenceHandle)handle);
        Require(member.GetKind() == MemberReferenceKind.Field, "a field that is a method");
        // The list has static fields only.
        return new ImageField(names.Type(reader, member.Parent), member.DecodeFieldSignature(names, null), IsStatic: true, Row: null);
    }

    private EntityHandle Handle(int token)
    {
        var kind = (uint)token >> 24;
        Require(kind is 0x01 or 0x02 or 0x04 or 0x06 or 0x0A or 0x1B or 0x2B, "a token of another kind");
        var handle = MetadataTokens.EntityHandle(token);
        Require(MetadataTokens.TryGetTableIndex(handle.Kind, out var table) && MetadataTokens.GetRowNumber(handle) is var row
            && row > 0 && row <= reader.GetTableRowCount(table), "a token that names nothing");
        return handle;
    }

    // Neither the entry point nor a method that the contract calls.
    private bool MayCall(int row)
    {
        var shape = ShapeOfOwner(row);
        return shape != ImageShape.Submission && shape != ImageShape.Starter
            && (reader.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row)).Attributes & MethodAttributes.Virtual) == 0;
    }

    private ImageShape ShapeOfOwner(int method) =>
        shapes[MetadataTokens.GetRowNumber(reader.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(method)).GetDeclaringType())];

    // Overrides are called by the contract only; StageRule may also call the base class's StageRule.
    private static bool IsOverridden(string name) =>
        name is "Rule" or "StageRule" or "Script" or "Check" or "MoveNext" or "SetStateMachine";

    private static bool IsOfTheBase(ImageCallee callee, ImageMethod caller, ILOpCode code) =>
        callee.Name == "StageRule" && code == ILOpCode.Call && caller is { Name: "StageRule", Shape: var shape }
            && shape == ImageShape.Rules;

    /// <summary>Whether the entry point needs the type and rules do not.</summary>
    internal static bool IsOfTheEntry(string owner) =>
        OfTheEntry.Contains(owner.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? owner[..at] : owner);

    private static void Require(bool holds, string what, object? which = null)
    {
        if (!holds)
        {
            throw new ImageRefusedException(which is null ? what : $"{what} {which}");
        }
    }
}

/// <summary>A method as its callers see it. Immutable.</summary>
/// <param name="Owner">The type that it belongs to.</param>
/// <param name="Receiver">The type that it is called on; null for a static one.</param>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="Returns">Its return type.</param>
/// <param name="Name">Its name.</param>
internal sealed record ImageCallee(string Owner, string? Receiver, ImmutableArray<string> Parameters, string Returns, string Name)
{
    /// <summary>Its row among the image's own methods; null for one of the contract or the platform.</summary>
    internal int? Row { get; init; }

    internal bool IsVirtual { get; init; }
}

/// <summary>A field. Immutable.</summary>
/// <param name="Owner">The type that it belongs to.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="Row">The row of its owner, if the image defines it; null otherwise.</param>
internal sealed record ImageField(string Owner, string Type, bool IsStatic, int? Row);

/// <summary>A method of the image's own as its instructions see it. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The kind of its type.</param>
/// <param name="Arguments">The types of its arguments, <c>this</c> first.</param>
/// <param name="Returns">Its return type.</param>
internal sealed record ImageMethod(string Name, ImageShape Shape, ImmutableArray<string> Arguments, string Returns);
