using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Extending;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>The options by which a user says which compiled extensions may run.</summary>
internal sealed class ExtensionFlags
{
    private readonly Option<string[]> _hashes = new("--trust-extension")
    {
        Description = "允许运行哈希为此的扩展，可多次给出 / let the extension of this hash run, repeatable",
        HelpName = "SHA256",
    };

    private readonly Option<string[]> _certificates = new("--trust")
    {
        Description = "允许运行由此证书签名的扩展，可多次给出 / let extensions signed with this certificate run, repeatable",
        HelpName = "CERT.pem",
    };

    internal ExtensionFlags(Command command)
    {
        command.Options.Add(_hashes);
        command.Options.Add(_certificates);
    }

    /// <summary>The extensions of the plugins; null when a certificate cannot be read, which is then told.</summary>
    internal ExtensionHost? Open(ParseResult parsed, string[] pluginDirectories, Func<string, string> full, Action<IEnumerable<Diagnostic>> tell)
    {
        var trusted = parsed.GetValue(_certificates) is { Length: > 0 } certificates ? Signed(certificates, pluginDirectories, full, tell) : [];
        foreach (var hash in parsed.GetValue(_hashes) ?? [])
        {
            trusted = trusted?.Add(hash.ToLowerInvariant().Replace("sha256:", "", StringComparison.Ordinal));
        }

        return trusted is null ? null : ExtensionHost.Open(new ExtensionOptions { PluginDirectories = pluginDirectories, Trusted = trusted });
    }

    private static ImmutableHashSet<string>? Signed(
        string[] certificates, string[] pluginDirectories, Func<string, string> full, Action<IEnumerable<Diagnostic>> tell)
    {
        var read = certificates.Select(path => TrustedKey.ReadFile(full(path))).ToList();
        tell(read.SelectMany(r => r.Diagnostics));
        return read.TrueForAll(r => r.Succeeded) ? SignedExtensions.In(pluginDirectories, [.. read.SelectMany(r => r.Value!.Keys)]) : null;
    }
}
