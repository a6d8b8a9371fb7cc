using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Extending;

/// <summary>The extensions at one moment. Immutable.</summary>
/// <param name="Slots">Ordered by name.</param>
/// <param name="Diagnostics">Faults of the declarations.</param>
internal sealed record ExtensionSet(ImmutableArray<ExtensionSlot> Slots, ImmutableArray<Diagnostic> Diagnostics)
{
    internal static ExtensionSet Find(ExtensionOptions options)
    {
        var bag = new DiagnosticBag();
        var found = new List<ExtensionDeclaration>();
        foreach (var directory in options.PluginDirectories)
        {
            foreach (var plugin in PluginsIn(directory, bag))
            {
                found.AddRange(ExtensionReader.ReadAll(plugin, bag));
            }
        }

        ImmutableArray<ExtensionSlot> slots =
        [
            .. found.DistinctBy(d => d.Hash)
                .OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Hash, StringComparer.Ordinal)
                .Select(d => new ExtensionSlot(d)),
        ];
        return new ExtensionSet(slots, bag.ToImmutable());
    }

    /// <summary>The successor of another set: keeps unchanged slots, and loads changed extensions that were in use.</summary>
    internal ExtensionSet Following(ExtensionSet old, ExtensionOptions options, DiagnosticBag bag)
    {
        var before = old.Slots.DistinctBy(s => s.Declaration.Name).ToDictionary(s => s.Declaration.Name, StringComparer.Ordinal);
        var slots = ImmutableArray.CreateBuilder<ExtensionSlot>(Slots.Length);
        foreach (var slot in Slots)
        {
            var was = before.GetValueOrDefault(slot.Declaration.Name);
            var same = was is not null && was.Declaration.Hash == slot.Declaration.Hash;
            var next = was is { Loaded: not null } && !same ? slot.Load(options, bag) : null;
            slots.Add(same || (was is { Loaded: not null } && next is null) ? was! : slot);
            TellFunctions(was?.Loaded, next, slot.Declaration, bag);
        }

        // Extensions whose new declaration is invalid keep running as before.
        var broken = old.Slots.Where(s => s.Loaded is not null && Directory.Exists(s.Declaration.Folder)
            && slots.All(n => n.Declaration.Name != s.Declaration.Name)
            && Diagnostics.Any(d => d.Location.File.StartsWith(s.Declaration.Folder, StringComparison.Ordinal)));
        return this with { Slots = [.. slots.Concat(broken).OrderBy(s => s.Declaration.Name, StringComparer.Ordinal)] };
    }

    /// <summary>The extensions that match; if several do, as with two versions of a plugin side by side, the trusted ones.</summary>
    internal List<ExtensionSlot> Fitting(Func<ExtensionDeclaration, bool> fits, ExtensionOptions options)
    {
        var all = Slots.Where(s => fits(s.Declaration)).ToList();
        var trusted = all.FindAll(s => options.Trusted.Contains(s.Declaration.Hash));
        return all.Count > 1 && trusted.Count > 0 ? trusted : all;
    }

    /// <summary>Reports why not exactly one extension matches.</summary>
    internal void Explain(string asked, IReadOnlyList<ExtensionSlot> fitting, DiagnosticBag bag)
    {
        if (fitting.Count > 1)
        {
            bag.Add(DiagnosticCatalog.ExtensionTwice, new Location(asked), asked, fitting[0].Declaration.Folder,
                fitting[1].Declaration.Folder);
            return;
        }

        bag.AddRange(Diagnostics);
        var there = Slots.Select(s => $"`{s.Declaration.Name}`").ToList();
        bag.AddWithSuggestion(
            DiagnosticCatalog.ExtensionUnknown, new Location(asked), bag.Guess(asked, Slots.Select(s => s.Declaration.Name)), asked,
            there.Count == 0 ? "-" : string.Join(' ', there));
    }

    // Reported to the caller of the refresh, not only to the next one who judges.
    private static void TellFunctions(LoadedExtension? was, LoadedExtension? next, ExtensionDeclaration extension, DiagnosticBag bag)
    {
        foreach (var gone in was is null || next is null ? [] : was.Functions.Except(next.Functions))
        {
            bag.Add(
                DiagnosticCatalog.FunctionReplaced, new Location(Path.Combine(extension.Folder, ExtensionReader.FileName)),
                ExtensionCall.Shown($"{gone}"),
                extension.Name, FunctionBinder.Offered(next!.Functions, gone.Id));
        }
    }

    private static IReadOnlyList<string> PluginsIn(string directory, DiagnosticBag bag)
    {
        try
        {
            return Directory.Exists(directory) ? PluginFolder.In(directory) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.FolderNotReadable, new Location(directory), directory);
            return [];
        }
    }
}
