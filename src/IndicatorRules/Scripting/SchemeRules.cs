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

/// <summary>One worker's rules of a scheme, joined to the rules of its upper schemes. One thread at a time.</summary>
internal sealed class SchemeRules
{
    private readonly RuleTable _table;
    private readonly Dictionary<string, SchemeRules> _uppers = new(StringComparer.Ordinal);
    private readonly Scheme _scheme;
    private FunctionLease? _functions;

    internal SchemeRules(CompiledScheme compiled, RuleTable table)
    {
        _scheme = compiled.Scheme;
        _table = table;
        foreach (var upper in compiled.Bases)
        {
            _uppers[upper.Scheme.Id] = upper.Make();
        }

        var infos = new Dictionary<string, IndicatorInfo>(_scheme.Indicators.Length, StringComparer.Ordinal);
        foreach (var indicator in _scheme.Indicators)
        {
            infos.Add(indicator.Id, indicator.ToInfo(_scheme.BaseYear));
        }

        for (var i = 0; i < _scheme.Indicators.Length; i++)
        {
            var indicator = _scheme.Indicators[i];
            _table.Rules[i].Attach(infos[indicator.Id], Above(indicator), AsksUppersAlone(indicator));
            _table.Rules[i].Know(infos);
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
        if (_table.Place is { } context)
        {
            context.Values = place(_scheme);
        }

        foreach (var upper in _uppers.Values)
        {
            upper.BindPlace(place);
        }
    }

    /// <summary>Holds what this scheme's and the upper schemes' rules call until <see cref="ReturnFunctions"/>.</summary>
    internal void TakeFunctions(FunctionBinder binder)
    {
        if (!_scheme.Functions.IsEmpty)
        {
            // What cannot be bound any more was told when the scheme was loaded or the extension replaced; the rule that calls it fails alone.
            _functions = binder.Bind(_scheme, new DiagnosticBag());
            Bind(_functions.Functions);
        }

        foreach (var upper in _uppers.Values)
        {
            upper.TakeFunctions(binder);
        }
    }

    /// <summary>Lets the extensions go.</summary>
    internal void ReturnFunctions()
    {
        if (_functions is not null)
        {
            Bind([]);
            _functions.Dispose();
            _functions = null;
        }

        foreach (var upper in _uppers.Values)
        {
            upper.ReturnFunctions();
        }
    }

    /// <summary>Lets go of the facts last judged, so that nothing is left between places.</summary>
    internal void Forget()
    {
        foreach (var rule in _table.Rules)
        {
            rule.Bind(default);
        }

        _table.Forget();
    }

    private static bool AsksUppersAlone(Indicator indicator) =>
        !indicator.From.IsEmpty && indicator.Rule.Code == UpperRule.Asking(indicator.From.Select(from => from.SchemeId));

    private RuleAbove[] Above(Indicator indicator)
    {
        var above = new RuleAbove[indicator.From.Length];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = new RuleAbove(indicator.From[i].SchemeId, Upper(indicator.From[i], indicator));
        }

        return above;
    }

    private void Bind(ImmutableArray<BoundFunction> functions)
    {
        foreach (var rule in _table.Rules)
        {
            rule.Functions = functions;
        }
    }

    // The upper rules are this worker's alone, so that they can be told under which id their facts stand here.
    private RuleContext Upper(UpperIndicator from, Indicator here)
    {
        var rule = _uppers[from.SchemeId].RuleOf(from.IndicatorId);
        if (from.IndicatorId != here.Id)
        {
            rule.ReadAs(here.Id);
        }

        // What else the rule reads may have other ids here too.
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var indicator in _scheme.Indicators)
        {
            foreach (var other in indicator.From.Where(f => f.SchemeId == from.SchemeId && f.IndicatorId != indicator.Id))
            {
                renamed.Add(other.IndicatorId, indicator.Id);
            }
        }

        if (renamed.Count > 0)
        {
            rule.Rename(renamed);
        }

        return rule;
    }

    private RuleContext RuleOf(string indicatorId)
    {
        for (var i = 0; i < _scheme.Indicators.Length; i++)
        {
            if (_scheme.Indicators[i].Id == indicatorId)
            {
                return _table.Rules[i];
            }
        }

        throw new InvalidOperationException($"The composer let `{indicatorId}` through without an upper rule.");
    }
}
