using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Extending;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules;

/// <summary>The compiled extensions of the plugins (扩展): found in their folders, loaded on first use, and only if trusted.</summary>
/// <remarks>
/// Safe on any thread. An extension that fails or hangs causes diagnostics and affects no other, unless it ends the process or exhausts
/// its memory: its code has all rights of the host. Dispose unloads all extensions.
/// </remarks>
public sealed class ExtensionHost : IDisposable
{
    private readonly ExtensionOptions _options;
    private readonly Lock _refreshing = new();
    private volatile ExtensionSet _set;

    private ExtensionHost(ExtensionOptions options)
    {
        _options = options;
        _set = ExtensionSet.Find(options);
    }

    /// <summary>All declared extensions, trusted or not, ordered by name.</summary>
    public ImmutableArray<ExtensionDeclaration> Available => [.. _set.Slots.Select(s => s.Declaration)];

    /// <summary>Faults of the declarations.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _set.Diagnostics;

    /// <summary>Finds the extensions of the plugins; runs none of their code.</summary>
    public static ExtensionHost Open(ExtensionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ExtensionHost(options);
    }

    /// <summary>Whether an extension declares that it reads files with this extension of name.</summary>
    public bool Reads(string path) => _set.Slots.Any(s => s.Declaration.Reads.Contains(EndingOf(path)));

    /// <summary>Reads a facts file with the extension that declares its file type.</summary>
    public Result<FactsFile> ReadFacts(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bag = new DiagnosticBag();
        if (BytesOf(path, bag) is not { } bytes)
        {
            return new(null, bag.ToImmutable());
        }

        var ending = EndingOf(path);
        var read = Use(ending, d => d.Reads.Contains(ending), bag,
            (loaded, inner) => loaded.Read(bytes, Path.GetFileName(path), inner), out var name);
        foreach (var problem in read?.Problems.IsDefault == false ? read.Problems : [])
        {
            bag.Add(
                read!.Facts is null ? DiagnosticCatalog.ExtensionFactsWrong : DiagnosticCatalog.ExtensionFactsDoubtful,
                new Location(path, problem.Line, problem.Column), name, problem.Message);
        }

        if (read is { Facts: null } && !bag.HasErrors)
        {
            bag.Add(DiagnosticCatalog.ExtensionFactsWrong, new Location(path), name, "-");
        }

        return bag.ToResult<FactsFile>(() => FileOf(read!.Facts!, bytes, path));
    }

    /// <summary>Writes assessments with the extension of that name.</summary>
    /// <returns>All bytes, or errors; never part of the output.</returns>
    public Result<byte[]> Write(string extension, IReadOnlyList<Assessment> assessments, Language language)
    {
        ArgumentException.ThrowIfNullOrEmpty(extension);
        ArgumentNullException.ThrowIfNull(assessments);
        var bag = new DiagnosticBag();
        ImmutableArray<AssessmentView> views = [.. assessments.Select(a => AssessmentViews.Of(a, language))];
        var written = Use(extension, d => d.Name == extension && d.Writer is not null, bag,
            (loaded, inner) => loaded.Write(Written, inner), out _);
        return bag.ToResult<byte[]>(() => written!);

        byte[] Written(IAssessmentWriter writer)
        {
            using var buffer = new MemoryStream();
            writer.Write(views, language, buffer);
            return buffer.ToArray();
        }
    }

    /// <summary>
    /// Reads the plugins again. Replaces extensions that changed and load; running calls finish on the old version, which is then
    /// unloaded. An extension whose new version does not load is reported, and its old version stays in use.
    /// </summary>
    public ImmutableArray<Diagnostic> Refresh()
    {
        lock (_refreshing)
        {
            var bag = new DiagnosticBag();
            var (old, next) = (_set, ExtensionSet.Find(_options));
            bag.AddRange(next.Diagnostics);
            _set = next.Following(old, _options, bag);
            foreach (var gone in old.Slots.Where(s => !_set.Slots.Contains(s)))
            {
                gone.Retire();
            }

            return bag.ToImmutable();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var slot in _set.Slots)
        {
            slot.Retire();
        }
    }

    /// <summary>Holds the function library of that name until the caller releases it; null when there is none, which is reported.</summary>
    internal LoadedExtension? Hold(string name, DiagnosticBag bag) =>
        Use(name, d => d.Name == name && d.Library is not null, bag, (loaded, _) => loaded.TryHold() ? loaded : null, out _);

    private T? Use<T>(
        string asked, Func<ExtensionDeclaration, bool> fits, DiagnosticBag bag,
        Func<LoadedExtension, DiagnosticBag, T?> call, out string name)
        where T : class
    {
        // A slot can be retired between lookup and call; then its successor is tried, once, since only Refresh retires slots.
        for (var attempt = 0; ; attempt++)
        {
            var set = _set;
            var slots = set.Fitting(fits, _options);
            name = slots.FirstOrDefault()?.Declaration.Name ?? asked;
            if (slots.Count != 1)
            {
                set.Explain(asked, slots, bag);
                return null;
            }

            var loaded = slots[0].Load(_options, bag);
            var given = loaded is null ? null : call(loaded, bag);
            if (given is not null || bag.HasErrors || (attempt > 0 && ReferenceEquals(set, _set)))
            {
                return given ?? (bag.HasErrors ? null : throw new ObjectDisposedException(nameof(ExtensionHost)));
            }
        }
    }

    private static byte[]? BytesOf(string path, DiagnosticBag bag)
    {
        try
        {
            if (new FileInfo(path).Length is var length and > StrictJson.MaxBytes)
            {
                bag.Add(DiagnosticCatalog.FileTooLarge, new Location(path), $"{length}", $"{StrictJson.MaxBytes}");
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(path), path);
            return null;
        }
    }

    // The host computes the hash; it does not take the reader's.
    private static FactsFile FileOf(PlaceFacts facts, byte[] bytes, string path) => FactsFile.Create(
        new PlaceFacts(facts.Place, facts.Years)
        {
            Note = facts.Note,
            Scheme = facts.Scheme,
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        },
        path);

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
