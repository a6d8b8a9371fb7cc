using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Checking;

/// <summary>
/// Compares the printed target of each row and stage with the number that its rule tests. After an edit of a rule, or a change of an upper
/// scheme, a printed target may differ from what is judged.
/// </summary>
/// <remarks>Runs the rules on places without figures: the reasons then name every number that they would test.</remarks>
internal sealed partial class PrintedTargets
{
    private readonly Scheme _scheme;
    private readonly Dictionary<string, Scheme> _lineage;
    private readonly ImmutableArray<ImmutableArray<RowVerdicts>> _probes;
    private readonly DiagnosticBag _bag;

    private PrintedTargets(Scheme scheme, ImmutableArray<ImmutableArray<RowVerdicts>> probes, DiagnosticBag bag)
    {
        _scheme = scheme;
        _lineage = scheme.Lineage().ToDictionary(s => s.Id, StringComparer.Ordinal);
        _probes = probes;
        _bag = bag;
    }

    /// <summary>Warns of printed targets that the rules do not test.</summary>
    internal static ImmutableArray<Diagnostic> Validate(CompiledScheme compiled, CancellationToken cancellationToken)
    {
        var bag = new DiagnosticBag();
        var scheme = compiled.Scheme;
        if (!scheme.Indicators.Any(i => i.Items.Select(t => t.Target).Append(i.Target).Concat(i.Stages.Select(s => s.Target))
            .Any(t => t is not null && !TargetText.Parse(t.Zh).Parts.IsEmpty)))
        {
            return [];
        }

        var asked = scheme.Lineage().SelectMany(s => s.Place).DistinctBy(a => a.Id, StringComparer.Ordinal).ToList();
        var count = asked.Where(a => a.Kind == AttributeKind.Choice).Select(a => a.Choices.Length).DefaultIfEmpty(1).Max();
        var probes = Enumerable.Range(0, Math.Min(count, MostProbes))
            .Select(i => Ask(compiled, asked, i, bag, cancellationToken)).ToImmutableArray();
        if (!bag.HasErrors)
        {
            new PrintedTargets(scheme, probes, bag).Run();
        }

        return [.. bag.ToImmutable().Where(d => d.Id == DiagnosticCatalog.TargetNotAsked.Id)];
    }

    private const int MostProbes = 50;

    private static ImmutableArray<RowVerdicts> Ask(
        CompiledScheme compiled, List<PlaceAttribute> asked, int probe, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        var place = new Place { Code = "", Name = "", Attributes = [.. asked.Select(a => Value(a, probe))] };
        var file = FactsFile.FromCode(new PlaceFacts(place, [new YearFacts(compiled.Scheme.BaseYear ?? 2000, [])]));
        var places = Assessing.Assessor.Places(file, compiled.Scheme, bag);
        var job = new JudgingJob(compiled, file.Facts, places, file.Facts.LatestYear, WithReasons: true);
        return bag.HasErrors ? [] : RowJudge.With(job, rules => RowJudge.Judge(rules, job, cancellationToken));
    }

    private static AttributeValue Value(PlaceAttribute attribute, int probe) => attribute.Kind switch
    {
        AttributeKind.Choice => new AttributeValue { Id = attribute.Id, Choice = attribute.Choices[probe % attribute.Choices.Length].Id },
        AttributeKind.Shares => new AttributeValue
        {
            Id = attribute.Id,
            Shares = [.. attribute.Choices.Select((c, i) => new Share(c.Id, i == 0 ? 100 : 0))],
        },
        _ => new AttributeValue { Id = attribute.Id, Number = 1 },
    };

    private void Run()
    {
        for (var i = 0; i < _scheme.Indicators.Length; i++)
        {
            var (row, index) = (_scheme.Indicators[i], i);
            var applied = Applied(row, r => r[index].Rule);
            Compare(row, row.Target, applied, LocationOf(row), "");
            foreach (var item in row.Items.Where(t => t.Target is not null && t.MeasuredIn is null))
            {
                Compare(row, item.Target!, [.. applied.Where(a => a.Figure == item.Id)], LocationOf(row), item.Name.Zh, item.Unit);
            }

            for (var s = 0; s < row.Stages.Length; s++)
            {
                var (stage, at) = (row.Stages[s], s);
                if (stage.Rule == row.Rule && stage.Target == row.Target)
                {
                    continue;
                }

                Compare(row, stage.Target, Applied(row, r => r[index].Stages[at]), LocationOf(stage), stage.Stage.Name.Zh);
            }
        }
    }

