using System.Text;
using IndicatorRules.Schemes.Workers;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>
/// The reading process's part: a path comes, the file's head goes back, then some rows for each question. The library that reads is
/// a stranger to hostile bytes: some of them it never comes back from, and here it can be ended.
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

    // The library throws whatever its parts throw at bytes that are no Parquet.
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
