namespace IndicatorRules.Protocol;

/// <summary>One pass of <see cref="LexicalGate"/> over one text.</summary>
internal ref struct LexicalScan
{
    private readonly ReadOnlySpan<char> _code;
    private readonly int _unit;
    private int _at;
    private int _lineStart;
    private int _tokens;
    private int _nesting;
    private int _dots;
    private int _prefixes;
    private int _ternaries;
    private int _arrows;
    private int _patterns;
    private int _angles;
    private int _signs;
    private int _casts;
    private bool _afterDot;
    private bool _afterBracket;

    internal LexicalScan(ReadOnlySpan<char> code, int unit)
    {
        _code = code;
        _unit = unit;
    }

    internal CompileFault? Run()
    {
        while (_at < _code.Length)
        {
            if (Step() is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private CompileFault? Step()
    {
        var c = _code[_at];
        if (c is ' ' or '\t' || (c == '\r' && Next == '\n'))
        {
            _at++;
            return null;
        }

        if (c == '\n')
        {
            _lineStart = ++_at;
            return null;
        }

        if (_at - _lineStart > ScriptCaps.Line)
        {
            return LexicalGate.Cap(_unit, _at, new("行长", "length of a line"), _at - _lineStart, ScriptCaps.Line);
        }

        if (c == '/' && Next is '/' or '*')
        {
            return Comment();
        }

        if (++_tokens > ScriptCaps.Tokens)
        {
            return LexicalGate.Cap(_unit, _at, new("词数", "number of words and signs"), _tokens, ScriptCaps.Tokens);
        }

        return c == '"' ? Text() : char.IsAsciiLetterOrDigit(c) || c == '_' ? Word() : Sign(c);
    }

    private readonly char Next => _at + 1 < _code.Length ? _code[_at + 1] : '\0';

    private CompileFault? Comment()
    {
        var start = _at;
        var line = Next == '/';
        for (_at += 2; _at < _code.Length; _at++)
        {
            var c = _code[_at];
            if (c == '\n')
            {
                if (line)
                {
                    return null;
                }

                _lineStart = _at + 1;
            }
            else if (!line && c == '*' && Next == '/')
            {
                _at += 2;
                return null;
            }
            else if (!Free())
            {
                return LexicalGate.Character(_unit, _at, c);
            }
        }

        return line ? null : LexicalGate.Text(_unit, start, new("注释没有结束", "a comment that does not end"));
    }

    // Plain strings only: the prefixes and tripled quotes of verbatim, raw and interpolated strings are rejected.
    private CompileFault? Text()
    {
        var start = _at;
        if (_code[_at..].StartsWith("\"\"\""))
        {
            return LexicalGate.Text(_unit, _at, new("原始字符串", "a raw string"));
        }

        for (_at++; _at < _code.Length && _code[_at] != '\n'; _at++)
        {
            var c = _code[_at];
            if (c == '"')
            {
                _at++;
                _afterDot = _afterBracket = false;
                _signs = _dots = 0;
                return Clear();
            }

            if (c == '\\')
            {
                // Rejects escapes, which could produce characters that the text itself may not contain.
                if (Next is not ('"' or '\\' or 'n' or 't'))
                {
                    return LexicalGate.Character(_unit, _at, c);
                }

                _at++;
            }
            else if (!Free())
            {
                return LexicalGate.Character(_unit, _at, c);
            }
        }

        return LexicalGate.Text(_unit, start, new("字符串没有结束", "a string that does not end"));
    }

    private CompileFault? Word()
    {
        var start = _at;
        while (_at < _code.Length && (char.IsAsciiLetterOrDigit(_code[_at]) || _code[_at] == '_'))
        {
            _at++;
        }

        if (_at - start > ScriptCaps.Word)
        {
            return LexicalGate.Cap(_unit, start, new("一个词的长度", "length of a word"), _at - start, ScriptCaps.Word);
        }

        _dots = _afterDot ? _dots : 0;
        _afterDot = _afterBracket = false;
        _signs = 0;
        return _code[start.._at] switch
        {
            "not" or "await" or "new" or "ref" or "throw" or "checked" or "unchecked" or "stackalloc" or "return" or "static" =>
                Prefix(start),
            "or" or "and" or "case" or "when" when ++_patterns > ScriptCaps.Patterns =>
                LexicalGate.Cap(_unit, start, new("or、and、case 的个数", "number of or, and, case"), _patterns, ScriptCaps.Patterns),
            _ => Clear(),
        };
    }

    private CompileFault? Sign(char c)
    {
        var at = _at++;
        var afterBracket = _afterBracket;
        _afterBracket = c == ')';
        _afterDot = c == '.';
        if (c is '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';')
        {
            _signs = 0;
        }
        else if (++_signs > ScriptCaps.Signs)
        {
            return LexicalGate.Cap(_unit, at, new("连续的运算符", "signs in a row"), _signs, ScriptCaps.Signs);
        }

        switch (c)
        {
            case '(' when afterBracket && ++_casts > ScriptCaps.Casts:
                return LexicalGate.Cap(_unit, at, new("`)(` 的个数", "number of `)(`"), _casts, ScriptCaps.Casts);
            case '(' or '[' or '{' when ++_nesting > ScriptCaps.Nesting:
                return LexicalGate.Cap(_unit, at, new("括号层数", "depth of brackets"), _nesting, ScriptCaps.Nesting);
            case ')' or ']' or '}' when --_nesting < 0:
                return LexicalGate.Text(_unit, at, new("多出的右括号", "an unmatched closing bracket"));
            case '(' or ')':
                return Clear();
            case '[' or '{' or ']' or '}' or ',' or ';' or ':' or '*' or '/' or '%':
                _dots = 0;
                return Clear();
            case '.' when ++_dots > ScriptCaps.Dotted:
                return LexicalGate.Cap(_unit, at, new("点号连接的层数", "names joined by dots"), _dots, ScriptCaps.Dotted);
            case '.':
                return null;
            case '?' when ++_ternaries > ScriptCaps.Ternaries:
                return LexicalGate.Cap(_unit, at, new("问号个数", "number of question marks"), _ternaries, ScriptCaps.Ternaries);
            case '<' when ++_angles > ScriptCaps.Angles:
                return LexicalGate.Cap(_unit, at, new("`<` 的个数", "number of `<`"), _angles, ScriptCaps.Angles);
            case '=' when _at < _code.Length && _code[_at] == '>' && ++_arrows > ScriptCaps.Arrows:
                return LexicalGate.Cap(_unit, at, new("箭头个数", "number of arrows"), _arrows, ScriptCaps.Arrows);
            case '?' or '=' or '>' or '<' or '&' or '|':
                _dots = 0;
                return Clear();
            case '-' or '+' or '!':
                return Prefix(at);
            default:
                // Includes # \ @ $ ' ^ ~ and everything beyond ASCII, which rules do not need.
                return LexicalGate.Character(_unit, at, c);
        }
    }

    private CompileFault? Prefix(int at) => ++_prefixes > ScriptCaps.Prefixes
        ? LexicalGate.Cap(_unit, at, new("连续的前缀运算", "prefix operators in a row"), _prefixes, ScriptCaps.Prefixes)
        : null;

    private CompileFault? Clear()
    {
        _prefixes = 0;
        return null;
    }

    // A surrogate pair counts as one character: both halves are consumed.
    private bool Free()
    {
        // A lone carriage return ends a comment for the compiler but not for a reader.
        if (_code[_at] == '\r')
        {
            return Next == '\n';
        }

        if (char.IsHighSurrogate(_code[_at]) && char.IsLowSurrogate(Next))
        {
            var category = System.Text.Rune.GetUnicodeCategory(new System.Text.Rune(_code[_at], Next));
            _at++;
            return category is System.Globalization.UnicodeCategory.OtherLetter or System.Globalization.UnicodeCategory.OtherSymbol;
        }

        return LexicalGate.IsFree(_code[_at]);
    }
}