    private Location LocationOf(Indicator row)
    {
        var origin = row.ProvenanceOf("target").FirstOrDefault();
        var (scheme, at) = origin is null ? (_scheme, row.Location)
            : (_lineage.Values.FirstOrDefault(s => s.Key == origin.SchemeKey) ?? _scheme, origin.Location);
        return at with { File = Path.Combine(scheme.Folder, Path.GetFileName(at.File)) };
    }

    private Location LocationOf(IndicatorStage stage)
    {
        var scheme = stage.Provenance is [var origin, ..]
            ? _lineage.Values.FirstOrDefault(s => s.Key == origin.SchemeKey) ?? _scheme : _scheme;
        var at = stage.Provenance is [{ Location: var written }, ..] ? written : stage.Location;
        return at with { File = Path.Combine(scheme.Folder, Path.GetFileName(at.File)) };
    }

    private void Compare(
        Indicator row, LocalizedText target, ImmutableArray<Requirement> applied, Location printed, string part, string? unit = null)
    {
        if (row.MeasuredIn is not null || applied.IsEmpty)
        {
            return;
        }

        var text = TargetText.Parse(target.Zh);
        foreach (var asked in text.Parts)
        {
            var isAlone = text.IsWhole && text.Parts.Length == 1;
            // Requirements of another year do not belong to this target; a label names the item, or something that cannot be matched.
            var item = row.Items.FirstOrDefault(t => asked.Label.Length > 0 && t.Name.Zh.Contains(asked.Label, StringComparison.Ordinal));
            if ((asked.Unit.Length > 0 && asked.Unit != (unit ?? row.Unit)) || DatedPattern().IsMatch(asked.Note)
                || (!isAlone && asked.Label.Length > 0 && item is null))
            {
                continue;
            }

            // The row's own figure first: when all must hold, its strictest number counts.
            ImmutableArray<Requirement> own = isAlone && asked is { Label: "", Note: "" }
                ? [.. applied.Where(a => a.IsOwn || unit is not null)] : [];
            ImmutableArray<Requirement> among = !own.IsEmpty ? own : item is null ? applied : [.. applied.Where(a => a.Figure == item.Id)];
            var counts = own.IsEmpty ? among : [.. among.Where(a => !among.Any(b => b.IsStricterThan(a)))];
            if (!counts.Any(a => a.Answers(asked)) && counts.FirstOrDefault(a => a.Fits(asked)) is { } other)
            {
                Tell(row, target, other, printed, part);
            }
        }
    }

    private void Tell(Indicator row, LocalizedText target, Requirement applied, Location printed, string part)
    {
        var name = part.Length > 0 ? $"{row.Name.Zh}（{part}）" : row.Name.Zh;
        var shown = string.Join('、', target.Zh.Split('\n'));
        _bag.Add(
            DiagnosticCatalog.TargetNotAsked, printed, $"{row.Number}", new LocalizedText(name, row.Name.En), shown,
            applied.Shown, applied.Place);
    }

    // All numbers in the reasons, over all kinds of places; empty when the year or a number of the place decides which apply.
    private ImmutableArray<Requirement> Applied(Indicator row, Func<ImmutableArray<RowVerdicts>, Verdict> verdict)
    {
        if (Rules(row).Any(r => VaryingPattern().IsMatch(r.Code)) || Rules(row).Any(r => IsOfNumbers(r.Code)))
        {
            return [];
        }

        return
        [
            .. _probes.SelectMany((p, probe) => verdict(p).Reason is { } reason ? Leaves(reason, _scheme, row, probe, mustHold: true) : []),
        ];
    }

