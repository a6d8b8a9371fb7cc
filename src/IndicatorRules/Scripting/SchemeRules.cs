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

/// <summary>One worker's rules of a scheme and of all that it rests on, joined. One thread at a time.</summary>
/// <remarks>Each scheme's rules are made once, however many ways lead to it; see <see cref="SchemeView"/> for the one exception.</remarks>
internal sealed class SchemeRules
{
    private readonly RuleTable _table;
    private readonly Scheme _scheme;

    // The uppermost scheme's rules first.
    private readonly List<Part> _parts = [];

    internal SchemeRules(CompiledScheme compiled)
    {
        _scheme = compiled.Scheme;
        var lineage = compiled.Lineage().ToDictionary(c => c.Scheme.Key, StringComparer.Ordinal);
        var made = new Dictionary<SchemeView, Part>();
        // Upper schemes first, so that what a rule asks is there when it is attached.
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

    /// <summary>How the whole is concluded; null where the scheme does not say.</summary>
    internal ConclusionContext? Conclusion => _table.Conclusion;

    /// <summary>The checks on the facts; null where the scheme has none.</summary>
    internal CheckContext? Checks => _table.Checks;

    internal RuleContext this[int indicator] => _table.Rules[indicator];

    /// <summary>Tells this scheme's rules and the upper schemes' of the place, each in its own terms.</summary>
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

    /// <summary>Holds what this scheme's and the upper schemes' rules call until <see cref="ReturnFunctions"/>.</summary>
    internal void TakeFunctions(FunctionBinder binder)
    {
        foreach (var part in _parts)
        {
            part.TakeFunctions(binder);
        }
    }

    /// <summary>Lets the extensions go.</summary>
    internal void ReturnFunctions()
    {
        foreach (var part in _parts)
        {
            part.ReturnFunctions();
        }
    }

    /// <summary>Lets go of the facts last judged, so that nothing is left between places.</summary>
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

    /// <summary>The rules of one scheme of the lineage.</summary>
    private sealed class Part(SchemeView view, RuleTable table)
    {
        // From the second rule on that asks it, a rule's answers are remembered.
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
                    infos[indicator.Id], BoundUppers(indicator, made), AsksUppersAlone(indicator), holdsUppers: !indicator.From.IsEmpty && !indicator.ReplacesRule);
            }
        }

        internal void TakeFunctions(FunctionBinder binder)
        {
            if (!Scheme.Functions.IsEmpty)
            {
                // What cannot be bound any more was told when the scheme was loaded or the extension replaced; the rule that calls it fails
                // alone.
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
