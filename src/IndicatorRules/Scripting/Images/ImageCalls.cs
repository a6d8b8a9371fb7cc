using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IndicatorRules.Scripting.Images;

/// <summary>Holds the calls among an image's own methods to having no circle: with no way back in any method, all come to an end.</summary>
internal static class ImageCalls
{
    /// <exception cref="ImageRefusedException">A method reaches itself.</exception>
    internal static void CheckNoCircle(MetadataReader reader, PEReader pe)
    {
        var callees = reader.MethodDefinitions.ToDictionary(m => m, m => Called(reader.GetMethodDefinition(m), pe));
        var waiting = callees.ToDictionary(c => c.Key, c => c.Value.Count);
        var callers = callees.SelectMany(c => c.Value.Select(callee => (Callee: callee, Caller: c.Key))).ToLookup(c => c.Callee, c => c.Caller);
        var ended = new Queue<MethodDefinitionHandle>(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        var count = 0;
        while (ended.TryDequeue(out var method))
        {
            count++;
            foreach (var caller in callers[method])
            {
                if (--waiting[caller] == 0)
                {
                    ended.Enqueue(caller);
                }
            }
        }

        if (count < callees.Count)
        {
            throw new ImageRefusedException("methods that call each other in a circle");
        }
    }

    private static HashSet<MethodDefinitionHandle> Called(MethodDefinition method, PEReader pe)
    {
        var called = new HashSet<MethodDefinitionHandle>();
        if (method.RelativeVirtualAddress == 0)
        {
            return called;
        }

        for (var il = new ILScan(pe.GetMethodBody(method.RelativeVirtualAddress).GetILReader()); il.Next();)
        {
            if (il.Token is { } token && MetadataTokens.EntityHandle(token) is { Kind: HandleKind.MethodDefinition } handle)
            {
                called.Add((MethodDefinitionHandle)handle);
            }
        }

        return called;
    }
}
