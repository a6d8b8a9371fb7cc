using IndicatorRules.Isolation;
using IndicatorRules.Tables.Formats;

// The child process that reads Parquet files for a host.
using var serving = new ParquetServing();
ChildProgram.Serve(serving.Answer);
