using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Holds one method's IL to the opcodes of compiled rules, every branch of it leading forward.</summary>
internal static class ImageBody
{
    private const int MaxBytes = 256 * 1024;

    private static readonly FrozenSet<ILOpCode> Allowed = new[]
    {
        ILOpCode.Nop, ILOpCode.Dup, ILOpCode.Pop, ILOpCode.Ret,
        ILOpCode.Ldarg_0, ILOpCode.Ldarg_1, ILOpCode.Ldarg_2, ILOpCode.Ldarg_3, ILOpCode.Ldarg_s, ILOpCode.Ldarg, ILOpCode.Starg_s,
        ILOpCode.Ldloc_0, ILOpCode.Ldloc_1, ILOpCode.Ldloc_2, ILOpCode.Ldloc_3, ILOpCode.Ldloc_s, ILOpCode.Ldloc,
        ILOpCode.Stloc_0, ILOpCode.Stloc_1, ILOpCode.Stloc_2, ILOpCode.Stloc_3, ILOpCode.Stloc_s, ILOpCode.Stloc,
        ILOpCode.Ldloca_s, ILOpCode.Ldloca, ILOpCode.Ldarga_s, ILOpCode.Ldnull, ILOpCode.Ldstr,
        ILOpCode.Ldc_i4_m1, ILOpCode.Ldc_i4_0, ILOpCode.Ldc_i4_1, ILOpCode.Ldc_i4_2, ILOpCode.Ldc_i4_3, ILOpCode.Ldc_i4_4,
        ILOpCode.Ldc_i4_5, ILOpCode.Ldc_i4_6, ILOpCode.Ldc_i4_7, ILOpCode.Ldc_i4_8, ILOpCode.Ldc_i4_s, ILOpCode.Ldc_i4, ILOpCode.Ldc_i8, ILOpCode.Conv_i8,
        ILOpCode.Br_s, ILOpCode.Br, ILOpCode.Brfalse_s, ILOpCode.Brfalse, ILOpCode.Brtrue_s, ILOpCode.Brtrue,
        ILOpCode.Beq_s, ILOpCode.Beq, ILOpCode.Bge_s, ILOpCode.Bge, ILOpCode.Bgt_s, ILOpCode.Bgt, ILOpCode.Ble_s, ILOpCode.Ble,
        ILOpCode.Blt_s, ILOpCode.Blt, ILOpCode.Bne_un_s, ILOpCode.Bne_un, ILOpCode.Bge_un_s, ILOpCode.Bge_un, ILOpCode.Bgt_un_s,
        ILOpCode.Bgt_un, ILOpCode.Ble_un_s, ILOpCode.Ble_un, ILOpCode.Blt_un_s, ILOpCode.Blt_un, ILOpCode.Switch,
        ILOpCode.Ceq, ILOpCode.Cgt, ILOpCode.Cgt_un, ILOpCode.Clt, ILOpCode.Clt_un, ILOpCode.Add, ILOpCode.Sub, ILOpCode.Mul, ILOpCode.Div,
        ILOpCode.Add_ovf, ILOpCode.Sub_ovf, ILOpCode.Mul_ovf,
        ILOpCode.Rem, ILOpCode.Neg, ILOpCode.And, ILOpCode.Or, ILOpCode.Not, ILOpCode.Xor,
        ILOpCode.Call, ILOpCode.Callvirt, ILOpCode.Newobj, ILOpCode.Initobj, ILOpCode.Ldfld, ILOpCode.Ldflda, ILOpCode.Stfld, ILOpCode.Ldsfld, ILOpCode.Stsfld, ILOpCode.Ldftn,
        ILOpCode.Box,
    }.ToFrozenSet();

    // The submission's slots, its table of rules, and the way out of its own exception handler.
    private static readonly FrozenSet<ILOpCode> InStarter = new[]
    {
        ILOpCode.Ldelem_ref, ILOpCode.Castclass, ILOpCode.Newarr, ILOpCode.Stelem_ref, ILOpCode.Leave, ILOpCode.Leave_s,
    }.ToFrozenSet();

