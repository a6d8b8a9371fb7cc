using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace IndicatorRules.Scripting.Images;

/// <summary>Verifies one method's IL: allowed instructions only, forward branches only, and operands of the expected types.</summary>
/// <remarks>One pass is enough: without backward branches, all paths to an instruction are known before it is reached.</remarks>
internal sealed class ImageBody
{
    /// <summary>Prefix of a method's row while its code is on the stack (<c>ldftn</c>), before a delegate is made of it.</summary>
    internal const string Code = "code:";

    private const int MaxBytes = 256 * 1024;
    private const int MaxStack = 512;

    private readonly ImageMembers _members;
    private readonly ImageTypes _types;
    private readonly ImageMethod _method;
    private readonly MethodBodyBlock _body;
    private readonly ImmutableArray<string> _locals;
    private readonly Dictionary<int, string[]> _waiting = [];
    private readonly List<string> _stack = [];
    // The instructions just before, as long as no branch leads between them.
    private readonly List<string> _before = [];
    private bool _runsOn = true;

    private ImageBody(ImageMembers members, ImageTypes types, ImageMethod method, MethodBodyBlock body, ImmutableArray<string> locals) =>
        (_members, _types, _method, _body, _locals) = (members, types, method, body, locals);

    /// <exception cref="ImageRefusedException">Compiled rules have no such method.</exception>
    internal static void Verify(
        ImageMembers members, ImageTypes types, ImageMethod method, MethodBodyBlock body, ImmutableArray<string> locals)
    {
        Require(body.Size <= MaxBytes, $"a method of {body.Size} bytes");
        Require(body.ExceptionRegions.IsEmpty, "exception handling");
        Require(body.LocalVariablesInitialized || locals.IsEmpty, "locals that hold anything");
        Require(body.MaxStack <= MaxStack, $"a stack of {body.MaxStack}");
        Require(!locals.Any(l => l.EndsWith('&')), "a local that is an address");
        new ImageBody(members, types, method, body, locals).Run();
    }

    private void Run()
    {
        for (var il = new ILScan(_body.GetILReader()); il.Next();)
        {
            foreach (var target in il.Targets)
            {
                Require(target >= il.End, "a branch that leads back");
            }
        }

        for (var il = new ILScan(_body.GetILReader()); il.Next();)
        {
            Arrive(il.Offset);
            Step(il);
            Require(_stack.Count <= _body.MaxStack, "a stack that is too low");
            foreach (var target in il.Targets)
            {
                Meet(target);
            }

            _runsOn = il.Code is not (ILOpCode.Br or ILOpCode.Ret);
        }

        Require(_waiting.Count == 0, "a branch into the middle of an instruction");
        Require(!_runsOn, "a method that does not return");
    }

    // Branches are forward, so every branch to this offset has been seen.
    private void Arrive(int offset)
    {
        if (!_waiting.Remove(offset, out var met))
        {
            Require(_runsOn, "an instruction that nothing leads to");
            return;
        }

        _before.Clear();
        if (_runsOn)
        {
            Join(met, _stack);
        }

        _stack.Clear();
        _stack.AddRange(met);
    }

    private void Meet(int target)
    {
        if (_waiting.TryGetValue(target, out var met))
        {
            Join(met, _stack);
        }
        else
        {
            _waiting.Add(target, [.. _stack]);
        }
    }

    private void Join(string[] met, List<string> other)
    {
        Require(met.Length == other.Count, "ways that meet with different stacks");
        for (var i = 0; i < met.Length; i++)
        {
            met[i] = met[i] == other[i] ? met[i] : _types.Common(met[i], other[i]) ?? throw Refused("ways that meet with different types");
        }
    }

