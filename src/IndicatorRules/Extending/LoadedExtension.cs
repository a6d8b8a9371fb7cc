using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>A loaded extension. Unloaded when it is retired and its last call has ended. Safe on any thread.</summary>
internal sealed class LoadedExtension
{
    private readonly Lock _gate = new();
    private readonly Lock _turn = new();
    private readonly TimeSpan _patience;
    private ExtensionContext? _context;
    private IFactsReader? _reader;
    private IAssessmentWriter? _writer;
    private IFunctionLibrary? _library;
    private volatile bool _late;
    private int _calls;
    private bool _retired;

    private LoadedExtension(
        ExtensionDeclaration declaration, ExtensionContext context, System.Reflection.Assembly assembly, TimeSpan patience)
    {
        Declaration = declaration;
        _context = context;
        _reader = Made<IFactsReader>(assembly, declaration.Reader);
        _writer = Made<IAssessmentWriter>(assembly, declaration.Writer);
        _library = Made<IFunctionLibrary>(assembly, declaration.Library);
        Functions = _library?.Functions is { IsDefault: false } offered ? offered : [];
        _patience = patience;
    }

    internal ExtensionDeclaration Declaration { get; }

    /// <summary>The functions that its library offers, read once at load.</summary>
    internal ImmutableArray<FunctionSignature> Functions { get; }

    /// <summary>Loads an extension and creates the declared types; null when that fails, which is reported.</summary>
    internal static LoadedExtension? Load(ExtensionDeclaration extension, ExtensionOptions options, DiagnosticBag bag)
    {
        AssemblyReferences.Verify(extension, bag);
        if (bag.HasErrors)
        {
            return null;
        }

        var context = new ExtensionContext(extension);
        var loaded = ExtensionCall.Try(
            extension, options.LoadDeadline, bag, () => Made(extension, context, options.CallDeadline));
        if (loaded is null)
        {
            context.Dispose();
        }

        return loaded;
    }

    /// <summary>Loads the extension from another process's copy.</summary>
    internal static LoadedExtension OfCopy(string copy, TimeSpan patience, ExtensionDeclaration extension) =>
        Made(extension, new ExtensionContext(extension, copy), patience);

    /// <summary>The folder of its private copy; for a caller that holds the extension.</summary>
    internal string Copy => _context!.Copy;

    /// <summary>The time limit of one call.</summary>
    internal TimeSpan Patience => _patience;

    internal FactsReading? Read(byte[] file, string name, DiagnosticBag bag) => Call(bag, () =>
    {
        using var stream = new MemoryStream(file, writable: false);
        return _reader!.Read(stream, name);
    });

    internal byte[]? Write(Func<IAssessmentWriter, byte[]> write, DiagnosticBag bag) => Call(bag, () => write(_writer!));

    /// <summary>Calls a function; for a caller that holds the extension.</summary>
    /// <exception cref="ExtensionLateException">This call or an earlier one did not return: one that hangs blocks all others.</exception>
    /// <exception cref="Exception">Whatever the function threw.</exception>
    internal decimal? Work(string function, ImmutableArray<decimal> arguments)
    {
        if (_late)
        {
            throw new ExtensionLateException();
        }

        var library = _library!;
        try
        {
            return PatientThread.Run(
                () =>
                {
                    lock (_turn)
                    {
                        return library.Call(function, arguments);
                    }
                },
                _patience);
        }
        catch (ExtensionLateException)
        {
            _late = true;
            throw;
        }
    }

    /// <summary>Keeps it loaded until <see cref="Release"/>; false when it was retired and so has a successor.</summary>
    internal bool TryHold()
    {
        lock (_gate)
        {
            if (_context is null || _retired)
            {
                return false;
            }

            _calls++;
            return true;
        }
    }

    internal void Release()
    {
        lock (_gate)
        {
            _calls--;
            LetGo();
        }
    }

    /// <summary>Unloads it as soon as it is not in use.</summary>
    internal void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            LetGo();
        }
    }

    private static LoadedExtension Made(ExtensionDeclaration extension, ExtensionContext context, TimeSpan patience) =>
        new(extension, context, context.LoadMain(), patience);

    private static T? Made<T>(System.Reflection.Assembly assembly, string? name)
        where T : class
    {
        if (name is null)
        {
            return null;
        }

        var type = assembly.GetType(name);
        return type is { IsPublic: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type)
            && type.GetConstructor(Type.EmptyTypes) is { } constructor
            ? (T)constructor.Invoke(null)
            : throw new MissingTypeException(name);
    }

    private T? Call<T>(DiagnosticBag bag, Func<T> code)
        where T : class
    {
        // Retired just before this call: the caller takes the successor.
        if (!TryHold())
        {
            return null;
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
            Release();
        }
    }

    private void LetGo()
    {
        if (_retired && _calls == 0)
        {
            (_reader, _writer, _library) = (null, null, null);
            _context?.Dispose();
            _context = null;
        }
    }
}

/// <summary>A type that an extension declares is missing, or of another kind than declared.</summary>
internal sealed class MissingTypeException(string type) : Exception
{
    internal string Type { get; } = type;
}
