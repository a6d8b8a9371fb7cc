namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The limit: the same logic in C# by hand.</summary>
internal sealed class HandWrittenPeer(PlainPlace[] places) : IPeer
{
    public string Name => "hand-written C#";

    public void Judge(int place, Span<Answer> answers) => HandWritten.Judge(places[place], answers);
}
