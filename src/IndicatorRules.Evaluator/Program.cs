using IndicatorRules.Evaluator.Judging;
using IndicatorRules.Protocol;

// The process that judges: jobs on standard input, answers on standard output, until the host closes the pipe.
WorkerLimits.Apply();
using var jobs = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
var judge = new JobJudge();
while (Frame.Read(jobs) is { } job)
{
    Frame.Write(answers, judge.Judge(job));
}
