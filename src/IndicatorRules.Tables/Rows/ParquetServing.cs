using System.Text;
using IndicatorRules.Protocol;

namespace IndicatorRules.Tables.Rows;

/// <summary>
/// Answers requests in the child process: the head of a file for its path, the next rows for an empty request. Hostile bytes can hang the
/// Parquet library, and a process can be killed.
/// </summary>
internal static class ParquetServing
{
    internal static void Run(Stream questions, Stream answers)
    {
        ParquetFile? file = null;
        while (Frame.Read(questions) is { } question)
        {
            if (question.Length > 0)
            {
                file?.Dispose();
                (file, var head) = Open(Encoding.UTF8.GetString(question));
                Frame.Write(answers, ParquetWire.Write(head));
            }
            else
            {
                Frame.Write(answers, ParquetWire.Write(Next(file)));
            }
        }

        file?.Dispose();
    }

    // The library documents no exceptions for bytes that are not Parquet.
    private static (ParquetFile? File, ParquetHead Head) Open(string path)
    {
        try
        {
            var file = new ParquetFile(path);
            return (file, file.Head);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return (null, new([], 0, ParquetFault.Damaged));
        }
    }

    private static ParquetPart Next(ParquetFile? file)
    {
        try
        {
            return file?.Next() ?? new([], 0, ParquetFault.Damaged);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return new([], 0, ParquetFault.Damaged);
        }
    }
}
