namespace IndicatorRules.Benchmarks.Cold;

/// <summary>A program that is started anew for every measurement.</summary>
internal sealed record ColdPeer(string Name, string[] Arguments);
