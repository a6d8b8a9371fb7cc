using System.Text;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>Makes control characters visible, so that no text from outside can move the cursor or hide other text.</summary>
/// <remarks>
/// The second of two guards: line breaks within a text are made visible earlier, where lines are composed.
/// </remarks>
/// <param name="to">The underlying writer.</param>
internal sealed class VisibleWriter(TextWriter to) : TextWriter
{
    public override Encoding Encoding => to.Encoding;

    public override void Write(char value) => to.Write(VisibleText.Layout(value.ToString()));

    public override void Write(string? value) => to.Write(VisibleText.Layout(value ?? ""));

    public override void Write(char[] buffer, int index, int count) => to.Write(VisibleText.Layout(new string(buffer, index, count)));

    public override void Write(ReadOnlySpan<char> buffer) => to.Write(VisibleText.Layout(new string(buffer)));

    public override void WriteLine() => to.WriteLine();

    public override void WriteLine(string? value) => to.WriteLine(VisibleText.Layout(value ?? ""));

    public override Task WriteAsync(string? value) => to.WriteAsync(VisibleText.Layout(value ?? ""));

    public override Task WriteLineAsync(string? value) => to.WriteLineAsync(VisibleText.Layout(value ?? ""));

    public override void Flush() => to.Flush();

    public override Task FlushAsync() => to.FlushAsync();
}
