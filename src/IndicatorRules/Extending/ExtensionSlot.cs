using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>One declared extension, loaded on first use. A failed load is not retried until its files change. Safe on any thread.</summary>
internal sealed class ExtensionSlot(ExtensionDeclaration declaration)
{
    private readonly Lock _gate = new();
    private bool _retired;
    private (LoadedExtension? Loaded, ImmutableArray<Diagnostic> Diagnostics)? _outcome;

    internal ExtensionDeclaration Declaration { get; } = declaration;

    /// <summary>The loaded extension; null when it was not used or did not load.</summary>
    internal LoadedExtension? Loaded
    {
        get
        {
            lock (_gate)
            {
                return _outcome?.Loaded;
            }
        }
    }

    internal LoadedExtension? Load(ExtensionOptions options, DiagnosticBag bag)
    {
        lock (_gate)
        {
            if (_retired)
            {
                return null;
            }

            _outcome ??= Tried(options);
            bag.AddRange(_outcome.Value.Diagnostics);
            return _outcome.Value.Loaded;
        }
    }

    internal void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            _outcome?.Loaded?.Retire();
            _outcome = null;
        }
    }

    private (LoadedExtension?, ImmutableArray<Diagnostic>) Tried(ExtensionOptions options)
    {
        var bag = new DiagnosticBag();
        if (!options.Trusted.Contains(Declaration.Hash))
        {
            bag.Add(DiagnosticCatalog.ExtensionNotTrusted, new Location(Path.Combine(Declaration.Folder, ExtensionReader.FileName)),
                Declaration.Name, Declaration.Hash);
            return (null, bag.ToImmutable());
        }

        return (LoadedExtension.Load(Declaration, options, bag), bag.ToImmutable());
    }
}
