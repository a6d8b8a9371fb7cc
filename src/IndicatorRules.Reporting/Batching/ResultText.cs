using System.Text;

namespace IndicatorRules.Reporting.Batching;

/// <summary>A result that goes out as it comes, to a terminal or another program.</summary>
internal sealed class ResultText(TextWriter to) : IVerdictOutput
{
    public void Append(ReadOnlySpan<byte> bytes, BatchCounts counts) => to.Write(Encoding.UTF8.GetString(bytes));

    public void Finish() => to.Flush();

    public void Discard() => to.Flush();

    public void Dispose()
    {
    }
}
