using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndicatorRules.Ledger;

/// <summary>
/// A ledger of answers (台账): append-only, each entry chained to the one before by its hash. Safe on any thread; several processes may
/// write to one ledger.
/// </summary>
/// <remarks>
/// Entries that come at the same time are written in one transaction, on a thread of the ledger's own: the library of SQLite knows no
/// asynchronous writing.
/// </remarks>
public sealed class AnswerLedger : IAsyncDisposable
{
    private const int MostAtOnce = 64;

    // SQLITE_CANTOPEN: of a file that is there, when those beside it cannot be made.
    private const int CannotOpen = 14;

    private readonly LedgerDatabase _database;
    private readonly TimeProvider _clock;
    private readonly Channel<Pending> _pending =
        Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * MostAtOnce) { SingleReader = true });

    private readonly Task _writing;

    private AnswerLedger(LedgerDatabase database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The name for people: the file, or server and database.</summary>
    public string Name => _database.Name;

    /// <summary>Opens a ledger, and brings it to the latest format.</summary>
    /// <param name="connection">The file of SQLite, or a connection string of PostgreSQL, which begins with <c>Host=</c>.</param>
    /// <param name="creates">Whether to create a ledger that is not there.</param>
    /// <param name="clock">The clock for the times of entries; the system's by default.</param>
    /// <param name="cancellationToken">Ends the opening with an exception.</param>
    public static Task<Result<AnswerLedger>> OpenAsync(
        string connection, bool creates, TimeProvider? clock = null, CancellationToken cancellationToken = default) =>
        OpenAsync(connection, creates, LedgerFormat.Steps, clock, cancellationToken);

    internal static async Task<Result<AnswerLedger>> OpenAsync(
        string connection, bool creates, ImmutableArray<LedgerStep> steps, TimeProvider? clock, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        if (LedgerDatabase.WhyNone(connection) is { } none)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.LedgerNotOpened, new Location("ledger"), [none])]);
        }

        try
        {
            var database = LedgerDatabase.Of(connection, creates);
            try
            {
                return await OpenAsync(database).ConfigureAwait(false);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == CannotOpen && !creates && database.Unchanging() is { } unchanging)
            {
                return await OpenAsync(unchanging).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or ArgumentException or IOException or InvalidOperationException)
        {
            // A connection string may hold a password, so it is not repeated.
            var why = VisibleText.OneLine(e.GetBaseException().Message).TrimEnd('.');
            return new(null, [new Diagnostic(DiagnosticCatalog.LedgerNotOpened, new Location("ledger"), [why])]);
        }

        async Task<Result<AnswerLedger>> OpenAsync(LedgerDatabase database) =>
            await database.MigrateAsync(steps, creates, cancellationToken).ConfigureAwait(false) is { } fault
                ? new(null, [fault])
                : new(new AnswerLedger(database, clock ?? TimeProvider.System), []);
    }

    /// <summary>Appends an entry. When it returns, the entry is on the disk.</summary>
    /// <param name="record">The question and its answer.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the entry may be written nevertheless.</param>
    /// <exception cref="IOException">The entry could not be written.</exception>
    /// <exception cref="InvalidOperationException">The ledger lacks the files of a scheme; see <see cref="AddSchemeAsync"/>.</exception>
    public async Task<LedgerEntry> AppendAsync(LedgerRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var pending = new Pending(record);
        try
        {
            await _pending.Writer.WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(AnswerLedger));
        }

        return await pending.Written.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the ledger has the files of a scheme.</summary>
    /// <param name="hash">The scheme's hash.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public Task<bool> HasSchemeAsync(string hash, CancellationToken cancellationToken = default) => UseAsync(tables =>
        tables.SchemeFiles.AnyAsync(f => f.Scheme == hash, cancellationToken));

    /// <summary>Adds the files of a scheme that decide verdicts, unless the ledger has them.</summary>
    /// <param name="hash">The scheme's hash.</param>
    /// <param name="files">The content of each file, by its name within the plugin's folder.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public Task AddSchemeAsync(string hash, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return UseAsync(tables => AddAsync(tables, hash, files, cancellationToken));
    }

    private async Task<bool> AddAsync(
        LedgerTables tables, string hash, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.LockAsync(tables, cancellationToken).ConfigureAwait(false);
        if (await tables.SchemeFiles.AnyAsync(f => f.Scheme == hash, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var content = LedgerEntry.HashOf(bytes);
            if (tables.Contents.Local.All(c => c.Hash != content)
                && !await tables.Contents.AnyAsync(c => c.Hash == content, cancellationToken).ConfigureAwait(false))
            {
                tables.Contents.Add(new Content { Hash = content, Bytes = bytes });
            }

            tables.SchemeFiles.Add(new SchemeFile { Scheme = hash, Name = name, Content = content });
        }

        await tables.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await tables.Database.CommitTransactionAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The files of a scheme; empty if the ledger has none.</summary>
    /// <param name="hash">The scheme's hash.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadSchemeAsync(string hash, CancellationToken cancellationToken = default) =>
        (await FilesOfAsync(hash, cancellationToken).ConfigureAwait(false)).ToDictionary(f => f.Name, f => f.Bytes, StringComparer.Ordinal);

    // Each with the hash that its content has to have.
    private Task<List<(string Name, string Hash, byte[] Bytes)>> FilesOfAsync(string hash, CancellationToken cancellationToken) =>
        UseAsync(async tables =>
        {
            var files = await tables.SchemeFiles.Where(f => f.Scheme == hash)
                .Join(tables.Contents, f => f.Content, c => c.Hash, (f, c) => new { f.Name, c.Hash, c.Bytes })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return files.ConvertAll(f => (f.Name, f.Hash, f.Bytes));
        });

    /// <summary>An entry; null if there is none of the number.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellationToken = default) => UseAsync(tables =>
        tables.Entries.AsNoTracking().FirstOrDefaultAsync(e => e.Number == number, cancellationToken));

    /// <summary>The entries from a number on, in order.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public async IAsyncEnumerable<LedgerEntry> ReadAsync(
        long from = 1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var tables = _database.Open();
        var entries = tables.Entries.AsNoTracking().Where(e => e.Number >= from).OrderBy(e => e.Number).AsAsyncEnumerable();
        await using var reading = entries.GetAsyncEnumerator(cancellationToken);
        while (await GuardedAsync(() => reading.MoveNextAsync().AsTask()).ConfigureAwait(false))
        {
            yield return reading.Current;
        }
    }

    /// <summary>The bytes of a hash; null if the ledger has none.</summary>
    /// <param name="hash">The hash that an entry names.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public Task<byte[]?> ContentAsync(string hash, CancellationToken cancellationToken = default) => UseAsync(tables =>
        tables.Contents.Where(c => c.Hash == hash).Select(c => c.Bytes).FirstOrDefaultAsync(cancellationToken));

    /// <summary>Verifies the chain: numbers without gaps, hashes, and that all contents are there and unchanged.</summary>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <returns>The number of entries, the hash of the last, and what is wrong; the chain is verified to its end nevertheless.</returns>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public async Task<LedgerState> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var (faults, count, previous) = (ImmutableArray.CreateBuilder<Diagnostic>(), 0L, LedgerEntry.Origin);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            count++;
            if (await FaultOf(entry, count, previous, seen, cancellationToken).ConfigureAwait(false) is { } fault)
            {
                faults.Add(new Diagnostic(DiagnosticCatalog.LedgerBroken, new Location(Name), [$"{entry.Number}", fault]));
            }

            (count, previous) = (entry.Number, entry.Hash);
        }

        return new LedgerState(count, count == 0 ? "" : previous, faults.ToImmutable());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        _database.Close();
    }

    private async Task<LocalizedText?> FaultOf(
        LedgerEntry entry, long number, string previous, HashSet<string> seen, CancellationToken cancellationToken)
    {
        if (entry.Number != number)
        {
            return new($"前面少了第 {number} 条", $"entry {number} before it is missing");
        }

        if (entry.Previous != previous)
        {
            return new("和前一条接不上", "it does not follow the entry before");
        }

        if (entry.Hash != entry.Computed())
        {
            return new("内容和校验码不符", "its content does not match its hash");
        }

        foreach (var hash in entry.Contents.Where(seen.Add))
        {
            if (await ContentAsync(hash, cancellationToken).ConfigureAwait(false) is not { } bytes || LedgerEntry.HashOf(bytes) != hash)
            {
                return new("填报数据或结果缺失，或被改动", "its facts or answer are missing or changed");
            }
        }

        foreach (var scheme in entry.SchemesInForce.Where(s => seen.Add($"scheme {s.Hash}")))
        {
            var files = await FilesOfAsync(scheme.Hash, cancellationToken).ConfigureAwait(false);
            if (files.Count == 0)
            {
                return new($"缺指标体系 {scheme.Key} 的文件", $"the files of the scheme {scheme.Key} are missing");
            }

            if (files.Exists(f => LedgerEntry.HashOf(f.Bytes) != f.Hash))
            {
                return new($"指标体系 {scheme.Key} 的文件被改动", $"the files of the scheme {scheme.Key} are changed");
            }
        }

        return null;
    }

    private void Write()
    {
        var batch = new List<Pending>();
        while (_pending.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _pending.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                var entries = WriteAsync(batch).GetAwaiter().GetResult();
                foreach (var (pending, entry) in batch.Zip(entries))
                {
                    pending.Written.TrySetResult(entry);
                }
            }
            catch (Exception e)
            {
                // Nothing of the batch is in the ledger, so none of its answers may be given.
                var why = new IOException("The ledger could not be written.", e);
                batch.ForEach(pending => pending.Written.TrySetException(why));
            }
        }
    }

    private async Task<List<LedgerEntry>> WriteAsync(List<Pending> batch)
    {
        await using var tables = _database.Open();
        await using var transaction = await _database.LockAsync(tables, CancellationToken.None).ConfigureAwait(false);
        await RequireSchemesAsync(tables, batch).ConfigureAwait(false);
        var last = await tables.Entries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync().ConfigureAwait(false);
        var (number, previous) = (last?.Number ?? 0, last?.Hash ?? LedgerEntry.Origin);
        var entries = new List<LedgerEntry>();
        foreach (var record in batch.Select(p => p.Record))
        {
            var entry = LedgerEntry.Of(record, ++number, previous, _clock.GetUtcNow());
            previous = entry.Hash;
            entries.Add(entry);
        }

        await AddContentsAsync(tables, batch).ConfigureAwait(false);
        tables.Entries.AddRange(entries);
        await tables.SaveChangesAsync().ConfigureAwait(false);
        await tables.Database.CommitTransactionAsync().ConfigureAwait(false);
        return entries;
    }

    // Rejects those whose schemes are not there, and no others.
    private static async Task RequireSchemesAsync(LedgerTables tables, List<Pending> batch)
    {
        var asked = batch.SelectMany(p => p.Record.Schemes).Select(s => s.Hash).Distinct().ToList();
        var there = await tables.SchemeFiles.Where(f => asked.Contains(f.Scheme)).Select(f => f.Scheme).Distinct().ToListAsync()
            .ConfigureAwait(false);
        batch.RemoveAll(pending => pending.Record.Schemes.Any(s => !there.Contains(s.Hash))
            && pending.Written.TrySetException(new InvalidOperationException("The ledger lacks the files of a scheme.")));
    }

    private static async Task AddContentsAsync(LedgerTables tables, List<Pending> batch)
    {
        var all = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var record in batch.Select(p => p.Record))
        {
            all.TryAdd(LedgerEntry.HashOf(record.Facts.Span), record.Facts);
            all.TryAdd(LedgerEntry.HashOf(record.Answer.Span), record.Answer);
            if (record.BeforeForm.Length > 0)
            {
                all.TryAdd(LedgerEntry.HashOf(record.Before.Span), record.Before);
            }
        }

        var there = await tables.Contents.Where(c => all.Keys.Contains(c.Hash)).Select(c => c.Hash).ToListAsync().ConfigureAwait(false);
        tables.Contents.AddRange(all.Where(c => !there.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new Content { Hash = c.Key, Bytes = c.Value.ToArray() }));
    }

    private Task<T> UseAsync<T>(Func<LedgerTables, Task<T>> work) => GuardedAsync(async () =>
    {
        await using var tables = _database.Open();
        return await work(tables).ConfigureAwait(false);
    });

    // What the libraries throw where the database fails, or holds what no ledger has.
    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or FormatException or InvalidCastException
            || e is InvalidOperationException and not ObjectDisposedException)
        {
            throw new IOException(VisibleText.OneLine(e.GetBaseException().Message), e);
        }
    }

    private sealed class Pending(LedgerRecord record)
    {
        internal LedgerRecord Record => record;

        internal TaskCompletionSource<LedgerEntry> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The state of a ledger's chain. Immutable.</summary>
/// <param name="Entries">The number of entries.</param>
/// <param name="Head">The hash of the last; empty if there is none.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record LedgerState(long Entries, string Head, ImmutableArray<Diagnostic> Faults)
{
    /// <inheritdoc/>
    public bool Equals(LedgerState? other) =>
        other is not null && Entries == other.Entries && Head == other.Head && Faults.SequenceEqual(other.Faults);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entries, Head);

    /// <summary>The number of entries and the hash of the last.</summary>
    public override string ToString() => $"{Entries} {Head}";
}
