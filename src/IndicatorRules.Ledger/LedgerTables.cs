using Microsoft.EntityFrameworkCore;

namespace IndicatorRules.Ledger;

/// <summary>The tables of the ledger. Rows are added, never changed.</summary>
internal sealed class LedgerTables(DbContextOptions<LedgerTables> options) : DbContext(options)
{
    internal DbSet<LedgerEntry> Entries => Set<LedgerEntry>();

    internal DbSet<Content> Contents => Set<Content>();

    internal DbSet<SchemeFile> SchemeFiles => Set<SchemeFile>();

    internal DbSet<Format> Formats => Set<Format>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("ledger_entry").HasKey(e => e.Number);
            entry.Property(e => e.Number).HasColumnName("number").ValueGeneratedNever();
            entry.Property(e => e.Previous).HasColumnName("previous");
            entry.Property(e => e.Hash).HasColumnName("hash");
            entry.Property(e => e.At).HasColumnName("written_at");
            entry.Property(e => e.Client).HasColumnName("client");
            entry.Property(e => e.Engine).HasColumnName("engine");
            entry.Property(e => e.Kind).HasColumnName("kind");
            entry.Property(e => e.Options).HasColumnName("options");
            entry.Property(e => e.FactsForm).HasColumnName("facts_form");
            entry.Property(e => e.Facts).HasColumnName("facts");
            entry.Property(e => e.BeforeForm).HasColumnName("before_form");
            entry.Property(e => e.Before).HasColumnName("before_facts");
            entry.Property(e => e.Schemes).HasColumnName("schemes");
            entry.Property(e => e.AnswerForm).HasColumnName("answer_form");
            entry.Property(e => e.Answer).HasColumnName("answer");
            entry.Ignore(e => e.SchemesInForce).Ignore(e => e.ExtensionsInForce).Ignore(e => e.Contents);
        });
        modelBuilder.Entity<Content>(content =>
        {
            content.ToTable("ledger_content").HasKey(c => c.Hash);
            content.Property(c => c.Hash).HasColumnName("hash");
            content.Property(c => c.Bytes).HasColumnName("bytes");
        });
        modelBuilder.Entity<SchemeFile>(file =>
        {
            file.ToTable("ledger_scheme_file").HasKey(f => new { f.Scheme, f.Name });
            file.Property(f => f.Scheme).HasColumnName("scheme");
            file.Property(f => f.Name).HasColumnName("name");
            file.Property(f => f.Content).HasColumnName("content");
        });
        modelBuilder.Entity<Format>(format =>
        {
            format.ToTable("ledger_format").HasKey(f => f.Version);
            format.Property(f => f.Version).HasColumnName("version").ValueGeneratedNever();
        });
    }
}

/// <summary>Bytes under their hash.</summary>
internal sealed class Content
{
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>A file of a scheme that decides verdicts.</summary>
internal sealed class SchemeFile
{
    /// <summary>The scheme's hash.</summary>
    public required string Scheme { get; init; }

    /// <summary>The name within the plugin's folder, with forward slashes.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of its content.</summary>
    public required string Content { get; init; }
}

/// <summary>A step that the tables have been brought to. The highest is their format.</summary>
internal sealed class Format
{
    public required int Version { get; init; }
}
