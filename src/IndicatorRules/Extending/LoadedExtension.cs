using IndicatorRules.Contract.Extending;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>An extension that runs. It is unloaded when it was retired and its last call has ended. Safe on any thread.</summary>
internal sealed class LoadedExtension
{
    private readonly Lock _gate = new();
    private readonly Lock _turn = new();
    private readonly TimeSpan _patience;
    private ExtensionContext? _context;
    private IFactsReader? _reader;
    private IAssessmentWriter? _writer;
    private int _calls;
    private bool _retired;

    private LoadedExtension(ExtensionDeclaration declaration, ExtensionContext context, IFactsReader? reader, IAssessmentWriter? writer, TimeSpan patience)
    {
        Declaration = declaration;
        _context = context;
        _reader = reader;
        _writer = writer;
        _patience = patience;
    }

    internal ExtensionDeclaration Declaration { get; }

    /// <summary>Loads and makes what is declared; null where that fails, which is then told.</summary>
    internal static LoadedExtension? Load(ExtensionDeclaration extension, ExtensionOptions options, DiagnosticBag bag)
    {
        AssemblyReferences.Check(extension, bag);
        if (bag.HasErrors)
        {
            return null;
        }

        var context = new ExtensionContext(extension);
        var loaded = ExtensionCall.Try(extension, options.LoadDeadline, bag, () =>
        {
            var assembly = context.LoadMain();
            return new LoadedExtension(
                extension, context, Made<IFactsReader>(assembly, extension.Reader), Made<IAssessmentWriter>(assembly, extension.Writer), options.CallDeadline);
        });
        if (loaded is null)
        {
            context.Dispose();
        }

        return loaded;
    }

    internal FactsReading? Read(byte[] file, string name, DiagnosticBag bag) => Call(bag, () =>
    {
        using var stream = new MemoryStream(file, writable: false);
        return _reader!.Read(stream, name);
    });

    internal byte[]? Write(Func<IAssessmentWriter, byte[]> write, DiagnosticBag bag) => Call(bag, () => write(_writer!));

    /// <summary>Lets it go once nobody uses it.</summary>
    internal void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            LetGo();
        }
    }

    private static T? Made<T>(System.Reflection.Assembly assembly, string? name)
        where T : class
    {
        if (name is null)
        {
            return null;
        }

        var type = assembly.GetType(name);
        return type is { IsPublic: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is { } constructor
            ? (T)constructor.Invoke(null)
            : throw new MissingTypeException(name);
    }

    private T? Call<T>(DiagnosticBag bag, Func<T> code)
        where T : class
    {
        lock (_gate)
        {
            // A call that came just after it was retired takes the next one.
            if (_context is null || _retired)
            {
                return null;
            }

            _calls++;
        }

        try
        {
            return ExtensionCall.Try(Declaration, _patience, bag, () =>
            {
                lock (_turn)
                {
                    return code();
                }
            });
        }
        finally
        {
            lock (_gate)
            {
                _calls--;
                LetGo();
            }
        }
    }

    private void LetGo()
    {
        if (_retired && _calls == 0)
        {
            (_reader, _writer) = (null, null);
            _context?.Dispose();
            _context = null;
        }
    }
}
