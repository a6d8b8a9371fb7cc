using System.Text;

namespace IndicatorRules.Cli.Tests.Support;

/// <summary>What is written, to be read by another thread meanwhile.</summary>
internal sealed class HeardText : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_gate)
        {
            _text.Append(value);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }
}