    private void Step(in ILScan il)
    {
        switch (il.Code)
        {
            case ILOpCode.Nop or ILOpCode.Br:
                break;
            case ILOpCode.Dup:
                Push(Peek());
                break;
            case ILOpCode.Pop:
                Pop();
                break;
            case ILOpCode.Ret:
                Return();
                break;
            case ILOpCode.Ldarg:
                Push(Of(_method.Arguments, il.Number));
                break;
            case ILOpCode.Ldarga:
                Push(Address(Of(_method.Arguments, il.Number)));
                break;
            case ILOpCode.Starg:
                Take(Of(_method.Arguments, il.Number));
                break;
            case ILOpCode.Ldloc:
                Push(Of(_locals, il.Number));
                break;
            case ILOpCode.Ldloca:
                Push(Address(Of(_locals, il.Number)));
                break;
            case ILOpCode.Stloc:
                Take(Of(_locals, il.Number));
                break;
            case ILOpCode.Ldnull:
                Push(ImageTypes.Nothing);
                break;
            case ILOpCode.Ldstr:
                _members.RequireText(il.Token!.Value);
                Push("String");
                break;
            case ILOpCode.Ldc_i4:
                Push(ImageTypes.Number);
                break;
            case ILOpCode.Ldc_i8:
                Push(ImageTypes.LongNumber);
                break;
            case ILOpCode.Conv_i8:
                Take(ImageTypes.Number);
                Push(ImageTypes.LongNumber);
                break;
            case ILOpCode.Brtrue or ILOpCode.Brfalse:
                Require(Pop() is var asked && (asked == ImageTypes.Number || _types.IsReference(asked)), "a branch on something else");
                break;
            case ILOpCode.Switch:
                Take(ImageTypes.Number);
                break;
            case ILOpCode.Beq or ILOpCode.Bne_un or ILOpCode.Ceq or ILOpCode.Cgt_un:
                Compare(orWithNull: true);
                Answer(il.Code);
                break;
            case ILOpCode.Bge or ILOpCode.Bgt or ILOpCode.Ble or ILOpCode.Blt or ILOpCode.Bge_un or ILOpCode.Bgt_un
                or ILOpCode.Ble_un or ILOpCode.Blt_un
                or ILOpCode.Cgt or ILOpCode.Clt or ILOpCode.Clt_un:
                Compare(orWithNull: false);
                Answer(il.Code);
                break;
            case ILOpCode.Add or ILOpCode.Sub or ILOpCode.Mul or ILOpCode.Div or ILOpCode.Rem or ILOpCode.Add_ovf
                or ILOpCode.Sub_ovf or ILOpCode.Mul_ovf
                or ILOpCode.And or ILOpCode.Or or ILOpCode.Xor:
                Push(Compare(orWithNull: false));
                break;
            case ILOpCode.Neg or ILOpCode.Not:
                Require(Peek() is ImageTypes.Number or ImageTypes.LongNumber, "arithmetic on something else");
                break;
            default:
                StepWithToken(il);
                break;
        }

        Note(il);
    }

    private void StepWithToken(in ILScan il)
    {
        if (il.Token is not { } token)
        {
            throw Refused($"the instruction {il.Code}");
        }

        switch (il.Code)
        {
            case ILOpCode.Call or ILOpCode.Callvirt:
                Call(_members.Called(token, _method, il.Code));
                break;
            case ILOpCode.Newobj:
                Make(_members.Made(token));
                break;
            case ILOpCode.Ldftn:
                Push(Code + _members.Pointed(token).Row);
                break;
            case ILOpCode.Ldfld:
                Push(Field(token, orValue: true).Type);
                break;
            case ILOpCode.Ldflda:
                Push(Address(Field(token).Type));
                break;
            case ILOpCode.Stfld:
                var value = Pop();
                var written = Field(token);
                Require(_types.Fits(value, written.Type), "a field set to something else");
                break;
            case ILOpCode.Ldsfld:
                Push(_members.StaticField(token).Type);
                break;
            case ILOpCode.Stsfld:
                KeepLambda(_members.StaticField(token));
                break;
            case ILOpCode.Initobj:
                var cleared = _members.Type(token);
                Require(_types.IsValue(cleared), "a reference cleared as a value");
                Take(Address(cleared));
                break;
            case ILOpCode.Box:
                Box(_members.Type(token));
                break;
            default:
                throw Refused($"the instruction {il.Code}");
        }
    }

    private void Return()
    {
        if (_method.Returns != "Void")
        {
            Take(_method.Returns);
        }

        Require(_stack.Count == 0, "a return that leaves something behind");
    }

