using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Ledger;

/// <summary>A question and its answer, to be recorded. Immutable.</summary>
public sealed class LedgerRecord
{
    /// <summary>Who asked.</summary>
    public required string Client { get; init; }

    /// <summary>The version of the program that answered.</summary>
    public required string Engine { get; init; }

    /// <summary>The kind of question, such as <c>assess</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Everything else that was asked, as one text.</summary>
    public required string Options { get; init; }

    /// <summary>The form of the facts, such as <c>json</c>.</summary>
    public required string FactsForm { get; init; }

    /// <summary>The facts, as they were sent.</summary>
    public required ReadOnlyMemory<byte> Facts { get; init; }

    /// <summary>The form of the facts that were compared with; empty if there are none.</summary>
    public string BeforeForm { get; init; } = "";

    /// <summary>The facts that were compared with; empty if there are none.</summary>
    public ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>The schemes in force, in order. The ledger has the files of each.</summary>
    public required ImmutableArray<LedgerScheme> Schemes { get; init; }

    /// <summary>The compiled extensions in force, in order; none by default. The ledger does not have their files.</summary>
    public ImmutableArray<LedgerScheme> Extensions { get; init; } = [];

    /// <summary>The form of the answer, such as <c>json</c>.</summary>
    public required string AnswerForm { get; init; }

    /// <summary>The answer, as it was sent.</summary>
    public required ReadOnlyMemory<byte> Answer { get; init; }
}

/// <summary>A scheme or a compiled extension in one version. Immutable.</summary>
/// <param name="Key">Id and version: <c>jingle-county@1.0.0</c>; the name of an extension.</param>
/// <param name="Hash">SHA-256 of its files.</param>
public sealed record LedgerScheme(string Key, string Hash);

/// <summary>An entry of the ledger (台账). Immutable.</summary>
public sealed class LedgerEntry
{
    // Before the name of an extension among the schemes; no id of a scheme begins with it.
    private const char Extension = '+';

    /// <summary>The hash before the first entry.</summary>
    internal static string Origin { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The number, from 1 without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The hash of the entry before; zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 over all other fields, in lower-case hexadecimal. Contents count by their hashes.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>When it was written, in UTC, as yyyy-mm-ddThh:mm:ss.fffffffZ. No verdict depends on it.</summary>
    public required string At { get; init; }

    /// <summary>Who asked.</summary>
    public required string Client { get; init; }

    /// <summary>The version of the program that answered.</summary>
    public required string Engine { get; init; }

    /// <summary>The kind of question.</summary>
    public required string Kind { get; init; }

    /// <summary>Everything else that was asked.</summary>
    public required string Options { get; init; }

    /// <summary>The form of the facts.</summary>
    public required string FactsForm { get; init; }

    /// <summary>SHA-256 of the facts.</summary>
    public required string Facts { get; init; }

    /// <summary>The form of the facts that were compared with; empty if there are none.</summary>
    public required string BeforeForm { get; init; }

    /// <summary>SHA-256 of the facts that were compared with; empty if there are none.</summary>
    public required string Before { get; init; }

    /// <summary>The schemes in force, one on each line: id@version and hash; and the extensions: + with the name, and hash.</summary>
    public required string Schemes { get; init; }

    /// <summary>The form of the answer.</summary>
    public required string AnswerForm { get; init; }

    /// <summary>SHA-256 of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The schemes in force.</summary>
    public ImmutableArray<LedgerScheme> SchemesInForce =>
        [.. Lines.Where(l => !l.Name.StartsWith(Extension)).Select(l => new LedgerScheme(l.Name, l.Hash))];

    /// <summary>The compiled extensions in force.</summary>
    public ImmutableArray<LedgerScheme> ExtensionsInForce =>
        [.. Lines.Where(l => l.Name.StartsWith(Extension)).Select(l => new LedgerScheme(l.Name[1..], l.Hash))];

    private IEnumerable<(string Name, string Hash)> Lines => Schemes.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]));

    /// <summary>The hashes of all contents that it names.</summary>
    internal IEnumerable<string> Contents => new[] { Facts, Before, Answer }.Where(h => h.Length > 0);

    internal static LedgerEntry Of(LedgerRecord record, long number, string previous, DateTimeOffset at)
    {
        var entry = new LedgerEntry
        {
            Number = number,
            Previous = previous,
            At = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            Client = record.Client,
            Engine = record.Engine,
            Kind = record.Kind,
            Options = record.Options,
            FactsForm = record.FactsForm,
            Facts = HashOf(record.Facts.Span),
            BeforeForm = record.BeforeForm,
            Before = record.BeforeForm.Length == 0 ? "" : HashOf(record.Before.Span),
            Schemes = string.Concat(record.Schemes.Select(s => $"{s.Key} {s.Hash}\n")
                .Concat(record.Extensions.Select(e => $"{Extension}{e.Key} {e.Hash}\n"))),
            AnswerForm = record.AnswerForm,
            Answer = HashOf(record.Answer.Span),
        };
        entry.Hash = entry.Computed();
        return entry;
    }

    /// <summary>The hash under which the ledger holds a content: SHA-256, in lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash that the entry must have. Each field counts with its length, so that none can run into the next.</summary>
    internal string Computed()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in new[]
        {
            "indicator-rules ledger 1", Number.ToString(CultureInfo.InvariantCulture), Previous, At, Client, Engine, Kind, Options,
            FactsForm, Facts, BeforeForm, Before, Schemes, AnswerForm, Answer,
        })
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
