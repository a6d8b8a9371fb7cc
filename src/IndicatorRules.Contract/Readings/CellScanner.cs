namespace IndicatorRules.Contract.Readings;

/// <summary>Goes through a cell from left to right: the one grammar of figures, ranges and bounds with their units.</summary>
/// <param name="text">As <see cref="ReadingParser.Plain"/> makes it.</param>
internal ref struct CellScanner(ReadOnlySpan<char> text)
{
    private const int LongestUnit = 24;

    private static readonly (string Word, BoundSign Sign)[] Signs =
    [
        ("≥", BoundSign.AtLeast), (">=", BoundSign.AtLeast), ("不低于", BoundSign.AtLeast), ("不少于", BoundSign.AtLeast),
        ("不小于", BoundSign.AtLeast), ("至少", BoundSign.AtLeast), ("大于等于", BoundSign.AtLeast), ("大于或等于", BoundSign.AtLeast),
        ("≤", BoundSign.AtMost), ("<=", BoundSign.AtMost), ("不高于", BoundSign.AtMost), ("不超过", BoundSign.AtMost),
        ("不大于", BoundSign.AtMost), ("不多于", BoundSign.AtMost), ("至多", BoundSign.AtMost), ("小于等于", BoundSign.AtMost),
        ("小于或等于", BoundSign.AtMost),
        (">", BoundSign.MoreThan), ("大于", BoundSign.MoreThan), ("超过", BoundSign.MoreThan), ("高于", BoundSign.MoreThan),
        ("多于", BoundSign.MoreThan),
        ("<", BoundSign.LessThan), ("小于", BoundSign.LessThan), ("低于", BoundSign.LessThan), ("少于", BoundSign.LessThan),
    ];

    // Words behind a number that change or explain it; they are not units.
    private static readonly string[] Changing =
        ["以上", "以下", "以内", "以外", "左右", "上下", "之间", "初步", "暂定", "预计", "估计", "估算", "待核", "快报", "不足", "未达"];

    private ReadOnlySpan<char> _rest = text;

    internal readonly bool AtEnd => _rest.IsEmpty;

    internal readonly ReadOnlySpan<char> Rest => _rest;

    /// <summary>Whether a character separates the ends of a range.</summary>
    internal static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '‐' or '‑' or '‒' or '~' or '～' or '〜' or '∼';

    /// <summary>Reads a number, a range or a bound, with its unit; false where none begins here.</summary>
    internal bool TryFigure(out CellFigure figure)
    {
        figure = default;
        if (TrySign(out var sign))
        {
            Blanks();
            if (!TryQuantity(out var bound, out var boundUnit))
            {
                return false;
            }

            figure = new CellFigure(sign, bound, bound, boundUnit);
            return true;
        }

        if (!TryQuantity(out var low, out var unit))
        {
            return false;
        }

        figure = new CellFigure(BoundSign.None, low, low, unit);
        var before = _rest;
        if (TryRangeEnd(out var high, out var highUnit))
        {
            if (unit is not null && highUnit is not null && unit != highUnit)
            {
                _rest = before;
                return true;
            }

            figure = new CellFigure(BoundSign.Range, low, high, unit ?? highUnit);
        }
        else
        {
            _rest = before;
        }

        return true;
    }

    private bool TryRangeEnd(out decimal high, out string? unit)
    {
        (high, unit) = (0, null);
        Blanks();
        if (!TryDash())
        {
            return false;
        }

        Blanks();
        return TryQuantity(out high, out unit);
    }

    private bool TrySign(out BoundSign sign)
    {
        foreach (var (word, meaning) in Signs)
        {
            if (_rest.StartsWith(word, StringComparison.Ordinal))
            {
                sign = meaning;
                _rest = _rest[word.Length..];
                return true;
            }
        }

        sign = BoundSign.None;
        return false;
    }

    // A Chinese dash is written as two.
    private bool TryDash()
    {
        if (_rest.IsEmpty || !(IsDash(_rest[0]) || _rest[0] is '至' or '到'))
        {
            return false;
        }

        _rest = _rest[(_rest.Length > 1 && _rest[0] is '—' or '―' && _rest[1] == _rest[0] ? 2 : 1)..];
        return true;
    }

    /// <summary>Reads a number and the unit behind it; false where what follows makes another number of it (20以上, 2.8E+01).</summary>
    internal bool TryQuantity(out decimal number, out string? unit)
    {
        unit = null;
        if (!TryNumber(out number))
        {
            return false;
        }

        var before = _rest;
        Blanks();
        switch (UnitLength())
        {
            case < 0:
                return false;
            case 0:
                _rest = before;
                return true;
            case var length:
                unit = _rest[..length].ToString();
                _rest = _rest[length..];
                return true;
        }
    }

    /// <summary>Reads a number with its sign; digits may be grouped in threes.</summary>
    internal bool TryNumber(out decimal number)
    {
        number = 0;
        var at = _rest.Length > 0 && _rest[0] is '-' or '+' ? 1 : 0;
        var start = at;
        while (at < _rest.Length && (char.IsAsciiDigit(_rest[at]) || _rest[at] == ','))
        {
            at++;
        }

        var whole = _rest[start..at];
        if (whole.IsEmpty || (whole.Contains(',') && !IsGrouped(whole)))
        {
            return false;
        }

        if (at < _rest.Length && _rest[at] == '.')
        {
            var point = at++;
            while (at < _rest.Length && char.IsAsciiDigit(_rest[at]))
            {
                at++;
            }

            if (at == point + 1)
            {
                return false;
            }
        }

        Span<char> digits = stackalloc char[at];
        var length = 0;
        foreach (var c in _rest[..at])
        {
            if (c != ',')
            {
                digits[length++] = c;
            }
        }

        if (!ExactDecimal.TryParse(digits[..length], out number))
        {
            return false;
        }

        _rest = _rest[at..];
        return true;
    }

    // 1,234,567: one to three digits, then threes.
    private static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var first = digits.IndexOf(',');
        if (first is < 1 or > 3 || (digits.Length - first) % 4 != 0)
        {
            return false;
        }

        for (var i = first; i < digits.Length; i++)
        {
            if ((digits[i] == ',') != ((i - first) % 4 == 0))
            {
                return false;
            }
        }

        return true;
    }

    // 0 where no unit begins here; negative where what begins here makes another number of the one before it.
    private readonly int UnitLength()
    {
        if (_rest.IsEmpty)
        {
            return 0;
        }

        if (_rest[0] is '%' or '‰')
        {
            return 1;
        }

        if (!BeginsUnit(_rest[0]))
        {
            return 0;
        }

        if (_rest.Length > 1 && _rest[0] is 'e' or 'E' or 'x' or 'X' && (char.IsAsciiDigit(_rest[1]) || _rest[1] is '+' or '-'))
        {
            return -1;
        }

        var length = 1;
        while (length < _rest.Length && length < LongestUnit && GoesOn(length))
        {
            length++;
        }

        var unit = _rest[..length];
        if (unit[0] is '多' or '余' or '来' or '几' || unit[^1] is '多' or '余')
        {
            return -1;
        }

        foreach (var word in Changing)
        {
            if (unit.Contains(word, StringComparison.Ordinal))
            {
                return -1;
            }
        }

        return length;
    }

    // ㎡ and its like are symbols; 至 and 到 separate two numbers.
    private static bool BeginsUnit(char c) =>
        c is '°' or '℃' or '℉' or (>= '\u3380' and <= '\u33DF') || (char.IsLetter(c) && c is not ('至' or '到'));

    private readonly bool GoesOn(int at)
    {
        var (c, before) = (_rest[at], _rest[at - 1]);
        return BeginsUnit(c) || c is '/' or '·' or '²' or '³' or '^' or '*'
            || (char.IsAsciiDigit(c) && (char.IsAsciiLetter(before) || before == '^'))
            || (c == '(' && before == '/')
            || (c == ')' && _rest[..at].Contains('('));
    }

    private void Blanks() => _rest = _rest.TrimStart(' ');
}

/// <summary>How a figure is bounded.</summary>
internal enum BoundSign : byte
{
    None,
    Range,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// <summary>A figure as a cell says it. Immutable.</summary>
/// <param name="Sign">How it is bounded.</param>
/// <param name="Low">The number, or the end that is written first.</param>
/// <param name="High">The same number, or the end that is written last.</param>
/// <param name="Unit">The unit behind it; null where none is written.</param>
internal readonly record struct CellFigure(BoundSign Sign, decimal Low, decimal High, string? Unit)
{
    internal bool IsReversed => Low > High;

    internal Reading ToReading(string text) => Sign switch
    {
        BoundSign.Range => Reading.Range(Low, High, text),
        BoundSign.AtLeast => Reading.AtLeast(Low, text),
        BoundSign.MoreThan => Reading.MoreThan(Low, text),
        BoundSign.AtMost => Reading.AtMost(Low, text),
        BoundSign.LessThan => Reading.LessThan(Low, text),
        _ => Reading.Number(Low, text),
    };
}