    private void Call(ImageCallee callee)
    {
        TakeAll(callee.Parameters);
        if (callee.Receiver is { } receiver)
        {
            Take(_types.IsValue(receiver) ? Address(receiver) : receiver);
        }

        if (callee.Returns != "Void")
        {
            Push(callee.Returns);
        }
    }

    private void Make(ImageCallee made)
    {
        var type = made.Receiver!;
        if (type.StartsWith("System.Func`2<", StringComparison.Ordinal))
        {
            MakeLambda(type);
        }
        else
        {
            TakeAll(made.Parameters);
        }

        Push(type);
    }

    // A delegate's method must have the delegate's parameters, and be called on an object of its own type.
    private void MakeLambda(string type)
    {
        var code = Pop();
        Require(code.StartsWith(Code, StringComparison.Ordinal), "a delegate of no method");
        var pointed = _members.Pointed(code);
        var on = Pop();
        Require(on == pointed.Receiver, "a delegate on something else");
        Require(ImageNames.Arguments(type) is [var taken, var given] && pointed.Parameters is [var parameter]
            && parameter == taken && pointed.Returns == given, "a delegate of another method");
    }

    private ImageField Field(int token, bool orValue = false)
    {
        var field = _members.Field(token);
        var of = Pop();
        var ofValue = _types.IsValue(field.Owner);
        Require((ofValue && of == Address(field.Owner)) || ((!ofValue || orValue) && of == field.Owner), "a field of something else");
        return field;
    }

    // The cached delegate of a lambda without captures is the only thing that may be stored; <>9 is that field.
    private void KeepLambda(ImageField field)
    {
        var kept = Pop();
        Require(_types.Fits(kept, field.Type), "a field set to something else");
        Require(_before is [.., var holder, var code, var made, "Dup"] && holder == $"Ldsfld {field.Owner}"
            && code == $"Ldftn {field.Owner}"
            && made == $"Newobj {field.Type}" && field.Type != field.Owner, "a static field that is set");
    }

    private void Box(string type)
    {
        var value = type switch { "System.Int32" => ImageTypes.Number, "System.Boolean" => ImageTypes.Number, _ => type };
        Require(value == ImageTypes.Number || _types.IsValue(value), "a reference boxed");
        Take(value);
        Push("Object");
    }

    // References may be compared with null only; whether two words share an object is internal to the contract.
    private string Compare(bool orWithNull)
    {
        var (right, left) = (Pop(), Pop());
        Require((left == right && left is ImageTypes.Number or ImageTypes.LongNumber)
            || (orWithNull && (left == ImageTypes.Nothing || right == ImageTypes.Nothing) && _types.IsReference(left)
                && _types.IsReference(right)),
            "a comparison of different types or of references");
        return left;
    }

    private void Answer(ILOpCode code)
    {
        if (!code.IsBranch())
        {
            Push(ImageTypes.Number);
        }
    }

    private void Note(in ILScan il)
    {
        if (il.Code.IsBranch())
        {
            _before.Clear();
            return;
        }

        _before.Add(il.Code is ILOpCode.Ldsfld or ILOpCode.Ldftn or ILOpCode.Newobj
            ? $"{il.Code} {_members.OwnerOf(il.Token!.Value)}" : $"{il.Code}");
        if (_before.Count > 4)
        {
            _before.RemoveAt(0);
        }
    }

    private void TakeAll(ImmutableArray<string> types)
    {
        for (var i = types.Length - 1; i >= 0; i--)
        {
            Take(types[i]);
        }
    }

    private void Take(string type)
    {
        var taken = Pop();
        Require(_types.Fits(taken, type), "a value of another type");
    }

    private void Push(string type) => _stack.Add(_types.OnStack(type));

    private string Peek() => _stack.Count > 0 ? _stack[^1] : throw Refused("a stack that is empty");

    private string Pop()
    {
        var top = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    // An address keeps the exact type of a number (Byte is not widened to Int32).
    private static string Address(string type) => type.EndsWith('&') ? throw Refused("an address of an address") : type + "&";

    private static string Of(ImmutableArray<string> variables, long number) =>
        number < variables.Length ? variables[(int)number] : throw Refused("a variable that is not there");

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw Refused(what);
        }
    }

    private static ImageRefusedException Refused(string what) => new(what);
}
