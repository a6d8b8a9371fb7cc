namespace IndicatorRules.Benchmarks.Peers;

/// <summary>One figure of a superior's task, held plainly.</summary>
public sealed record PlainTaskFigure(decimal Required, bool AtMost, PlainFigure Actual);
