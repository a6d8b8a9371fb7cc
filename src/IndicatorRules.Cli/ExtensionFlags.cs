using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Extending;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Cli;

/// <summary>The options that say which compiled extensions may run.</summary>
internal sealed class ExtensionFlags
{
    private readonly Option<string[]> _hashes = new("--trust-extension")
    {
        Description = "允许运行哈希为此的扩展，可多次给出 / let the extension of this hash run, repeatable",
        HelpName = "SHA256",
    };

    private readonly Option<string[]> _certificates = new("--trust")
    {
        Description = "允许运行由此证书签名的扩展，可多次给出"
            + " / let extensions signed with this certificate run, repeatable",
        HelpName = "CERT.pem",
    };

    internal ExtensionFlags(Command command)
    {
        command.Options.Add(_hashes);
        command.Options.Add(_certificates);
    }

    /// <summary>Whether any extension is trusted.</summary>
    internal bool IsGiven(Session session) => session.Get(_hashes) is { Length: > 0 } || session.Get(_certificates) is { Length: > 0 };

    /// <summary>Opens the extensions of some plugin directories.</summary>
    /// <exception cref="RejectedException">A certificate cannot be read.</exception>
    internal ExtensionHost Open(Session session, string[] pluginDirectories)
    {
        var signed = session.Get(_certificates) is { Length: > 0 } certificates
            ? SignedExtensions.In(pluginDirectories, KeysOf(session, certificates))
            : [];
        var hashes = (session.Get(_hashes) ?? []).Select(hash => hash.ToLowerInvariant().Replace("sha256:", "", StringComparison.Ordinal));
        return ExtensionHost.Open(new ExtensionOptions { PluginDirectories = pluginDirectories, Trusted = signed.Union(hashes) });
    }

    /// <summary>The keys of some certificates.</summary>
    /// <exception cref="RejectedException">A certificate cannot be read.</exception>
    internal static ImmutableArray<TrustedKey> KeysOf(Session session, IEnumerable<string> certificates)
    {
        var read = certificates.Select(path => TrustedKey.ReadFile(session.Full(path))).ToList();
        session.Report(read.SelectMany(r => r.Diagnostics));
        return read.TrueForAll(r => r.Succeeded) ? [.. read.SelectMany(r => r.Value!)] : throw new RejectedException();
    }
}
