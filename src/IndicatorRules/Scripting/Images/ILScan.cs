using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorRules.Scripting.Images;

/// <summary>Steps through a method's IL, one instruction at a time.</summary>
internal struct ILScan
{
    private readonly List<int> _targets = [];
    private BlobReader _il;

    internal ILScan(BlobReader il) => _il = il;

    /// <summary>Where the instruction starts.</summary>
    internal int Offset { get; private set; }

    internal ILOpCode OpCode { get; private set; }

    /// <summary>The token that the instruction names; null when it names none.</summary>
    internal int? Token { get; private set; }

    /// <summary>Where the instruction may lead besides the next one.</summary>
    internal readonly IReadOnlyList<int> Targets => _targets;

    internal bool Next()
    {
        if (_il.RemainingBytes == 0)
        {
            return false;
        }

        Offset = _il.Offset;
        _targets.Clear();
        var first = _il.ReadByte();
        OpCode = (ILOpCode)(first == 0xFE ? 0xFE00 | _il.ReadByte() : first);
        Token = null;
        if (OpCode == ILOpCode.Switch)
        {
            ReadSwitch();
        }
        else if (OpCode.IsBranch())
        {
            var distance = OpCode.GetBranchOperandSize() == 1 ? _il.ReadSByte() : _il.ReadInt32();
            _targets.Add(_il.Offset + distance);
        }
        else
        {
            ReadOperand();
        }

        return true;
    }

    private void ReadSwitch()
    {
        var count = _il.ReadInt32();
        if (count < 0 || count > _il.RemainingBytes / sizeof(int))
        {
            throw new ImageRefusedException("a switch longer than its method");
        }

        var next = _il.Offset + (count * sizeof(int));
        for (; count > 0; count--)
        {
            _targets.Add(next + _il.ReadInt32());
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
