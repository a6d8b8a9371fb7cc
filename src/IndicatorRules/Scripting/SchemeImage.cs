using System.Reflection;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting;

/// <summary>An image loaded into its own unloadable context. Safe on any thread; Dispose gives the memory back.</summary>
internal sealed class SchemeImage : IDisposable
{
    private const string EntryType = "Submission#0";
    private const string EntryMethod = "<Factory>";

    private readonly SchemeLoadContext _context;
    private readonly Func<object?[], Task<RuleTable>> _factory;

    internal SchemeImage(string name, VerifiedImage image)
    {
        _context = new SchemeLoadContext(name);
        using var bytes = image.Open();
        var entry = _context.LoadFromStream(bytes).GetType(EntryType, throwOnError: true)!
            .GetMethod(EntryMethod, BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidDataException("The image has no entry.");
        _factory = entry.CreateDelegate<Func<object?[], Task<RuleTable>>>();
    }

    /// <summary>Fresh rules, for one worker. The submission runs to its end at once: there is nothing in it to await.</summary>
    internal RuleTable CreateTable() => _factory([null, null]).GetAwaiter().GetResult();

    public void Dispose() => _context.Unload();
}
