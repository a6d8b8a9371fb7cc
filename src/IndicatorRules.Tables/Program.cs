using IndicatorRules.Tables.Rows;
using IndicatorRules.Protocol;

// The child process that reads Parquet files for a host: requests on standard input, answers on standard output, until the pipe closes.
WorkerLimits.Apply();
using var questions = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
ParquetServing.Run(questions, answers);
