using System.Reflection.Metadata;

namespace IndicatorRules.Scripting.Images;

/// <summary>Reads a method's IL, one instruction at a time.</summary>
internal struct ILScan
{
    private readonly List<int> _targets = [];
    private BlobReader _il;

    internal ILScan(BlobReader il) => _il = il;

    /// <summary>The offset of the instruction.</summary>
    internal int Offset { get; private set; }

    /// <summary>The offset of the next one.</summary>
    internal readonly int End => _il.Offset;

    /// <summary>The instruction in its longest form: <c>ldarg</c> for <c>ldarg.0</c> and <c>ldarg.s</c>.</summary>
    internal ILOpCode Code { get; private set; }

    /// <summary>The index of the variable or argument, or the constant; 0 for other instructions.</summary>
    internal long Number { get; private set; }

    /// <summary>The token operand; null when the instruction has none.</summary>
    internal int? Token { get; private set; }

    /// <summary>The offsets that the instruction may branch to.</summary>
    internal readonly IReadOnlyList<int> Targets => _targets;

    internal bool Next()
    {
        if (_il.RemainingBytes == 0)
        {
            return false;
        }

        Offset = _il.Offset;
        _targets.Clear();
        (Token, Number) = (null, 0);
        var first = _il.ReadByte();
        Code = (ILOpCode)(first == 0xFE ? 0xFE00 | _il.ReadByte() : first);
        if (Code == ILOpCode.Switch)
        {
            ReadSwitch();
        }
        else if (Code.IsBranch())
        {
            var distance = Code.GetBranchOperandSize() == 1 ? _il.ReadSByte() : _il.ReadInt32();
            _targets.Add(_il.Offset + distance);
            Code = Code.GetLongBranch();
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
        switch (Code)
        {
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                (Code, Number) = (ILOpCode.Ldarg, Code - ILOpCode.Ldarg_0);
                break;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3:
                (Code, Number) = (ILOpCode.Ldloc, Code - ILOpCode.Ldloc_0);
                break;
            case >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3:
                (Code, Number) = (ILOpCode.Stloc, Code - ILOpCode.Stloc_0);
                break;
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8:
                (Code, Number) = (ILOpCode.Ldc_i4, (int)Code - (int)ILOpCode.Ldc_i4_0);
                break;
            case ILOpCode.Ldc_i4_s:
                (Code, Number) = (ILOpCode.Ldc_i4, _il.ReadSByte());
                break;
            case ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s or ILOpCode.Stloc_s:
                (Code, Number) = (Long(Code), _il.ReadByte());
                break;
            case ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Starg or ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc:
                Number = _il.ReadUInt16();
                break;
            case ILOpCode.Ldc_i4:
                Number = _il.ReadInt32();
                break;
            case ILOpCode.Ldc_i8:
                Number = _il.ReadInt64();
                break;
            case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Initobj or ILOpCode.Ldfld
                or ILOpCode.Ldflda or ILOpCode.Stfld
                or ILOpCode.Ldsfld or ILOpCode.Stsfld or ILOpCode.Ldftn or ILOpCode.Newarr or ILOpCode.Castclass
                or ILOpCode.Box or ILOpCode.Ldstr:
                Token = _il.ReadInt32();
                break;
        }
    }

    private static ILOpCode Long(ILOpCode code) => code switch
    {
        ILOpCode.Ldarg_s => ILOpCode.Ldarg,
        ILOpCode.Ldarga_s => ILOpCode.Ldarga,
        ILOpCode.Starg_s => ILOpCode.Starg,
        ILOpCode.Ldloc_s => ILOpCode.Ldloc,
        ILOpCode.Ldloca_s => ILOpCode.Ldloca,
        _ => ILOpCode.Stloc,
    };
}
