using System.Collections.Immutable;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Extending;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Scripting;

/// <summary>One set of rules of a scheme and of all its upper schemes, linked. One thread at a time.</summary>
/// <remarks>Each scheme's rules are created once, even for several paths to it; <see cref="SchemeView"/> has the one exception.</remarks>
internal sealed class SchemeRules
{
    private readonly RuleTable _table;
    private readonly Scheme _scheme;

    // Uppermost scheme first.
    private readonly List<Part> _parts = [];

    internal SchemeRules(CompiledScheme compiled)
    {
        _scheme = compiled.Scheme;
        var lineage = compiled.Lineage().ToDictionary(c => c.Scheme.Key, StringComparer.Ordinal);
        var made = new Dictionary<SchemeView, Part>();
        // Upper schemes first: a rule is attached after the rules that it calls.
        foreach (var view in SchemeView.Of(_scheme))
        {
            var part = new Part(view, lineage[view.Scheme.Key].CreateTable());
            part.Attach(made);
            made.Add(view, part);
            _parts.Add(part);
        }

        _table = _parts[^1].Table;
        foreach (var rule in _table.Rules)
        {
            rule.Open();
        }
    }

    /// <summary>One rule per indicator, in the scheme's order.</summary>
    internal ReadOnlySpan<RuleContext> Rules => _table.Rules;

    /// <summary>The conclusion; null when the scheme has none.</summary>
    internal ConclusionContext? Conclusion => _table.Conclusion;

    /// <summary>The checks; null when the scheme has none.</summary>
    internal CheckContext? Checks => _table.Checks;

    internal RuleContext this[int indicator] => _table.Rules[indicator];

    /// <summary>Binds this scheme's and the upper schemes' rules to the place, in each scheme's own attributes.</summary>
    internal void BindPlace(Func<Scheme, PlaceValue[]> place)
    {
        foreach (var part in _parts)
        {
            if (part.Table.Place is { } context)
            {
                context.Values = place(part.Scheme);
            }
        }
    }

    /// <summary>Takes the extensions that the rules call, until <see cref="ReturnFunctions"/>.</summary>
    internal void TakeFunctions(FunctionBinder binder)
    {
        foreach (var part in _parts)
        {
            part.TakeFunctions(binder);
        }
    }

    /// <summary>Releases the extensions.</summary>
    internal void ReturnFunctions()
    {
        foreach (var part in _parts)
        {
            part.ReturnFunctions();
        }
    }

    /// <summary>Unbinds the facts last judged, so that nothing is left between places.</summary>
    internal void Forget()
    {
        foreach (var rule in _table.Rules)
        {
            rule.Bind(default);
        }

        foreach (var part in _parts)
        {
            part.ForgetAnswers();
        }

        _table.Forget();
    }

    private sealed class Part(SchemeView view, RuleTable table)
    {
        // A rule with two or more callers remembers its answers.
        private readonly HashSet<int> _asked = [];
        private FunctionLease? _functions;

        internal Scheme Scheme => view.Scheme;

        internal RuleTable Table => table;

        internal void Attach(Dictionary<SchemeView, Part> made)
        {
            var infos = new Dictionary<string, IndicatorInfo>(Scheme.Indicators.Length, StringComparer.Ordinal);
            foreach (var indicator in Scheme.Indicators)
            {
                infos.Add(indicator.Id, indicator.ToInfo(Scheme.BaseYear));
            }

            for (var i = 0; i < Scheme.Indicators.Length; i++)
            {
                var indicator = Scheme.Indicators[i];
                table.Rules[i].Know(infos, view.Names);
                table.Rules[i].Attach(
                    infos[indicator.Id], BoundUppers(indicator, made), AsksUppersAlone(indicator),
                    holdsUppers: !indicator.From.IsEmpty && !indicator.ReplacesRule);
            }
        }

        internal void TakeFunctions(FunctionBinder binder)
        {
            if (!Scheme.Functions.IsEmpty)
            {
                // Unbound functions were reported when the scheme was loaded or the extension replaced; only rules that call them fail.
                _functions = binder.Bind(Scheme, new DiagnosticBag());
                Bind(_functions.Functions);
            }
        }

        internal void ReturnFunctions()
        {
            if (_functions is not null)
            {
                Bind([]);
                _functions.Dispose();
                _functions = null;
            }
        }

        private static bool AsksUppersAlone(Indicator indicator) =>
            !indicator.From.IsEmpty && indicator.Rule.Code == UpperRule.Asking(indicator.From.Select(from => from.SchemeId));

        private BoundUpper[] BoundUppers(Indicator indicator, Dictionary<SchemeView, Part> made)
        {
            var above = new BoundUpper[indicator.From.Length];
            for (var i = 0; i < above.Length; i++)
            {
                var from = indicator.From[i];
                above[i] = new BoundUpper(from.SchemeId, made[view.Upper(from.SchemeId)].Asked(from.IndicatorId));
            }

            return above;
        }

        private RuleContext Asked(string indicatorId)
        {
            var index = Scheme.IndexOf(indicatorId);
            if (index < 0)
            {
                throw new InvalidOperationException($"The composer let `{indicatorId}` through without an upper rule.");
            }

            if (!_asked.Add(index))
            {
                table.Rules[index].Remember();
            }

            return table.Rules[index];
        }

        internal void ForgetAnswers()
        {
            foreach (var rule in table.Rules)
            {
                rule.ForgetAnswers();
            }
        }

        private void Bind(ImmutableArray<BoundFunction> functions)
        {
            foreach (var rule in table.Rules)
            {
                rule.Functions = functions;
            }
        }
    }
}
