using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Holds one method's IL to the opcodes of compiled rules, every branch of it leading forward.</summary>
internal static class ImageBody
{
    private const int MaxBytes = 256 * 1024;

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
            if (!IsAllowed(il.OpCode) && !MayBesides(set, il.OpCode))
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

    private static bool IsAllowed(ILOpCode code) => code is
        ILOpCode.Nop or ILOpCode.Dup or ILOpCode.Pop or ILOpCode.Ret
        or ILOpCode.Ldarg_0 or ILOpCode.Ldarg_1 or ILOpCode.Ldarg_2 or ILOpCode.Ldarg_3 or ILOpCode.Ldarg_s or ILOpCode.Ldarg or ILOpCode.Starg_s
        or ILOpCode.Ldloc_0 or ILOpCode.Ldloc_1 or ILOpCode.Ldloc_2 or ILOpCode.Ldloc_3 or ILOpCode.Ldloc_s or ILOpCode.Ldloc
        or ILOpCode.Stloc_0 or ILOpCode.Stloc_1 or ILOpCode.Stloc_2 or ILOpCode.Stloc_3 or ILOpCode.Stloc_s or ILOpCode.Stloc
        or ILOpCode.Ldloca_s or ILOpCode.Ldloca or ILOpCode.Ldarga_s or ILOpCode.Ldnull or ILOpCode.Ldstr
        or ILOpCode.Ldc_i4_m1 or ILOpCode.Ldc_i4_0 or ILOpCode.Ldc_i4_1 or ILOpCode.Ldc_i4_2 or ILOpCode.Ldc_i4_3 or ILOpCode.Ldc_i4_4
        or ILOpCode.Ldc_i4_5 or ILOpCode.Ldc_i4_6 or ILOpCode.Ldc_i4_7 or ILOpCode.Ldc_i4_8 or ILOpCode.Ldc_i4_s or ILOpCode.Ldc_i4
        or ILOpCode.Ldc_i8 or ILOpCode.Conv_i8
        or ILOpCode.Br_s or ILOpCode.Br or ILOpCode.Brfalse_s or ILOpCode.Brfalse or ILOpCode.Brtrue_s or ILOpCode.Brtrue
        or ILOpCode.Beq_s or ILOpCode.Beq or ILOpCode.Bge_s or ILOpCode.Bge or ILOpCode.Bgt_s or ILOpCode.Bgt
        or ILOpCode.Ble_s or ILOpCode.Ble or ILOpCode.Blt_s or ILOpCode.Blt
        or ILOpCode.Bne_un_s or ILOpCode.Bne_un or ILOpCode.Bge_un_s or ILOpCode.Bge_un or ILOpCode.Bgt_un_s or ILOpCode.Bgt_un
        or ILOpCode.Ble_un_s or ILOpCode.Ble_un or ILOpCode.Blt_un_s or ILOpCode.Blt_un or ILOpCode.Switch
        or ILOpCode.Ceq or ILOpCode.Cgt or ILOpCode.Cgt_un or ILOpCode.Clt or ILOpCode.Clt_un
        or ILOpCode.Add or ILOpCode.Sub or ILOpCode.Mul or ILOpCode.Div or ILOpCode.Add_ovf or ILOpCode.Sub_ovf or ILOpCode.Mul_ovf
        or ILOpCode.Rem or ILOpCode.Neg or ILOpCode.And or ILOpCode.Or or ILOpCode.Not or ILOpCode.Xor
        or ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Initobj or ILOpCode.Ldftn or ILOpCode.Box
        or ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld or ILOpCode.Ldsfld or ILOpCode.Stsfld;

    private static bool MayBesides(InstructionSet set, ILOpCode code) =>
        (set == InstructionSet.Starter && IsInStarter(code)) || (set == InstructionSet.Details && code == ILOpCode.Throw);

    // The submission's slots, its table of rules, and the way out of its own exception handler.
    private static bool IsInStarter(ILOpCode code) => code is ILOpCode.Ldelem_ref or ILOpCode.Castclass or ILOpCode.Newarr or ILOpCode.Stelem_ref
        or ILOpCode.Leave or ILOpCode.Leave_s;

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