    private IEnumerable<RuleText> Rules(Indicator row) => row.From
        .SelectMany(f => _lineage.GetValueOrDefault(f.SchemeId)?.Find(f.IndicatorId) is { } upper ? Rules(upper) : [])
        .Concat(row.Stages.Select(s => s.Rule)).Prepend(row.Rule);

    // Numbers and shares of a place allow any number of thresholds, and so do two combined choices.
    private bool IsOfNumbers(string code)
    {
        var named = _lineage.Values.SelectMany(s => s.Place).Where(a => code.Contains($"Place.{a.Id}", StringComparison.Ordinal))
            .DistinctBy(a => a.Id, StringComparer.Ordinal).ToList();
        return named.Count > 1 || named.Exists(a => a.Kind != AttributeKind.Choice);
    }

    private IEnumerable<Requirement> Leaves(Reason reason, Scheme scheme, Indicator row, int probe, bool mustHold)
    {
        switch (reason)
        {
            case UpperReason asked when row.From.FirstOrDefault(f => f.SchemeId == asked.SchemeId) is { } from
                && _lineage.GetValueOrDefault(from.SchemeId)?.Find(from.IndicatorId) is { } upper:
                return Leaves(asked.Upper, _lineage[from.SchemeId], upper, probe, mustHold);
            case WhenReason branch:
                return Leaves(branch.Then, scheme, row, probe, false).Concat(Leaves(branch.Otherwise, scheme, row, probe, false));
            case { Parts.IsEmpty: false }:
                var areAll = reason is CombinedReason { OneIsEnough: false };
                return reason.Parts.SelectMany(p => Leaves(p, scheme, row, probe, mustHold && areAll));
            case FigureReason { Figure: var figure } when Asked(reason) is var (kind, number):
                var file = row.Rule.File;
                var place = $"{(scheme == _scheme ? "" : $"{scheme.Id} ")}{file}({reason.Line})";
                return [new Requirement(kind, number, figure.Unit, figure.IsItem ? figure.Id : "", !figure.IsItem, mustHold, probe, place)];
            default:
                return [];
        }
    }

    private static (BoundKind Kind, decimal Number)? Asked(Reason reason) => reason switch
    {
        BoundReason f => (f.Kind, f.Bound),
        CourseReason { Course: Course.ChangeAtLeast } f => (BoundKind.AtLeast, f.Amount),
        CourseReason { Course: Course.ChangeAtMost } f => (BoundKind.AtMost, f.Amount),
        _ => null,
    };

    [GeneratedRegex(@"年|(?<!\d)20\d\d(?!\d)")]
    private static partial Regex DatedPattern();

    [GeneratedRegex(@"\bYear\b")]
    private static partial Regex VaryingPattern();

    /// <summary>A number that a rule tests. Immutable.</summary>
    /// <param name="Kind">The kind of bound.</param>
    /// <param name="Number">The number.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Figure">The item or derived figure that is tested; empty for the row's own figure.</param>
    /// <param name="IsOwn">Whether the row's own figure is tested.</param>
    /// <param name="MustHold">Whether the row cannot be met without it.</param>
    /// <param name="Probe">The kind of place.</param>
    /// <param name="Place">The location in the rule.</param>
    private sealed record Requirement(
        BoundKind Kind, decimal Number, string Unit, string Figure, bool IsOwn, bool MustHold, int Probe, string Place)
    {
        private bool IsLower => Kind is BoundKind.AtLeast or BoundKind.MoreThan;

        internal string Shown => Assessing.ClauseWriter.Sign(Kind) + Assessing.Wording.Number(Number);

        internal bool Answers(TargetPart printed) => Number == printed.Number && (printed.Kind is null || printed.Kind == Kind);

        // A bare number matches any bound; ≥ and ≤ are different requirements, so a rule may test one and print the other.
        internal bool Fits(TargetPart printed) =>
            printed.Kind is null || (printed.Kind is BoundKind.AtLeast or BoundKind.MoreThan) == IsLower;

        internal bool IsStricterThan(Requirement other) =>
            MustHold && other.MustHold && Probe == other.Probe && Figure == other.Figure && IsLower == other.IsLower
            && (IsLower ? Number > other.Number : Number < other.Number);
    }
}
