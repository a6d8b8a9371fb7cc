using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>A table read row by row. One thread at a time.</summary>
internal interface ITableRows : IDisposable
{
    /// <summary>The names of the columns.</summary>
    ImmutableArray<string> Headings { get; }

    /// <summary>The line of the names, counted from 1.</summary>
    int HeadingLine => 1;

    /// <summary>What the author should know of the file as a whole.</summary>
    ImmutableArray<Diagnostic> Notices => [];

    /// <summary>How many cells the row has; another number than there are headings where the row is ragged.</summary>
    int CellCount { get; }

    /// <summary>Where the row stands, counted from 1 as an editor counts.</summary>
    int Line { get; }

    /// <summary>How much was read so far, out of <see cref="Length"/>; for progress only.</summary>
    long Position { get; }

    /// <summary>How much there is to read.</summary>
    long Length { get; }

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="TableFaultException">The rest cannot be read.</exception>
    bool Read();

    /// <summary>
    /// The whole row, its cells between commas, where it can be had at once; empty otherwise. Holds until the next row is read.
    /// </summary>
    ReadOnlySpan<char> Plain { get; }

    /// <summary>One cell of the row as written, without quotes; empty where the row has none. Holds until the next row is read.</summary>
    ReadOnlySpan<char> Cell(int column);
}
