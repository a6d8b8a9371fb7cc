using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IndicatorRules.Ledger;

/// <summary>The database of a ledger: SQLite by the name of a file, PostgreSQL by a connection string.</summary>
internal sealed class LedgerDatabase
{
    private const int BusySeconds = 30;

    private readonly DbContextOptions<LedgerTables> _options;

    private LedgerDatabase(string name, bool isPostgres, DbContextOptions<LedgerTables> options) =>
        (Name, IsPostgres, _options) = (name, isPostgres, options);

    /// <summary>The name for diagnostics: the file, or server and database. Never a password.</summary>
    internal string Name { get; }

    internal bool IsPostgres { get; }

    /// <summary>Describes a database, without opening it.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    internal static LedgerDatabase Of(string connection, bool creates)
    {
        var builder = new DbContextOptionsBuilder<LedgerTables>();
        if (IsOfPostgres(connection))
        {
            var parsed = new NpgsqlConnectionStringBuilder(connection);
            builder.UseNpgsql(parsed.ConnectionString);
            return new($"{parsed.Host}/{parsed.Database}", true, builder.Options);
        }

        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(connection),
            Mode = creates ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            DefaultTimeout = BusySeconds,
            ForeignKeys = true,
        };
        builder.UseSqlite(file.ConnectionString);
        return new(connection, false, builder.Options);
    }

    /// <summary>
    /// The same file of SQLite, to be read where nothing can be written beside it, such as a copy on a read-only disk; null if entries may
    /// wait in a file beside it, or it is none.
    /// </summary>
    internal LedgerDatabase? Unchanging()
    {
        if (IsPostgres || !File.Exists(Name) || new FileInfo($"{Name}-wal") is { Exists: true, Length: > 0 })
        {
            return null;
        }

        var file = new SqliteConnectionStringBuilder
        {
            DataSource = $"{new Uri(Path.GetFullPath(Name)).AbsoluteUri}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
        };
        return new(Name, false, new DbContextOptionsBuilder<LedgerTables>().UseSqlite(file.ConnectionString).Options);
    }

    /// <summary>Why a text names neither a file nor a server; null if it names one.</summary>
    internal static LocalizedText? WhyNone(string connection) => IsOfPostgres(connection) || !LooksLikeConnection(connection) ? null
        : new(
            "连接字符串要写明服务器：Host=…;Database=…；SQLite 只写文件名",
            "a connection string names its server, Host=…;Database=…; for SQLite write the name of a file alone");

    internal LedgerTables Open() => new(_options);

    /// <summary>Closes connections that are held for the next use, so that SQLite leaves one file behind.</summary>
    internal void Close()
    {
        using var tables = Open();
        if (tables.Database.GetDbConnection() is SqliteConnection connection)
        {
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Brings the tables to the latest format. Those that have it are only read, unless they are to be written.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    internal async Task<Diagnostic?> MigrateAsync(ImmutableArray<LedgerStep> steps, bool creates, CancellationToken cancellationToken)
    {
        await using var tables = Open();
        await tables.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!creates && await VersionAsync(tables, cancellationToken).ConfigureAwait(false) == steps.Length)
        {
            return null;
        }

        if (!IsPostgres && creates)
        {
            // Readers then do not wait for writers. The setting stays in the file.
            await tables.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        }

        await using var transaction = await BeginAsync(tables, cancellationToken).ConfigureAwait(false);
        var there = await VersionAsync(tables, cancellationToken).ConfigureAwait(false);
        if (there > steps.Length)
        {
            return new Diagnostic(DiagnosticCatalog.LedgerNewer, new Location(Name), [$"{there}", $"{steps.Length}"]);
        }

        if (there == 0 && !creates)
        {
            return new Diagnostic(
                DiagnosticCatalog.LedgerNotOpened, new Location(Name),
                [new LocalizedText("里面没有台账", "there is no ledger in it")]);
        }

        for (var version = there + 1; version <= steps.Length; version++)
        {
            var step = steps[version - 1];
            foreach (var statement in IsPostgres ? step.Postgres : step.Sqlite)
            {
                await ExecuteAsync(tables, statement, cancellationToken).ConfigureAwait(false);
            }

            tables.Formats.Add(new Format { Version = version });
            await tables.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Begins a transaction that no other writer is in: they wait for it.</summary>
    internal async Task<IAsyncDisposable> LockAsync(LedgerTables tables, CancellationToken cancellationToken)
    {
        var transaction = await BeginAgainAsync(tables, cancellationToken).ConfigureAwait(false);
        if (IsPostgres)
        {
            await ExecuteAsync(tables, "LOCK TABLE ledger_entry IN EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        return transaction;
    }

    // A server that was restarted has closed the connections that are held for the next use. Nothing is written yet: one more try is safe.
    private async Task<IDbContextTransaction> BeginAgainAsync(LedgerTables tables, CancellationToken cancellationToken)
    {
        try
        {
            return await BeginAsync(tables, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException && IsPostgres)
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)tables.Database.GetDbConnection());
            if (tables.Database.CurrentTransaction is { } lost)
            {
                await lost.DisposeAsync().ConfigureAwait(false);
            }

            await tables.Database.CloseConnectionAsync().ConfigureAwait(false);
            return await BeginAsync(tables, cancellationToken).ConfigureAwait(false);
        }
    }

    // SQLite begins a serializable transaction as a writer, at once; PostgreSQL locks a table that it begins with.
    private async Task<IDbContextTransaction> BeginAsync(LedgerTables tables, CancellationToken cancellationToken)
    {
        var transaction = await tables.Database
            .BeginTransactionAsync(IsPostgres ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable, cancellationToken)
            .ConfigureAwait(false);
        if (IsPostgres)
        {
            await ExecuteAsync(tables, "SELECT pg_advisory_xact_lock(7001)", cancellationToken).ConfigureAwait(false);
        }

        return transaction;
    }

    private async Task<int> VersionAsync(LedgerTables tables, CancellationToken cancellationToken)
    {
        var exists = await ScalarAsync(
            tables,
            IsPostgres ? "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'ledger_format'"
                : "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'ledger_format'",
            cancellationToken).ConfigureAwait(false);
        return exists == 0 ? 0
            : (int)await ScalarAsync(tables, "SELECT max(version) FROM ledger_format", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<long> ScalarAsync(LedgerTables tables, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(tables, sql);
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(LedgerTables tables, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(tables, sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Plain commands: EF Core reads braces in raw SQL as placeholders.
    private static DbCommand Command(LedgerTables tables, string sql)
    {
        var command = tables.Database.GetDbConnection().CreateCommand();
        command.Transaction = tables.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // All statements are constants of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static bool IsOfPostgres(string connection) => KeysOf(connection).Any(k => k is "host" or "server");

    // What would otherwise become a file whose name holds a password.
    private static bool LooksLikeConnection(string connection) =>
        connection.Contains("://", StringComparison.Ordinal)
        || KeysOf(connection).Any(k => k is "database" or "username" or "user id" or "password" or "port" or "data source" or "filename");

    private static IEnumerable<string> KeysOf(string connection) => connection.Split(';')
        .Where(p => p.Contains('=', StringComparison.Ordinal)).Select(p => p.Split('=')[0].Trim().ToLowerInvariant());
}
