using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>
/// A page under way. In a text added to it, what is written out is markup; what is in braces is text, and is always escaped.
/// </summary>
internal sealed class HtmlMarkup
{
    private readonly StringBuilder _text = new();

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Performance", "CA1822:Mark members as static", Justification = "The compiler passes the page to the piece, which fills it.")]
    internal void Add([InterpolatedStringHandlerArgument("")] ref Piece piece) => _ = piece;

    /// <summary>Adds markup that was made in the same way, or a style or script of our own.</summary>
    internal void AddMade(string markup) => _text.Append(markup);

    public override string ToString() => _text.ToString();

    // Line breaks stay; styles show them. The same text is safe within a quoted attribute.
    private void AddEscaped(string text)
    {
        foreach (var c in VisibleText.Lines(text))
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ => _text.Append(c),
            };
        }
    }

    /// <summary>One piece of markup with texts in it.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly HtmlMarkup _page;

        [System.Diagnostics.CodeAnalysis.SuppressMessage(
            "Style", "IDE0060:Remove unused parameter", Justification = "The compiler passes the lengths to every such handler.")]
        public Piece(int literals, int holes, HtmlMarkup page) => _page = page;

        public void AppendLiteral(string markup) => _page._text.Append(markup);

        public void AppendFormatted(string? text) => _page.AddEscaped(text ?? "");

        public void AppendFormatted(int number) => _page._text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(HtmlAttribute attribute)
        {
            _page._text.Append(' ').Append(attribute.Name).Append("=\"");
            _page.AddEscaped(attribute.Value);
            _page._text.Append('"');
        }

        /// <summary>A coordinate of a picture.</summary>
        public void AppendFormatted(decimal at) => _page._text.Append(CultureInfo.InvariantCulture, $"{at:0.##}");
    }
}

/// <summary>An attribute of an element, with a space before it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, not yet escaped.</param>
internal readonly record struct HtmlAttribute(string Name, string Value);
