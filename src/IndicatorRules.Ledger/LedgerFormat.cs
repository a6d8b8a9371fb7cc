using System.Collections.Immutable;

namespace IndicatorRules.Ledger;

/// <summary>
/// How the tables came about: steps, each of which is applied once, in a transaction of its own with the row that says so. A step is never
/// changed after a release; a new format is a new step.
/// </summary>
/// <remarks>
/// EF Core's own migrations hold a lock row while they run. In SQLite a killed process leaves it behind, and the next start waits for it
/// for ever.
/// </remarks>
internal static class LedgerFormat
{
    private static readonly string[] Tables = ["ledger_format", "ledger_content", "ledger_scheme_file", "ledger_entry"];

    private static readonly string[] Actions = ["UPDATE", "DELETE"];

    private static readonly string[] Texts = ["written_at", "client", "engine", "kind", "options", "facts_form"];

    /// <summary>The steps: for SQLite and for PostgreSQL.</summary>
    internal static ImmutableArray<LedgerStep> Steps { get; } = [new(Sqlite(), Postgres())];

    private static ImmutableArray<string> Sqlite() =>
    [
        "CREATE TABLE ledger_format (version INTEGER NOT NULL PRIMARY KEY)",
        "CREATE TABLE ledger_content (hash TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)",
        """
        CREATE TABLE ledger_scheme_file (
            scheme TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL REFERENCES ledger_content (hash), PRIMARY KEY (scheme, name))
        """,
        $"CREATE TABLE ledger_entry (number INTEGER NOT NULL PRIMARY KEY, {Columns("TEXT")})",
        .. from table in Tables
           from action in Actions
           select $"""
               CREATE TRIGGER {table}_no_{action.ToLowerInvariant()} BEFORE {action} ON {table}
               BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
               """,
    ];

    private static ImmutableArray<string> Postgres() =>
    [
        "CREATE TABLE ledger_format (version integer NOT NULL PRIMARY KEY)",
        "CREATE TABLE ledger_content (hash text NOT NULL PRIMARY KEY, bytes bytea NOT NULL)",
        """
        CREATE TABLE ledger_scheme_file (
            scheme text NOT NULL, name text NOT NULL, content text NOT NULL REFERENCES ledger_content (hash), PRIMARY KEY (scheme, name))
        """,
        $"CREATE TABLE ledger_entry (number bigint NOT NULL PRIMARY KEY, {Columns("text")})",
        """
        CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$
        """,
        .. from table in Tables
           select $"""
               CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
               FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()
               """,
    ];

    private static string Columns(string text) =>
        $"previous {text} NOT NULL UNIQUE, hash {text} NOT NULL UNIQUE, "
        + string.Join(", ", Texts.Select(c => $"{c} {text} NOT NULL"))
        + $", facts {text} NOT NULL REFERENCES ledger_content (hash), before_form {text} NOT NULL, before_facts {text} NOT NULL, "
        + $"schemes {text} NOT NULL, answer_form {text} NOT NULL, answer {text} NOT NULL REFERENCES ledger_content (hash)";
}

/// <summary>The statements of one step.</summary>
internal sealed record LedgerStep(ImmutableArray<string> Sqlite, ImmutableArray<string> Postgres);
