using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Sealed entries in a folder. Safe on any thread and between processes.</summary>
/// <remarks>What an entry gives is what was kept under that very key, or nothing: an entry that is not is removed.</remarks>
internal sealed class EntryStore
{
    /// <summary>The most bytes of an entry: the largest image and its costs, or a catalog.</summary>
    internal const int MostBytes = 16 * 1024 * 1024;

    // A folder is looked over at a process's first new entry of a kind, and then at every so many.
    private const int Sweep = 64;

    private readonly CacheFolder _folder;
    private readonly TimeProvider? _clock;
    private readonly Lock _counting = new();
    private Dictionary<string, int>? _kept;
    private EntrySeal? _seal;

    private EntryStore(CacheFolder folder, TimeProvider? clock, EntrySeal? seal)
    {
        _folder = folder;
        _clock = clock;
        _seal = seal;
    }

    /// <summary>A user's own store; nothing is made before something is kept.</summary>
    internal static EntryStore OfUser(string folder, TimeProvider clock) => new(new CacheFolder(folder), clock, null);

    /// <summary>A store that came with the program, and is as much to be trusted; nothing in it ages or goes.</summary>
    internal static EntryStore OfTheProgram(string folder) => new(new CacheFolder(folder, ofTheProgram: true), null, EntrySeal.OfTheProgram);

    /// <summary>Why nothing is kept in the user's folder; null as long as nothing was refused.</summary>
    internal Diagnostic? Notice => _clock is not null && _folder.Refusal is { } why
        ? new Diagnostic(DiagnosticCatalog.CacheUnused, new Location(_folder.Path), [_folder.Path, why])
        : null;

    /// <summary>Whether its entries are trusted as the program is; a user's are looked at again.</summary>
    internal bool IsOfTheProgram => _clock is null;

    internal ReadOnlyMemory<byte>? Find(CacheKey key)
    {
        if (_folder.Read(key.FileName, MostBytes) is not { } entry)
        {
            return null;
        }

        _seal ??= CacheSecret.Find(_folder) is { } secret ? new EntrySeal(secret) : null;
        if (_seal is null || !_seal.TryOpen(key, entry, out var content))
        {
            Remove(key);
            return null;
        }

        if (_clock is not null)
        {
            _folder.Touch(key.FileName, _clock.GetUtcNow());
        }

        return content;
    }

    internal void Keep(CacheKey key, ReadOnlySpan<byte> content, CacheBound bound)
    {
        _seal ??= CacheSecret.FindOrMake(_folder) is { } secret ? new EntrySeal(secret) : null;
        if (_seal is not null && _folder.Write(key.FileName, _seal.Close(key, content)) && _clock is not null
            && IsTimeToLook(key.Kind))
        {
            _folder.Shrink(key.Extension, bound, _clock.GetUtcNow());
        }
    }

    /// <summary>
    /// Keeps an assembly beside its entry, for a build to compile ahead; only where it comes with the program. No seal holds it: it is
    /// trusted as the program's own files are.
    /// </summary>
    internal void KeepAssembly(CacheKey key, ReadOnlySpan<byte> assembly)
    {
        if (IsOfTheProgram)
        {
            _folder.Write(AssemblyName(key), assembly);
        }
    }

    /// <summary>Where the assembly beside an entry is; null where there is none.</summary>
    internal string? FindAssembly(CacheKey key) => IsOfTheProgram ? _folder.Find(AssemblyName(key)) : null;

    internal void Remove(CacheKey key)
    {
        if (_clock is not null)
        {
            _folder.Remove(key.FileName);
        }
    }

    private bool IsTimeToLook(string kind)
    {
        lock (_counting)
        {
            _kept ??= new(StringComparer.Ordinal);
            var kept = _kept.GetValueOrDefault(kind);
            _kept[kind] = kept + 1;
            return kept % Sweep == 0;
        }
    }

    private static string AssemblyName(CacheKey key) => Path.ChangeExtension(key.FileName, ".dll");
}
