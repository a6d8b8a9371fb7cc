using System.Text;

namespace IndicatorRules.Tables.Formats;

/// <summary>
/// Answers requests in the child process: the head of a file for its path, the next rows for an empty request. Hostile bytes can hang the
/// Parquet library, and a process can be killed.
/// </summary>
internal sealed class ParquetServing : IDisposable
{
    private ParquetFile? _file;

    internal byte[] Answer(byte[] request) =>
        request.Length > 0 ? ParquetWire.Write(Open(Encoding.UTF8.GetString(request))) : ParquetWire.Write(Next());

    public void Dispose() => _file?.Dispose();

    // The library documents no exceptions for bytes that are not Parquet.
    private ParquetHead Open(string path)
    {
        _file?.Dispose();
        _file = null;
        try
        {
            _file = new ParquetFile(path);
            return _file.Head;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return new([], 0, ParquetFault.Damaged);
        }
    }

    private ParquetPart Next()
    {
        try
        {
            return _file?.Next() ?? new([], 0, ParquetFault.Damaged);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return new([], 0, ParquetFault.Damaged);
        }
    }
}