    internal static void Check(
        MetadataReader reader, ImageNames names, string method, MethodBodyBlock body, InstructionSet set, Action<string> requireType)
    {
        if (body.Size > MaxBytes)
        {
            throw new ImageRefusedException($"a method of {body.Size} bytes");
        }

        if (!body.ExceptionRegions.IsEmpty && set != InstructionSet.Starter)
        {
            throw new ImageRefusedException("exception handling");
        }

        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null))
            {
                requireType(local);
            }
        }

        var starts = new HashSet<int>();
        var targets = new HashSet<int>();
        for (var il = new ILScan(body.GetILReader()); il.Next();)
        {
            starts.Add(il.Offset);
            if (!Allowed.Contains(il.OpCode) && !MayBesides(set, il.OpCode))
            {
                throw new ImageRefusedException($"the instruction {il.OpCode}");
            }

            foreach (var target in il.Targets)
            {
                targets.Add(target > il.Offset ? target : throw new ImageRefusedException("a branch that leads back"));
            }

            CheckToken(il, method, reader);
        }

        if (!targets.IsSubsetOf(starts))
        {
            throw new ImageRefusedException("a branch into the middle of an instruction");
        }
    }

    private static bool MayBesides(InstructionSet set, ILOpCode code) =>
        (set == InstructionSet.Starter && InStarter.Contains(code)) || (set == InstructionSet.Details && code == ILOpCode.Throw);

    // Members and types are on the list already, whoever names them; what is left is the kind of token an opcode takes.
    private static void CheckToken(ILScan il, string method, MetadataReader reader)
    {
        if (il.Token is not { } token)
        {
            return;
        }

        var handle = MetadataTokens.EntityHandle(token);
        var kind = handle.Kind;
        if (!MetadataTokens.TryGetTableIndex(kind, out var table) || MetadataTokens.GetRowNumber(handle) is var row
            && (row == 0 || row > reader.GetTableRowCount(table)))
        {
            throw new ImageRefusedException("a token that names nothing");
        }

        if (kind == HandleKind.MemberReference)
        {
            CheckVirtual(il, method, reader.GetString(reader.GetMemberReference((MemberReferenceHandle)handle).Name));
        }

        var fits = il.OpCode switch
        {
            ILOpCode.Ldftn => kind == HandleKind.MethodDefinition,
            ILOpCode.Call or ILOpCode.Callvirt => kind is HandleKind.MethodDefinition or HandleKind.MemberReference || IsListed(reader, kind, token),
            ILOpCode.Newobj => kind is HandleKind.MethodDefinition or HandleKind.MemberReference,
            ILOpCode.Ldsfld => kind is HandleKind.FieldDefinition or HandleKind.MemberReference,
            ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld or ILOpCode.Stsfld => kind is HandleKind.FieldDefinition,
            ILOpCode.Newarr or ILOpCode.Castclass or ILOpCode.Box or ILOpCode.Initobj => kind is HandleKind.TypeReference or HandleKind.TypeDefinition or HandleKind.TypeSpecification,
            ILOpCode.Ldstr => true,
            _ => false,
        };
        if (!fits)
        {
            throw new ImageRefusedException($"{il.OpCode} of a {kind}");
        }
    }

    // What the image itself overrides would lead back into it; only the base's own may be asked, from the override.
    private static void CheckVirtual(ILScan il, string method, string called)
    {
        if (called is "MoveNext" or "Rule" || (called == "SetStateMachine" && (il.OpCode != ILOpCode.Call || method != "SetStateMachine"))
            || (called == "StageRule" && (il.OpCode != ILOpCode.Call || method != "StageRule")))
        {
            throw new ImageRefusedException($"a call of {called}");
        }
    }

    private static bool IsListed(MetadataReader reader, HandleKind kind, int token) => kind == HandleKind.MethodSpecification
        && reader.GetMethodSpecification((MethodSpecificationHandle)MetadataTokens.EntityHandle(token)).Method.Kind == HandleKind.MemberReference;
}
