using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The result of reading a plugin's folder. Immutable.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Fingerprint">The folder's fingerprint; null if it was not taken or changed during reading.</param>
/// <param name="Read">The draft, or its diagnostics.</param>
internal sealed record PluginRead(string Folder, string? Fingerprint, Result<SchemeDraft> Read)
{
    private const int Tries = 5;

    internal static PluginRead Unread(string folder) => new(folder, null, new(null, []));

    internal static PluginRead Now(string folder) => new(folder, null, InputFault.Guard(folder, () => SchemeReader.Read(folder)));

    /// <summary>Reads a folder that may be modified at the same time. The result is a consistent state or a diagnostic.</summary>
    /// <returns><paramref name="earlier"/> itself if nothing has changed.</returns>
    internal static PluginRead Steady(string folder, PluginRead? earlier) => Steady(folder, earlier, SchemeReader.Read);

    internal static PluginRead Steady(string folder, PluginRead? earlier, Func<string, Result<SchemeDraft>> reader)
    {
        var before = PluginFingerprint.Of(folder);
        for (var i = 0; i < Tries; i++)
        {
            if (before is not null && before == earlier?.Fingerprint)
            {
                return earlier;
            }

            var read = InputFault.Guard(folder, () => reader(folder));
            var after = PluginFingerprint.Of(folder);
            if (before is not null && before == after)
            {
                return new(folder, before, read);
            }

            before = after;
        }

        return Failed(folder, null, DiagnosticCatalog.PluginInMotion);
    }

    /// <summary>The replacement of a plugin that has gone: a diagnostic; null if its folder is gone.</summary>
    internal static PluginRead? Lost(PluginRead earlier)
    {
        var why = Directory.Exists(earlier.Folder) ? DiagnosticCatalog.NoScheme
            : Path.GetDirectoryName(Path.GetFullPath(earlier.Folder)) is { } parent && !Directory.Exists(parent)
                ? DiagnosticCatalog.FileNotReadable
            : null;
        return why is null ? null : why.Id == earlier.Fingerprint ? earlier : Failed(earlier.Folder, why.Id, why);
    }

    private static PluginRead Failed(string folder, string? fingerprint, DiagnosticDescriptor why) =>
        new(folder, fingerprint, new(null, [new Diagnostic(why, new Location(folder), [folder])]));
}
