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

/// <summary>
/// The compiled extensions of the plugins (扩展): found by their folders, loaded when first used, and only where trusted.
/// </summary>
/// <remarks>
/// Safe on any thread. A failing or hanging extension gives diagnostics and harms no other, short of ending the process or
/// eating its memory: its code has all rights of the host. Dispose unloads all.
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

    /// <summary>What is declared, trusted or not, in order of their names.</summary>
    public ImmutableArray<ExtensionDeclaration> Available => [.. _set.Slots.Select(s => s.Declaration)];

    /// <summary>What is wrong with declarations.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _set.Diagnostics;

    /// <summary>Finds the extensions of the plugins. None of their code runs yet.</summary>
    public static ExtensionHost Open(ExtensionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ExtensionHost(options);
    }

    /// <summary>Whether an extension says that it reads files of this ending.</summary>
    public bool Reads(string path) => _set.Slots.Any(s => s.Declaration.Reads.Contains(EndingOf(path)));

    /// <summary>Reads a facts file by the extension that is for its ending.</summary>
    public Result<FactsFile> ReadFacts(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bag = new DiagnosticBag();
        if (BytesOf(path, bag) is not { } bytes)
        {
            return new(null, bag.ToImmutable());
        }

        var ending = EndingOf(path);
        var read = Use(ending, d => d.Reads.Contains(ending), bag, (loaded, inner) => loaded.Read(bytes, Path.GetFileName(path), inner), out var name);
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

    /// <summary>Writes assessments by the extension of that name, whole or not at all.</summary>
    /// <returns>What was written; never null where nothing went wrong.</returns>
    public Result<byte[]> Write(string extension, IReadOnlyList<Assessment> assessments, Language language)
    {
        ArgumentException.ThrowIfNullOrEmpty(extension);
        ArgumentNullException.ThrowIfNull(assessments);
        var bag = new DiagnosticBag();
        ImmutableArray<AssessmentView> views = [.. assessments.Select(a => AssessmentViews.Of(a, language))];
        var written = Use(extension, d => d.Name == extension && d.Writer is not null, bag, (loaded, inner) => loaded.Write(Written, inner), out _);
        return bag.ToResult<byte[]>(() => written!);

        byte[] Written(IAssessmentWriter writer)
        {
            using var buffer = new MemoryStream();
            writer.Write(views, language, buffer);
            return buffer.ToArray();
        }
    }

    /// <summary>
    /// Looks at the plugins again. What has changed and loads takes the place of what it was; calls that run finish on the
    /// old one, which is then unloaded. What does not load is told, and the old one goes on.
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

    /// <summary>Holds the function library of that name, which the caller releases; null where there is none, which is then told.</summary>
    internal LoadedExtension? Hold(string name, DiagnosticBag bag) =>
        Use(name, d => d.Name == name && d.Library is not null, bag, (loaded, _) => loaded.TryHold() ? loaded : null, out _);

    private T? Use<T>(
        string asked, Func<ExtensionDeclaration, bool> fits, DiagnosticBag bag, Func<LoadedExtension, DiagnosticBag, T?> call, out string name)
        where T : class
    {
        // A slot that is retired between being found and being called has a successor: once more is enough, as only Refresh retires.
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

    // The hash is the host's to say, not the reader's.
    private static FactsFile FileOf(PlaceFacts facts, byte[] bytes, string path) => FactsFile.Create(
        new PlaceFacts(facts.Place, facts.Years) { Note = facts.Note, Scheme = facts.Scheme, Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) },
        path);

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
