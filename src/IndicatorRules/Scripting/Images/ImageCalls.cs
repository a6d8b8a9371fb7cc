using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IndicatorRules.Scripting.Images;

/// <summary>Verifies that no method of an image can reach itself; without backward branches, every call then terminates.</summary>
internal static class ImageCalls
{
    /// <exception cref="ImageRefusedException">A method reaches itself.</exception>
    internal static void VerifyNoCircle(MetadataReader reader, PEReader pe)
    {
        var methods = reader.MethodDefinitions.Count;
        var callers = new List<int>?[methods + 1];
        var waiting = new int[methods + 1];
        var ended = new Stack<int>();
        foreach (var handle in reader.MethodDefinitions)
        {
            var caller = MetadataTokens.GetRowNumber(handle);
            foreach (var callee in Called(reader.GetMethodDefinition(handle), pe))
            {
                (callers[callee] ??= []).Add(caller);
                waiting[caller]++;
            }

            if (waiting[caller] == 0)
            {
                ended.Push(caller);
            }
        }

        if (CountEnding(ended, callers, waiting) < methods)
        {
            throw new ImageRefusedException("methods that call each other in a circle");
        }
    }

    // Topological order, from the methods that call nothing upwards; methods on a cycle are never counted.
    private static int CountEnding(Stack<int> ended, List<int>?[] callers, int[] waiting)
    {
        var count = 0;
        while (ended.TryPop(out var method))
        {
            count++;
            foreach (var caller in callers[method] ?? [])
            {
                if (--waiting[caller] == 0)
                {
                    ended.Push(caller);
                }
            }
        }

        return count;
    }

    // The rows of the called methods in the MethodDef table.
    private static HashSet<int> Called(MethodDefinition method, PEReader pe)
    {
        var called = new HashSet<int>();
        if (method.RelativeVirtualAddress == 0)
        {
            return called;
        }

        for (var il = new ILScan(pe.GetMethodBody(method.RelativeVirtualAddress).GetILReader()); il.Next();)
        {
            if (il.Token is { } token && (uint)token >> 24 == 0x06)
            {
                called.Add(token & 0xFFFFFF);
            }
        }

        return called;
    }
}
