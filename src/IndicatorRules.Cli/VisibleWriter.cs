using System.Text;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>What goes to a terminal: nothing that a text from outside holds can move the cursor or change how the rest is read.</summary>
/// <remarks>
/// The last of two nets: texts are made visible where lines are made of them, since only there is it known what is one line.
/// </remarks>
/// <param name="to">The terminal, pipe or file behind it.</param>
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
