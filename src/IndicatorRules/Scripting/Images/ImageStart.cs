using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IndicatorRules.Scripting.Images;

/// <summary>
/// Compares the code that the compiler generates (entry point, constructors, the end of a switch) with the expected instructions.
/// </summary>
/// <remarks>
/// Only here are arrays, an exception handler and calls that lead back through the platform allowed; no author can write any of it.
/// </remarks>
internal sealed class ImageStart(
    MetadataReader reader, PEReader pe, ImageNames names, ImageTypes types, ImageMembers members, Dictionary<int, ImageShape> shapes)
{
    internal const string EntryMethod = "<Factory>";

    private const string Table = "IndicatorRules.Contract.Rules.RuleTable";
    private const string Place = "IndicatorRules.Contract.Rules.PlaceContext";
    private const string Rule = "IndicatorRules.Contract.Rules.RuleContext";
    private const string Builder = $"System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1<{Table}>";
    private const string Machine = "System.Runtime.CompilerServices.IAsyncStateMachine";
    private const string Result = $"System.Threading.Tasks.Task`1<{Table}>";
    private const string SwitchFailed = "System.Runtime.CompilerServices.SwitchExpressionException";
    private const string Conclusion = "IndicatorRules.Contract.Conclusions.ConclusionContext";
    private const string Checks = "IndicatorRules.Contract.Checks.CheckContext";

    // The runtime decides the layout of fields, and ignores the flag of types with cached lambdas (0x2000).
    private const TypeAttributes Unasked = TypeAttributes.LayoutMask | (TypeAttributes)0x2000;

    private const MethodAttributes Own = MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName;
    private const MethodAttributes OfMachine =
        MethodAttributes.Private | MethodAttributes.Final | MethodAttributes.Virtual | MethodAttributes.HideBySig
        | MethodAttributes.NewSlot;

    /// <summary>Whether this class verifies the method; rules are verified by <see cref="ImageBody"/>.</summary>
    internal static bool Holds(string method, ImageShape shape) =>
        method is ".ctor" or ".cctor" || shape == ImageShape.Submission || shape == ImageShape.Starter || shape == ImageShape.Details;

    /// <summary>Verifies a constructor, or the end of a switch that no case matches.</summary>
    internal void Verify(MethodDefinitionHandle handle, string owner, ImageShape shape)
    {
        var name = reader.GetString(reader.GetMethodDefinition(handle).Name);
        if (shape == ImageShape.Details)
        {
            RequireOneOf(
                handle, name,
                ["Ldarg 0", $"Newobj {SwitchFailed}::.ctor(Object)", "Throw"],
                [$"Newobj {SwitchFailed}::.ctor()", "Throw"]);
        }
        else if (name == ".cctor")
        {
            RequireOneOf(handle, name, [$"Newobj {owner}::.ctor()", $"Stsfld {owner}::<>9", "Ret"]);
        }
        else
        {
            var parent = types.Parent(owner) is "Object" ? "System.Object" : names.Type(reader, TypeOf(owner).BaseType);
            Require(reader.GetMethodDefinition(handle).Attributes == (Own | MethodAttributes.RTSpecialName)
                && Spelt(reader.GetMethodDefinition(handle)) == ".ctor instance Void()", "another constructor of", owner);
            RequireOneOf(handle, name, ["Ldarg 0", $"Call {parent}::.ctor()", "Ret"]);
        }
    }

    /// <summary>Verifies the entry point as a whole.</summary>
    /// <returns>The token of the method that creates the rules.</returns>
    internal int Verify()
    {
        var (submission, starter) = (One(ImageShape.Submission), One(ImageShape.Starter));
        var (own, machine) = (names.Type(reader, submission), names.Type(reader, starter));
        foreach (var (row, shape) in shapes)
        {
            VerifyPlace(MetadataTokens.TypeDefinitionHandle(row), shape, submission);
        }

        RequireFields(submission, $"<host-object> {Table}");
        RequireFields(starter, "<>1__state Int32", $"<>t__builder {Builder}");
        Require(types.IsValue(machine), "a state machine that is no value");
        RequireImplementations(starter);
        if (Methods(submission) is not [var begin, var constructor, var factory] || Methods(starter) is not [var move, var set])
        {
            throw new ImageRefusedException("another way in");
        }

        RequireMethod(begin, Own, "<Initialize>", $"instance {Result}()", machine);
        RequireOneOf(
            begin, "<Initialize>",
            [
                "Ldloca 0", $"Call {Builder}::Create()", $"Stfld {machine}::<>t__builder", "Ldloca 0", "Ldc_i4 -1",
                $"Stfld {machine}::<>1__state",
                "Ldloca 0", $"Ldflda {machine}::<>t__builder", "Ldloca 0", $"Call {Builder}::Start({machine}&)",
                "Ldloca 0", $"Ldflda {machine}::<>t__builder", $"Call {Builder}::get_Task()", "Ret",
            ]);
        RequireMethod(constructor, Own | MethodAttributes.RTSpecialName, ".ctor", "instance Void(Object[])");
        RequireOneOf(
            constructor, ".ctor",
            [
                "Ldarg 0", "Call System.Object::.ctor()", "Ldarg 1", "Ldc_i4 1", "Ldarg 0", "Stelem_ref",
                "Ldarg 0", "Ldarg 1", "Ldc_i4 0", "Ldelem_ref", $"Castclass {Table}", $"Stfld {own}::<host-object>", "Ret",
            ]);
        RequireMethod(factory, Own | MethodAttributes.Static, EntryMethod, $"{Result}(Object[])");
        RequireOneOf(factory, EntryMethod, ["Ldarg 0", $"Newobj {own}::.ctor(Object[])", $"Callvirt {own}::<Initialize>()", "Ret"]);
        RequireMethod(set, OfMachine, "SetStateMachine", $"instance Void({Machine})");
        RequireOneOf(set, "SetStateMachine",
            ["Ldarg 0", $"Ldflda {machine}::<>t__builder", "Ldarg 1", $"Call {Builder}::SetStateMachine({Machine})", "Ret"]);
        RequireMethod(move, OfMachine, "MoveNext", "instance Void()", Table, "System.Exception");
        VerifyMaking(Body(move), machine);
        return MetadataTokens.GetToken(factory);
    }

    // Where a type is nested, its attributes and its base type decide whether the runtime can load it at all.
    private void VerifyPlace(TypeDefinitionHandle handle, ImageShape shape, TypeDefinitionHandle submission)
    {
        var type = reader.GetTypeDefinition(handle);
        var (name, outer) = (reader.GetString(type.Name), type.GetDeclaringType());
        Require((type.Attributes & ~Unasked) == shape.Attributes && type.Namespace.IsNil, "another declaration of", name);
        Require(shape.IsOfTheSubmission ? outer == submission
            : (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NestedPrivate
            ? !outer.IsNil && shapes[MetadataTokens.GetRowNumber(outer)].Needed is not null
            : outer.IsNil, "another place of", name);
        Require(shape.Needed is not { } needed
            || type.GetMethods().Any(m => Spelt(reader.GetMethodDefinition(m)) == needed
                && (reader.GetMethodDefinition(m).Attributes & MethodAttributes.Virtual) != 0), "no rule in", name);
        if (!type.BaseType.IsNil && ImageNames.Arguments(names.Type(reader, type.BaseType)) is { IsEmpty: false } arguments)
        {
            var parents = shape == ImageShape.Rules ? [Place, "IndicatorRules.Contract.Rules.ItemSet"]
                : shape == ImageShape.Conclusion
                ?
                [
                    Place, "IndicatorRules.Contract.Conclusions.OutcomeSet", "IndicatorRules.Contract.Conclusions.DomainSet",
                    "IndicatorRules.Contract.Conclusions.KindSet",
                ]
                : shape == ImageShape.Checks
                ? [Place, "IndicatorRules.Contract.Checks.CheckedSet", "IndicatorRules.Contract.Checks.BackgroundSet"]
                : (string[])[];
            Require(arguments.Select(types.Parent).SequenceEqual(parents), "another parent of", name);
        }
    }

    private string Spelt(MethodDefinition method) =>
        $"{reader.GetString(method.Name)} {ImageNames.Method(method.DecodeSignature(names, null))}";

    // new RuleTable(new RuleContext[] { new Rule_0(), … }).With(…), within the compiler's exception handler.
    private void VerifyMaking(MethodBodyBlock body, string machine)
    {
        var lines = Lines(body, out var starts);
        var at = 2;
        for (; at + 3 < lines.Count && lines[at] == "Dup"; at += 4)
        {
            Require(lines[at + 1] == $"Ldc_i4 {(at - 2) / 4}" && IsNew(lines[at + 2], ImageShape.Rules)
                && lines[at + 3] == "Stelem_ref", "a table made otherwise");
        }

        Require(lines[0] == $"Ldc_i4 {(at - 2) / 4}" && lines[1] == $"Newarr {Rule}"
            && lines[at] == $"Newobj {Table}::.ctor({Rule}[])", "a table made otherwise");
        at++;
        foreach (var (shape, parameter) in ((ImageShape, string)[])[(ImageShape.Conclusion, Conclusion), (ImageShape.Checks, Checks)])
        {
            at += IsNew(lines[at], shape) && lines[at + 1].EndsWith($" {Table}::With({parameter})", StringComparison.Ordinal) ? 2 : 0;
        }

        string[] end =
        [
            "Stloc 0", $"Leave {at + 11}",
            "Stloc 1", "Ldarg 0", "Ldc_i4 -2", $"Stfld {machine}::<>1__state",
            "Ldarg 0", $"Ldflda {machine}::<>t__builder", "Ldloc 1", $"Call {Builder}::SetException(System.Exception)", $"Leave {at + 18}",
            "Ldarg 0", "Ldc_i4 -2", $"Stfld {machine}::<>1__state",
            "Ldarg 0", $"Ldflda {machine}::<>t__builder", "Ldloc 0", $"Call {Builder}::SetResult({Table})", "Ret",
        ];
        Require(lines.Skip(at).SequenceEqual(end), "a table made otherwise");
        Require(body.ExceptionRegions is [{ Kind: ExceptionRegionKind.Catch, TryOffset: 0 } region]
            && region.TryLength == starts[at + 2] && region.HandlerOffset == starts[at + 2]
            && region.HandlerLength == starts[at + 11] - starts[at + 2]
            && !region.CatchType.IsNil && names.Type(reader, region.CatchType) == "System.Exception", "exception handling");
    }

    private bool IsNew(string line, ImageShape shape) => line.StartsWith("Newobj ", StringComparison.Ordinal)
        && line.EndsWith("::.ctor()", StringComparison.Ordinal)
        && ImageNames.RowOf(line["Newobj ".Length..^"::.ctor()".Length]) is { } row && shapes[row] == shape;

    private void RequireOneOf(MethodDefinitionHandle handle, string name, params string[][] allowed)
    {
        var body = Body(handle);
        Require(body.ExceptionRegions.IsEmpty, "exception handling");
        var lines = Lines(body, out _);
        Require(allowed.Any(lines.SequenceEqual), "other instructions in", name);
    }

    private void RequireMethod(
        MethodDefinitionHandle handle, MethodAttributes attributes, string name, string signature, params string[] locals)
    {
        var method = reader.GetMethodDefinition(handle);
        Require(method.Attributes == attributes && Spelt(method) == $"{name} {signature}", "another way in");
        var body = Body(handle);
        var there = body.LocalSignature.IsNil ? [] : reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        Require(there.SequenceEqual(locals) && (locals.Length == 0 || body.LocalVariablesInitialized), "other locals in", name);
    }

    private void RequireFields(TypeDefinitionHandle type, params string[] fields)
    {
        var there = reader.GetTypeDefinition(type).GetFields().Select(f => reader.GetFieldDefinition(f))
            .Select(f => $"{reader.GetString(f.Name)} {f.DecodeSignature(names, null)}"
                + ((f.Attributes & FieldAttributes.Static) != 0 ? " static" : ""));
        Require(there.SequenceEqual(fields), "other fields in", reader.GetString(reader.GetTypeDefinition(type).Name));
    }

    // Explicit implementations of interface methods: only the state machine has them.
    private void RequireImplementations(TypeDefinitionHandle starter)
    {
        Require(reader.GetTableRowCount(TableIndex.MethodImpl) == 2
            && reader.GetTableRowCount(TableIndex.InterfaceImpl) == 1, "another way in");
        var own = names.Type(reader, starter);
        var there = reader.GetTypeDefinition(starter).GetMethodImplementations().Select(h => reader.GetMethodImplementation(h))
            .Select(m => members.Spelt(MetadataTokens.GetToken(m.MethodBody))
                + $" for {members.Spelt(MetadataTokens.GetToken(m.MethodDeclaration))}");
        string[] expected =
        [
            $"{own}::MoveNext() for {Machine}::MoveNext()",
            $"{own}::SetStateMachine({Machine}) for {Machine}::SetStateMachine({Machine})",
        ];
        Require(there.SequenceEqual(expected), "another way in");
    }

    private List<string> Lines(MethodBodyBlock body, out List<int> starts)
    {
        var lines = new List<string>();
        starts = [];
        var targets = new List<(int Line, int Target)>();
        for (var il = new ILScan(body.GetILReader()); il.Next();)
        {
            starts.Add(il.Offset);
            targets.AddRange(il.Targets.Select(t => (lines.Count, t)));
            var operand = il.Token is { } token ? members.Spelt(token)
                : il.Code is ILOpCode.Ldarg or ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc or ILOpCode.Ldc_i4
                ? il.Number.ToString(CultureInfo.InvariantCulture)
                : "";
            lines.Add(operand.Length > 0 ? $"{il.Code} {operand}" : $"{il.Code}");
        }

        foreach (var (line, target) in targets)
        {
            lines[line] += $" {starts.IndexOf(target).ToString(CultureInfo.InvariantCulture)}";
        }

        return lines;
    }

    private MethodBodyBlock Body(MethodDefinitionHandle handle) =>
        pe.GetMethodBody(reader.GetMethodDefinition(handle).RelativeVirtualAddress);

    private List<MethodDefinitionHandle> Methods(TypeDefinitionHandle type) => [.. reader.GetTypeDefinition(type).GetMethods()];

    private TypeDefinition TypeOf(string own) =>
        reader.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(ImageNames.RowOf(own)!.Value));

    private TypeDefinitionHandle One(ImageShape shape)
    {
        var rows = shapes.Where(s => s.Value == shape).Select(s => s.Key).ToList();
        return rows is [var row] ? MetadataTokens.TypeDefinitionHandle(row) : throw new ImageRefusedException("no way in, or several");
    }

    private static void Require(bool holds, string what, object? which = null)
    {
        if (!holds)
        {
            throw new ImageRefusedException(which is null ? what : $"{what} {which}");
        }
    }
}
