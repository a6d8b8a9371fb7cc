using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Ledger;
using Microsoft.Data.Sqlite;

namespace IndicatorRules.Service.Tests;

public sealed class LedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Answers_AreRecordedBeforeTheyAreGiven_AndRunAgainToTheSameBytes()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        var told = new List<Told>();
        await using (var ledger = await OpenAsync(file))
        {
            await using var service = await ServiceUnderTest.StartAsync(Options(ledger));
            foreach (var (path, accept) in new[]
            {
                ("/assess", "application/json"), ("/assess?scheme=national-revised&scheme=jingle-county&lang=en", "text/html"),
                ("/explain?indicator=29", "application/json"), ("/check", "application/json"),
                ("/missing?evidence=measured", "application/json"),
                ("/diff?set=29%3D48.5", "application/json"),
                ("/assess", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            })
            {
                told.Add(await service.PostAsync(path, accept));
            }

            Assert.Equal(Enumerable.Range(1, told.Count).Select(n => $"{n}"), told.Select(t => t.Headers["IndicatorRules-Entry"]));
            // What was refused, or was there already, is no answer.
            Assert.Equal(422, (await service.PostAsync("/assess?year=1999")).Status);
            var again = await service.PostAsync("/assess", File.ReadAllBytes(ServiceUnderTest.Facts),
                change: r => r.Headers.TryAddWithoutValidation("If-None-Match", told[0].Headers["ETag"]));
            Assert.Equal(304, again.Status);
        }

        await using var opened = await OpenAsync(file, creates: false);
        var state = await opened.VerifyAsync();
        Assert.Equal((told.Count, ""), ((int)state.Entries, string.Join('\n', state.Faults)));
        using var replay = new LedgerReplay(opened);
        await foreach (var entry in opened.ReadAsync())
        {
            Assert.Equal(LedgerEntry.HashOf(told[(int)entry.Number - 1].Bytes), entry.Answer);
            var fault = await replay.RunAsync(entry);
            Assert.True(fault is null, $"{entry.Kind} {entry.Options} {entry.AnswerForm}: {fault}");
        }
    }

    [Fact]
    public async Task Entries_AreRunAgainByTheSchemesOfTheirTime()
    {
        using var folder = TempFolder.WithPlugins();
        using var other = new TempFolder();
        await using var ledger = await OpenAsync(other.In("ledger.db"));
        await using (var service = await ServiceUnderTest.StartAsync(Options(ledger), folder.Path))
        {
            await service.PostAsync("/assess?scheme=national-revised&partial=true");
        }

        folder.Edit("national-revised/scheme.json", "60 * Place.Terrain.Mountain", "61 * Place.Terrain.Mountain");
        await using (var service = await ServiceUnderTest.StartAsync(Options(ledger), folder.Path))
        {
            await service.PostAsync("/assess?scheme=national-revised&partial=true");
        }

        var entries = new List<LedgerEntry>();
        using var replay = new LedgerReplay(ledger);
        await foreach (var entry in ledger.ReadAsync())
        {
            entries.Add(entry);
            Assert.Equal("", $"{await replay.RunAsync(entry)}");
        }

        Assert.NotEqual(entries[0].Schemes, entries[1].Schemes);
        Assert.NotEqual(entries[0].Answer, entries[1].Answer);
        // Unchanged schemes are held once.
        Assert.Equal(entries[0].SchemesInForce.Intersect(entries[1].SchemesInForce).Count(), entries[0].SchemesInForce.Length - 1);
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET options = 'year=2020' WHERE number = 2", 2)]
    [InlineData("UPDATE ledger_entry SET written_at = '2020' WHERE number = 1", 1)]
    [InlineData("DELETE FROM ledger_entry WHERE number = 2", 3)]
    [InlineData("UPDATE ledger_content SET bytes = x'00' WHERE hash = (SELECT answer FROM ledger_entry WHERE number = 3)", 3)]
    [InlineData("UPDATE ledger_entry SET hash = 'x' WHERE number = 1", 1)]
    [InlineData("DELETE FROM ledger_scheme_file", 1)]
    [InlineData("UPDATE ledger_content SET bytes = x'02' WHERE hash IN (SELECT content FROM ledger_scheme_file)", 1)]
    public async Task Changes_AreRefused_AndSeenWhereTheyAreForced(string statement, int entry)
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using (var ledger = await OpenAsync(file))
        {
            await FillAsync(ledger, 4);
        }

        var refused = Assert.Throws<SqliteException>(() => Execute(file, statement));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Execute(file, "PRAGMA foreign_keys = OFF;" + string.Concat(new[] { "entry", "content", "scheme_file" }.Select(
            t => $"DROP TRIGGER ledger_{t}_no_update; DROP TRIGGER ledger_{t}_no_delete;")) + statement);
        await using var opened = await OpenAsync(file, creates: false);
        var state = await opened.VerifyAsync();
        Assert.Equal("IR7022", state.Faults[0].Id);
        Assert.Equal($"{entry}", state.Faults[0].Arguments[0].En);
    }

    [Fact]
    public async Task Writers_OfSeveralProcesses_KeepOneChain()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using var first = await OpenAsync(file);
        await using var second = await OpenAsync(file);
        await AddSchemeAsync(first);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? first : second).AppendAsync(Record(i))));
        var state = await first.VerifyAsync();
        Assert.Equal((200, ""), ((int)state.Entries, string.Join('\n', state.Faults)));
        Assert.Equal(200, await first.ReadAsync().Select(e => e.Client).Distinct().CountAsync());
    }

    [Fact]
    public async Task Entries_WithoutTheirSchemes_AreNotWritten()
    {
        using var folder = new TempFolder();
        await using var ledger = await OpenAsync(folder.In("ledger.db"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync(Record(1)));
        Assert.Equal(0, (await ledger.VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Schemes_WhoseFilesChangedSince_GiveNoAnswer()
    {
        using var folder = TempFolder.WithPlugins();
        using var other = new TempFolder();
        await using var ledger = await OpenAsync(other.In("ledger.db"));
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], WarmUp = false, Watch = false, Ledger = ledger };
        await using var service = await ServiceUnderTest.StartAsync(
            options, folder.Path, _ => folder.Edit("national-revised/scheme.json", "60 * Place.Terrain", "61 * Place.Terrain"));
        var told = await service.PostAsync("/assess");
        Assert.Equal((503, "IR7026"), (told.Status, told.Ids));
        folder.Edit("national-revised/scheme.json", "61 * Place.Terrain", "60 * Place.Terrain");
        Assert.Equal("1", (await service.PostAsync("/assess")).Headers["IndicatorRules-Entry"]);
    }

    [Fact]
    public async Task Entries_OfAnotherProgram_AreNotRunAgain()
    {
        using var folder = new TempFolder();
        await using var ledger = await OpenAsync(folder.In("ledger.db"));
        await FillAsync(ledger, 1);
        using var replay = new LedgerReplay(ledger);
        Assert.Equal("IR7027", (await replay.RunAsync((await ledger.FindAsync(1))!))?.Id);
    }

    [Fact]
    public async Task UnwritableLedger_GivesNoAnswer()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using var ledger = await OpenAsync(file);
        await using var service = await ServiceUnderTest.StartAsync(Options(ledger));
        Assert.Equal(200, (await service.PostAsync("/assess")).Status);
        await service.ReadyAsync();
        Execute(file, "CREATE TRIGGER full BEFORE INSERT ON ledger_entry BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        var told = await service.PostAsync("/missing");
        Assert.Equal((503, "IR7025"), (told.Status, told.Ids));
        Assert.Equal("degraded\n", (await service.GetAsync("/health/ready")).Text);
        Assert.Contains(service.Log, l => l.StartsWith("[1111] ", StringComparison.Ordinal)
            && l.Contains("disk full", StringComparison.Ordinal));
        Execute(file, "DROP TRIGGER full");
        Assert.Equal("2", (await service.PostAsync("/missing")).Headers["IndicatorRules-Entry"]);
        Assert.Equal("ready\n", (await service.GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task LedgerThatCannotTakeSchemes_GivesNoAnswer_AndDoesNotEndTheService()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using var ledger = await OpenAsync(file);
        Execute(file, "CREATE TRIGGER full BEFORE INSERT ON ledger_content BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        await using var service = await ServiceUnderTest.StartAsync(Options(ledger));
        await service.ReadyAsync();
        var told = await service.PostAsync("/assess");
        Assert.Equal((503, "IR7025"), (told.Status, told.Ids));
        Assert.Equal("degraded\n", (await service.GetAsync("/health/ready")).Text);
        Execute(file, "DROP TRIGGER full");
        Assert.Equal("1", (await service.PostAsync("/assess")).Headers["IndicatorRules-Entry"]);
    }

    [Fact]
    public async Task OneRecordWithoutItsSchemes_HoldsUpNoOthers()
    {
        using var folder = new TempFolder();
        await using var ledger = await OpenAsync(folder.In("ledger.db"));
        await AddSchemeAsync(ledger);
        var all = Enumerable.Range(0, 40).Select(i => ledger.AppendAsync(Record(i, i % 4 == 0 ? [new("b@1.0.0", "none")] : null))).ToList();
        await Task.WhenAll(all.Select(t => Task.WhenAny(t)));
        Assert.Equal(30, all.Count(t => t.IsCompletedSuccessfully));
        Assert.Equal(30, (await ledger.VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Commit_WaitsForTheDisk()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using var ledger = await OpenAsync(file);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        foreach (var (setting, value) in new[] { ("journal_mode", "wal"), ("synchronous", "2") })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {setting}";
            Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
        }
    }

    [Fact]
    public async Task Readers_DoNotWaitForAWriter()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using (var ledger = await OpenAsync(file))
        {
            await FillAsync(ledger, 2);
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        // Held until it is disposed: as on a file that may only be read, nobody else can write.
        await using var writing = connection.BeginTransaction(System.Data.IsolationLevel.Serializable);
        var opening = OpenAsync(file, creates: false);
        await using var reader = await opening.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(2, (await reader.VerifyAsync()).Entries);
    }

    [UnixFact]
    public async Task Ledger_WhereNothingCanBeMadeBesideIt_IsRead()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using (var ledger = await OpenAsync(file))
        {
            await FillAsync(ledger, 2);
        }

        // As on a read-only disk, also for root: the file beside it cannot be made.
        File.CreateSymbolicLink($"{file}-shm", folder.In("no/such/folder"));
        await using (var reader = await OpenAsync(file, creates: false))
        {
            Assert.Equal((2, 0), ((int)(await reader.VerifyAsync()).Entries, (await reader.VerifyAsync()).Faults.Length));
        }

        // Entries that wait beside it would be missed.
        await File.WriteAllTextAsync($"{file}-wal", "entries");
        Assert.Equal("IR7020", Assert.Single((await AnswerLedger.OpenAsync(file, creates: false)).Diagnostics).Id);
    }

    [Fact]
    public async Task DamagedLedger_IsReadToItsDamage()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        await using (var ledger = await OpenAsync(file))
        {
            await FillAsync(ledger, 4);
        }

        Execute(file, "PRAGMA foreign_keys = OFF; DROP TRIGGER ledger_entry_no_update;"
            + "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'client TEXT NOT NULL', 'client TEXT')"
            + " WHERE name = 'ledger_entry'; PRAGMA writable_schema = RESET");
        Execute(file, "UPDATE ledger_entry SET client = NULL WHERE number = 2");
        await using var opened = await OpenAsync(file, creates: false);
        await Assert.ThrowsAsync<IOException>(() => opened.VerifyAsync());
    }

    [Theory]
    [InlineData("Database=x;Host=127.0.0.1;Port=1;Timeout=1;Password=verysecret")]
    [InlineData("Database=x;Username=u;Password=verysecret")]
    [InlineData("postgres://u:verysecret@127.0.0.1:1/x")]
    [InlineData("Data Source=verysecret.db")]
    public async Task ConnectionStrings_OfAnyOrder_AreNoFiles(string connection)
    {
        using var folder = new TempFolder();
        var before = Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Order().ToList();
        var opened = await AnswerLedger.OpenAsync(connection, creates: true);
        Assert.Equal("IR7020", Assert.Single(opened.Diagnostics).Id);
        Assert.DoesNotContain("verysecret", $"{opened.Diagnostics[0]}", StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Order());
    }

    [Theory]
    [InlineData("no/such/folder/ledger.db", true)]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=verysecret;Timeout=1", true)]
    [InlineData("Host=;Nonsense=1", true)]
    public async Task Ledger_ThatCannotBeOpened_SaysSo(string connection, bool creates)
    {
        using var folder = new TempFolder();
        var at = connection.StartsWith("Host", StringComparison.Ordinal) ? connection : folder.In(connection);
        var opened = await AnswerLedger.OpenAsync(at, creates);
        Assert.Equal("IR7020", Assert.Single(opened.Diagnostics).Id);
        Assert.DoesNotContain("verysecret", $"{opened.Diagnostics[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFiles_AreNoLedgers()
    {
        using var folder = new TempFolder();
        var text = folder.Write("text.db", "this is no database, and long enough for its first page to be looked at");
        Assert.Equal("IR7020", Assert.Single((await AnswerLedger.OpenAsync(text, creates: true)).Diagnostics).Id);
        Assert.Equal("IR7020", Assert.Single((await AnswerLedger.OpenAsync(folder.In("none.db"), creates: false)).Diagnostics).Id);
        Assert.False(File.Exists(folder.In("none.db")));
        Execute(folder.In("empty.db"), "CREATE TABLE other (x)");
        Assert.Equal("IR7020", Assert.Single((await AnswerLedger.OpenAsync(folder.In("empty.db"), creates: false)).Diagnostics).Id);
    }

    [Fact]
    public async Task NewStep_IsAppliedToAnOldLedger_WhichEarlierProgramsThenRefuse()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        File.Copy(Repo.In("tests/corpus/ledgers/version-1.db"), file);
        ImmutableArray<LedgerStep> steps =
            [.. LedgerFormat.Steps, new(["ALTER TABLE ledger_entry ADD COLUMN later TEXT"], [])];
        var migrated = await AnswerLedger.OpenAsync(file, creates: false, steps, null, default);
        await using (var ledger = migrated.OrThrow())
        {
            Assert.Empty((await ledger.VerifyAsync()).Faults);
            await ledger.AppendAsync(Record(9, (await ledger.FindAsync(1))!.SchemesInForce));
        }

        Assert.Equal("IR7021", Assert.Single((await AnswerLedger.OpenAsync(file, creates: true)).Diagnostics).Id);
    }

    [Fact]
    public async Task KeptLedgerOfVersion1_VerifiesAndIsRunAgain()
    {
        using var folder = new TempFolder();
        var file = folder.In("ledger.db");
        File.Copy(Repo.In("tests/corpus/ledgers/version-1.db"), file);
        await using var ledger = await OpenAsync(file, creates: false);
        var state = await ledger.VerifyAsync();
        Assert.Equal((2, ""), ((int)state.Entries, string.Join('\n', state.Faults)));
        Assert.Equal(File.ReadAllText(Repo.In("tests/corpus/ledgers/version-1.head.txt")).Trim(), state.Head);
        using var replay = new LedgerReplay(ledger);
        await foreach (var entry in ledger.ReadAsync())
        {
            // A later program may word an answer otherwise; it must not fail to run it.
            var fault = await replay.RunAsync(entry);
            Assert.True(fault is null || fault.Id == "IR7023", $"{fault}");
        }
    }

    [PostgresFact]
    public async Task Postgres_KeepsOneChain_AndRefusesChanges()
    {
        var connection = PostgresFactAttribute.Connection!;
        await using var database = new Npgsql.NpgsqlConnection(connection);
        await database.OpenAsync();
        await RunAsync("DROP SCHEMA IF EXISTS ledger_test CASCADE; CREATE SCHEMA ledger_test");
        var at = $"{connection};Search Path=ledger_test";
        await using var first = await OpenAsync(at);
        await using var second = await OpenAsync(at);
        await using (var service = await ServiceUnderTest.StartAsync(Options(first)))
        {
            Assert.Equal("1", (await service.PostAsync("/assess")).Headers["IndicatorRules-Entry"]);
        }

        await AddSchemeAsync(first);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? first : second).AppendAsync(Record(i))));
        var state = await second.VerifyAsync();
        Assert.Equal((201, ""), ((int)state.Entries, string.Join('\n', state.Faults)));
        using var replay = new LedgerReplay(second);
        Assert.Equal("", $"{await replay.RunAsync((await second.FindAsync(1))!)}");
        foreach (var statement in new[]
        {
            "UPDATE ledger_test.ledger_entry SET client = ''",
            "DELETE FROM ledger_test.ledger_content", "TRUNCATE ledger_test.ledger_entry",
        })
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsync(statement));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        async Task RunAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, database);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<AnswerLedger> OpenAsync(string connection, bool creates = true) =>
        (await AnswerLedger.OpenAsync(connection, creates, new FixedClock())).OrThrow();

    private static ServiceOptions Options(AnswerLedger ledger) =>
        new() { Listen = ["127.0.0.1:0"], MostPerSecond = 100_000, WarmUp = false, Ledger = ledger };

    private static async Task FillAsync(AnswerLedger ledger, int count)
    {
        await AddSchemeAsync(ledger);
        for (var i = 0; i < count; i++)
        {
            await ledger.AppendAsync(Record(i));
        }
    }

    private static Task AddSchemeAsync(AnswerLedger ledger) =>
        ledger.AddSchemeAsync("abc", new Dictionary<string, byte[]> { ["scheme.json"] = [1], ["rules/a.csx"] = [1] });

    private static LedgerRecord Record(int i, ImmutableArray<LedgerScheme>? schemes = null) => new()
    {
        Client = $"client {i}",
        Engine = "0.1.0",
        Kind = "Assess",
        Options = "",
        FactsForm = "json",
        Facts = "{}"u8.ToArray(),
        Schemes = schemes ?? [new("a@1.0.0", "abc")],
        AnswerForm = "json",
        Answer = Encoding.UTF8.GetBytes($"{i / 2}"),
    };

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
