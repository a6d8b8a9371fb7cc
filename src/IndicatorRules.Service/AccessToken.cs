using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Service;

/// <summary>A token that opens the service to one client. Only its hash is held. Immutable.</summary>
public sealed class AccessToken
{
    /// <summary>The fewest characters of a token.</summary>
    public const int Shortest = 16;

    private const int MostBytes = 1024 * 1024;

    private readonly byte[] _hash;

    /// <summary>A token.</summary>
    /// <param name="client">The client's name, by which logs and limits know it.</param>
    /// <param name="secret">The token itself.</param>
    /// <exception cref="ArgumentException">It is shorter than <see cref="Shortest"/> or has blanks.</exception>
    public AccessToken(string client, string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(client);
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < Shortest || secret.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException($"A token has at least {Shortest} printable ASCII characters and no blanks.", nameof(secret));
        }

        (Client, _hash) = (client, SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>The client's name.</summary>
    public string Client { get; }

    /// <summary>Reads tokens: one on each line, after the client's name if there is one. Lines that begin with # say nothing.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="name">The name of the file in diagnostics.</param>
    public static Result<IReadOnlyList<AccessToken>> Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (bag, tokens, seen) = (new DiagnosticBag(), new List<AccessToken>(), new HashSet<string>(StringComparer.Ordinal));
        // Notepad begins a file with a mark.
        foreach (var (at, line) in text.TrimStart('\uFEFF').Split('\n').Select(l => l.Trim()).Index())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var secret = parts[^1];
            var isTwice = !seen.Add(secret);
            if (parts.Length > 2 || secret.Length < Shortest || secret.Any(c => c is <= ' ' or > '~') || isTwice)
            {
                var where = isTwice
                    ? new LocalizedText($"第 {at + 1} 行的令牌前面已有", $"the token of line {at + 1} is there before")
                    : new LocalizedText($"第 {at + 1} 行", $"line {at + 1}");
                bag.Add(DiagnosticCatalog.TokensNotRead, new Location(name, at + 1, 1), where);
                continue;
            }

            tokens.Add(new AccessToken(parts.Length == 2 ? parts[0] : $"token-{tokens.Count + 1}", secret));
        }

        if (!bag.HasErrors && tokens.Count == 0)
        {
            bag.Add(DiagnosticCatalog.TokensNotRead, new Location(name), new LocalizedText("没有一个令牌", "there is none"));
        }

        return bag.HasErrors ? new(null, bag.ToImmutable()) : new(tokens, []);
    }

    /// <summary>Reads a file of tokens.</summary>
    public static Result<IReadOnlyList<AccessToken>> ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            // One byte more than allowed: half a token is none.
            var bytes = new byte[MostBytes + 1];
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MostBytes
                ? Read(Encoding.UTF8.GetString(bytes, 0, length), path)
                : new(null, [new Diagnostic(
                    DiagnosticCatalog.TokensNotRead, new Location(path), [new LocalizedText("文件太大", "the file is too large")])]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = VisibleText.OneLine(e.Message);
            return new(null, [new Diagnostic(DiagnosticCatalog.TokensNotRead, new Location(path), [why])]);
        }
    }

    /// <summary>The token that a client sent; null if none of them is it. Takes as long for every wrong one.</summary>
    internal static AccessToken? Find(ImmutableArray<AccessToken> tokens, string sent)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sent));
        AccessToken? found = null;
        foreach (var token in tokens)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, token._hash) ? token : found;
        }

        return found;
    }

    /// <summary>The client, without its token.</summary>
    public override string ToString() => Client;
}
