using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Steps through a method's IL, one instruction at a time.</summary>
internal struct ILScan
{
    private BlobReader _il;

    internal ILScan(BlobReader il)
    {
        _il = il;
        LeadsForward = true;
    }

    internal ILOpCode OpCode { get; private set; }

    /// <summary>The token that the instruction names; null when it names none.</summary>
    internal int? Token { get; private set; }

    /// <summary>Whether every way out of the instruction leads to a later one.</summary>
    internal bool LeadsForward { get; private set; }

    internal bool Next()
    {
        if (_il.RemainingBytes == 0)
        {
            return false;
        }

        var first = _il.ReadByte();
        OpCode = (ILOpCode)(first == 0xFE ? 0xFE00 | _il.ReadByte() : first);
        Token = null;
        LeadsForward = true;
        if (OpCode == ILOpCode.Switch)
        {
            ReadSwitch();
        }
        else if (OpCode.IsBranch())
        {
            var distance = OpCode.GetBranchOperandSize() == 1 ? _il.ReadSByte() : _il.ReadInt32();
            LeadsForward = distance >= 0;
        }
        else
        {
            ReadOperand();
        }

        return true;
    }

    private void ReadSwitch()
    {
        var count = _il.ReadUInt32();
        for (var i = 0; i < count; i++)
        {
            LeadsForward &= _il.ReadInt32() >= 0;
        }
    }

    private void ReadOperand()
    {
        switch (OpCode)
        {
            case ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s or ILOpCode.Stloc_s or ILOpCode.Ldc_i4_s:
                _il.ReadByte();
                break;
            case ILOpCode.Ldarg or ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc:
                _il.ReadUInt16();
                break;
            case ILOpCode.Ldc_i4:
                _il.ReadInt32();
                break;
            case ILOpCode.Ldc_i8:
                _il.ReadInt64();
                break;
            case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Initobj or ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld
                or ILOpCode.Ldsfld or ILOpCode.Stsfld or ILOpCode.Ldftn or ILOpCode.Newarr or ILOpCode.Castclass or ILOpCode.Box:
                Token = _il.ReadInt32();
                break;
            case ILOpCode.Ldstr:
                _il.ReadInt32();
                break;
        }
    }
}
