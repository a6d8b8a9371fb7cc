using IndicatorRules.Reporting.Batching.Tables;
using IndicatorRules.Schemes.Workers;

// The process that reads Parquet files for a host: questions on standard input, answers on standard output, until the host closes the pipe.
WorkerLimits.Apply();
using var questions = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
ParquetServing.Run(questions, answers);
