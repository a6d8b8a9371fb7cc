using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Isolation;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables.Formats;

/// <summary>The rows of a Parquet file, read in a child process that can be killed. Lines are row numbers, from 1.</summary>
internal sealed class ParquetRows : ITableRows
{
    // Time limits, after which the process is killed. Valid files take a tenth of them on a busy machine.
    internal static readonly TimeSpan PatienceForHead = TimeSpan.FromSeconds(20);
    internal static readonly TimeSpan PatienceForRows = TimeSpan.FromSeconds(60);

    private readonly string _path;
    private readonly CancellationToken _cancellation;
    private readonly ChildProgram _process;
    private readonly string? _copy;
    private ParquetPart _part = new([], 0);
    private int _row = -1;

    internal ParquetRows(InputFile file, string path, CancellationToken cancellationToken)
    {
        (_path, _cancellation) = (path, cancellationToken);
        _copy = file.Name is null ? Copy(file) : null;
        // Throws if the file cannot be opened, as for any other file.
        file.Read().Dispose();
        _process = StartProcess();
        try
        {
            var head = Ask(Encoding.UTF8.GetBytes(Path.GetFullPath(_copy ?? path)), ParquetWire.ReadHead, PatienceForHead);
            Refuse(head.Fault, head.Column, head.Type);
            Headings = [.. head.Headings];
            Length = head.Length;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The child process. A request with a path gets the head of that file; an empty one gets the next rows.</summary>
    internal static ChildProgram StartProcess() =>
        new(new("读取表格的进程", "the process that reads tables"), "IndicatorRules.Tables.dll");

    public ImmutableArray<string> Headings { get; }

    public int CellCount => Headings.Length;

    public int Line { get; private set; }

    public long Position => Line;

    public long Length { get; }

    public bool Read()
    {
        if (++_row >= _part.Rows)
        {
            _part = Ask([], answer => ParquetWire.ReadPart(answer, Headings.Length), PatienceForRows);
            Refuse(_part.Fault);
            _row = 0;
            if (_part.Rows == 0)
            {
                return false;
            }
        }

        Line++;
        return true;
    }

    public ReadOnlySpan<char> Plain => [];

    public ReadOnlySpan<char> Cell(int column) => _part.Cells[column][_row];

    public void Dispose()
    {
        _process.Dispose();
        if (_copy is not null)
        {
            File.Delete(_copy);
        }
    }

    // The input came through a pipe, which the child process cannot open by name.
    private static string Copy(InputFile file)
    {
        var path = Path.GetTempFileName();
        using var from = file.Read();
        using var to = File.Create(path);
        from.CopyTo(to);
        return path;
    }

    private T Ask<T>(byte[] request, Func<byte[], T> read, TimeSpan patience)
        where T : class
    {
        try
        {
            return _process.Ask(request, read, patience, _cancellation);
        }
        catch (ChildProgramException e)
        {
            throw new DiagnosticException(DiagnosticCatalog.TableNotRead, new Location(_path), e.Reason);
        }
    }

    private void Refuse(ParquetFault fault, string column = "", string type = "")
    {
        switch (fault)
        {
            case ParquetFault.Damaged:
                throw new DiagnosticException(DiagnosticCatalog.TableNotParquet, new Location(_path));
            case ParquetFault.ColumnType:
                throw new DiagnosticException(DiagnosticCatalog.TableColumnType, new Location(_path), column, type);
            case ParquetFault.Columns:
                throw new DiagnosticException(
                    DiagnosticCatalog.TableTooLarge, new Location(_path),
                    new($"表格有 {column} 列", $"The table has {column} columns"), $"{TableCaps.Columns}");
            case ParquetFault.Row:
                throw new DiagnosticException(
                    DiagnosticCatalog.TableTooLarge, new Location(_path, Line + 1, 1),
                    new("这一行太长", "The row is too long"), $"{TableCaps.Row}");
        }
    }
}
