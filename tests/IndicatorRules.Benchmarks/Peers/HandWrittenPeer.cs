namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The limit: the same logic in C# by hand.</summary>
internal sealed class HandWrittenPeer(PlainPlace[] places) : IPeer
{
    public string Name => "hand-written C#";

    public void Judge(int index, Span<Answer> answers) => HandWritten.Judge(places[index], answers);
}
