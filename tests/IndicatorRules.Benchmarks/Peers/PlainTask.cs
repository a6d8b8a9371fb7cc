using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>A superior's task, held plainly.</summary>
public sealed record PlainTask(SuperiorTaskState State, PlainTaskFigure[] Figures);
