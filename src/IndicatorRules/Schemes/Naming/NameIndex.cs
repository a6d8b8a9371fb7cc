using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Naming;

/// <summary>
/// Finds what a text names in a scheme: an indicator by its id, its printed number (3, 第3项, ３, 三), its name or an alias, with or
/// without number and unit. Spellings that differ in width, blanks, quotation marks or kinds of brackets are one name; nothing is
/// guessed. Thread-safe.
/// </summary>
public sealed class NameIndex
{
    private readonly Scheme _scheme;
    private readonly NameTable<Indicator> _names = new();
    private readonly NameTable<Indicator> _aliases = new();
    private readonly NameTable<Indicator> _numbers = new();

    private NameIndex(Scheme scheme, bool withNumbers)
    {
        _scheme = scheme;
        foreach (var indicator in scheme.Indicators)
        {
            _names.Add(indicator, indicator.Name);
            foreach (var alias in indicator.Aliases)
            {
                _aliases.Add(indicator, alias);
            }

            // An item without a number of its own has its row's, which means the row.
            if (withNumbers && (indicator.ItemOf is not { } row || scheme.Find(row)!.Number != indicator.Number))
            {
                _numbers.Add(indicator, indicator.Number);
            }
        }
    }

    /// <summary>The index of a scheme, without the names of its upper schemes.</summary>
    public static NameIndex Of(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(scheme, withNumbers: true);
    }

    /// <summary>The index of an upper scheme, whose numbers are those of another table.</summary>
    internal static NameIndex OfNames(Scheme scheme) => new(scheme, withNumbers: false);

    /// <summary>The indicator that a text names.</summary>
    /// <param name="text">An id, number or name.</param>
    /// <param name="at">The location of the text, for diagnostics.</param>
    /// <returns>The indicator; or a diagnostic that lists the candidates, or says which one is nearest by name.</returns>
    public Result<Indicator> Find(string text, Location at)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(at);
        var bag = new DiagnosticBag();
        var found = Matches(text);
        if (found is [var one])
        {
            return new(one, []);
        }

        if (found.IsEmpty)
        {
            NearestName.Unknown(text, _scheme.Indicators, at, bag);
        }
        else
        {
            bag.Add(DiagnosticCatalog.FactsNameAmbiguous, at, text, Listed(found));
        }

        return new(null, bag.ToImmutable());
    }

    /// <summary>The item of an indicator that a text names, by id or name.</summary>
    /// <param name="indicator">An indicator of the scheme.</param>
    /// <param name="text">An id or name.</param>
    /// <param name="at">The location of the text, for diagnostics.</param>
    /// <returns>The item; or a diagnostic that lists the candidates, or says which one is nearest by name.</returns>
    public static Result<Item> FindItem(Indicator indicator, string text, Location at)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(at);
        if (ItemNaming.Find(text, indicator.Name, indicator.Items) is [var one])
        {
            return new(indicator.Items.First(i => i.Id == one), []);
        }

        var bag = new DiagnosticBag();
        ItemNaming.Report(text, indicator, indicator.Items, at, bag);
        return new(null, bag.ToImmutable());
    }

    /// <summary>All indicators that a text can mean: none if it is unknown, several if it is ambiguous.</summary>
    internal ImmutableArray<Indicator> Matches(string text)
    {
        if (_scheme.Find(text) is { } byId)
        {
            return [byId];
        }

        var plain = NameParts.WithoutFootnote(text);
        // 3① is number 3 with a footnote, and not 31.
        var folded = FoldedName.Of(plain is not null && plain.AsSpan().Trim().ContainsAnyExceptInRange('0', '9') ? text : plain ?? text);
        var found = Named(folded);
        found = found.IsEmpty && ChineseNumber.InDigits(folded) is { } digits ? Named(digits) : found;
        return found.IsEmpty && plain is not null ? Named(FoldedName.Of(plain)) : found;
    }

    private ImmutableArray<Indicator> Named(string folded)
    {
        foreach (var parts in NameParts.Of(folded))
        {
            ImmutableArray<Indicator> found = parts.Name.Length == 0
                ? Numbered(parts.Number)
                : Called(parts.Name).RemoveAll(i => !Fits(i, parts));
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        return Numbered(folded) is { IsEmpty: false } asPrinted ? asPrinted : Numbered(folded.TrimStart('第').TrimEnd('项'));
    }

    /// <summary>Indicators in a message: 第3项“…”、第4项“…”.</summary>
    internal static LocalizedText Listed(IEnumerable<Indicator> indicators)
    {
        var all = indicators.ToList();
        return new(
            string.Join('、', all.Select(i => $"第{i.Number}项“{i.Name.Zh}”（编号 `{i.Id}`）")),
            string.Join(", ", all.Select(i => $"no. {i.Number} `{i.Id}` ({i.Name.En})")));
    }

    // Names come before aliases, which may be an upper scheme's.
    private ImmutableArray<Indicator> Called(string name) => _names.Find(name) is { IsEmpty: false } named ? named : _aliases.Find(name);

    private bool Fits(Indicator indicator, NameParts parts) =>
        (parts.Number.Length == 0 || Numbered(parts.Number).Contains(indicator))
        && (parts.Unit.Length == 0 || NameParts.IsUnit(parts.Unit, indicator.Unit, indicator.MeasuredIn));

    private ImmutableArray<Indicator> Numbered(string number) =>
        _numbers.Find(number.TrimStart('0') is { Length: > 0 } plain ? plain : number);
}
