using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Targets;
using IndicatorRules.Scripting;

namespace IndicatorRules.Checking;

/// <summary>
/// Compares the printed target of each row and stage with what its rule asks. After an edit of a rule, or a change of an upper scheme, a
/// printed target may differ from what is judged.
/// </summary>
/// <remarks>Runs the rules on places without figures: the reasons then name everything that they would ask.</remarks>
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
            .Any(t => t is not null && TargetText.Parse(t.Zh).Clauses.Any(c => c.Demand is not null))))
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
                Compare(row, item.Target!, [.. applied.Where(a => a.Figure == item.Id)], LocationOf(row), item.Name.Zh, item);
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
        Indicator row, LocalizedText target, ImmutableArray<Requirement> applied, Location printed, string part, Item? own = null)
    {
        if (row.MeasuredIn is not null || applied.IsEmpty)
        {
            return;
        }

        var text = TargetText.Parse(target.Zh);
        var isAlone = text.IsWhole && text.Clauses.Count() == 1;
        var byLine = own is null && text.IsWhole && text.Lines.Length > 1 && text.Lines.Length == row.Items.Length
            && text.Lines.All(l => l.Length == 1 && l[0].Label.Length == 0);
        for (var i = 0; i < text.Lines.Length; i++)
        {
            foreach (var clause in text.Lines[i])
            {
                var item = byLine ? row.Items[i] : row.Items.FirstOrDefault(
                    t => clause.Label.Length > 0 && t.Name.Zh.Contains(clause.Label, StringComparison.Ordinal));
                var contrary = clause.Demand is Demand.Bound bound
                    ? Contrary(new(clause, bound), row, applied, item, (own ?? item)?.Unit ?? row.Unit, isAlone, own is not null)
                    : clause is { Demand: { } demand, Remark: "" } && (clause.Label.Length == 0 || item is not null)
                        ? Contrary(demand, item is null ? applied : [.. applied.Where(a => a.Figure == item.Id)], isAlone)
                        : null;
                if (contrary is not null)
                {
                    Tell(row, target, contrary, printed, part);
                }
            }
        }
    }

    private static Requirement? Contrary(
        PrintedBound asked, Indicator row, ImmutableArray<Requirement> applied, Item? item, string unit, bool isAlone, bool isItem)
    {
        // Requirements of another year do not belong to this target; a label names the item, or something that cannot be matched; 90,100
        // in per cent is no ninety thousand.
        var (label, note) = (asked.Clause.Label, asked.Clause.Remark);
        if ((asked.Clause.Unit.Length > 0 && asked.Clause.Unit != unit) || DatedPattern().IsMatch(note)
            || (!isAlone && label.Length > 0 && item is null)
            || (unit is "%" or "％" && asked.Bound.Number > 100 && asked.Clause.Text.Contains(',', StringComparison.Ordinal)))
        {
            return null;
        }

        // The row's own figure first: when all must hold, its strictest number counts.
        ImmutableArray<Requirement> own = isAlone && label.Length + note.Length == 0
            ? [.. applied.Where(a => a.IsOwn || isItem)] : [];
        ImmutableArray<Requirement> among = !own.IsEmpty ? own : item is null ? applied : [.. applied.Where(a => a.Figure == item.Id)];
        var counts = own.IsEmpty ? among : [.. among.Where(a => !among.Any(b => b.IsStricterThan(a)))];
        if (counts.Any(a => a.Answers(asked.Bound)))
        {
            return null;
        }

        // ≥ and ≤ are different requirements, so a rule may test one and print the other beside it; alone it may not.
        return counts.FirstOrDefault(a => a.Fits(asked.Bound))
            ?? (isAlone && label.Length + note.Length == 0 && among.All(a => a.IsPlain) && among is [var first, ..]
                && among.All(a => a.IsCourse || a.Bound is not null) ? first : null);
    }

    // What a course, a task, a range or a state asks is compared where the rule has nothing but words of that kind.
    private static Requirement? Contrary(Demand demand, ImmutableArray<Requirement> applied, bool isAlone)
    {
        if (applied.IsEmpty || !applied.All(a => a.IsPlain))
        {
            return null;
        }

        return demand switch
        {
            Demand.Task => applied.Any(a => a.Reason is SuperiorTaskReason) ? null : applied[0],
            Demand.Change { Kind: Course.Improving or Course.StableOrImproving, IsPlain: true } change =>
                applied.Any(a => a.Reason is StateReason || (a.Reason is CourseReason c && c.Course == change.Kind)) ? null
                : applied.FirstOrDefault(a => a.Reason is CourseReason { Course: Course.Improving or Course.StableOrImproving })
                    ?? (isAlone && applied.All(a => a.Bound is not null) ? applied[0] : null),
            Demand.Range range when isAlone =>
                applied.Any(a => a.Reason is RangeReason r && r.Low == range.Low && r.High == range.High) ? null
                : applied.FirstOrDefault(a => a.Reason is RangeReason),
            Demand.Around around when isAlone =>
                applied.Any(a => a.Reason is AboutReason r && r.Value == around.Number) ? null
                : applied.FirstOrDefault(a => a.Reason is AboutReason),
            Demand.State state => applied.Any(a => a.Reason is not StateReason || a.IsState(state.Word)) ? null : applied[0],
            _ => null,
        };
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
            default:
                // About(60) records no line.
                var line = reason.Line > 0 ? reason.Line : row.Rule.Line;
                var place = $"{(scheme == _scheme ? "" : $"{scheme.Id} ")}{row.Rule.File}({line})";
                return [new Requirement(reason, Asked(reason), mustHold, probe, place)];
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

    private sealed record PrintedBound(TargetClause Clause, Demand.Bound Bound);

    /// <summary>Something that a rule asks. Immutable.</summary>
    /// <param name="Reason">What it says of a place without figures.</param>
    /// <param name="Bound">The number that it tests; null for none.</param>
    /// <param name="MustHold">Whether the row cannot be met without it.</param>
    /// <param name="Probe">The kind of place.</param>
    /// <param name="Place">The location in the rule.</param>
    private sealed record Requirement(Reason Reason, (BoundKind Kind, decimal Number)? Bound, bool MustHold, int Probe, string Place)
    {
        private FigureInfo? Info => (Reason as FigureReason)?.Figure;

        /// <summary>The item or derived figure that the target names; empty for the row's own figure.</summary>
        internal string Figure => Info is { IsItem: true } item ? item.Id : "";

        /// <summary>Whether it concerns the row's own figure.</summary>
        internal bool IsOwn => Info is { IsItem: false };

        /// <summary>Whether it is of a kind that a printed target can be compared with.</summary>
        internal bool IsPlain => Reason is BoundReason or RangeReason or AboutReason or CourseReason or StateReason or SuperiorTaskReason;

        internal bool IsCourse => Reason is CourseReason { Course: Course.StableOrImproving or Course.Improving };

        private bool IsLower => Bound?.Kind is BoundKind.AtLeast or BoundKind.MoreThan;

        internal LocalizedText Shown => Reason switch
        {
            _ when Bound is var (kind, number) => Same(Assessing.ClauseWriter.Sign(kind) + Assessing.Wording.Number(number)),
            RangeReason r => Same($"{Assessing.Wording.Number(r.Low)}–{Assessing.Wording.Number(r.High)}"),
            AboutReason r => new($"{Assessing.Wording.Number(r.Value)}左右", $"about {Assessing.Wording.Number(r.Value)}"),
            CourseReason { Course: Course.Improving } => new("持续改善", "improving"),
            CourseReason { Course: Course.StableOrImproving } => new("保持稳定或持续改善", "stable or improving"),
            CourseReason => new("不减少、不降低", "not reduced"),
            StateReason r when Named(r) is { } state => new($"“{state.Text.Zh}”", $"“{state.Text.En}”"),
            SuperiorTaskReason => new("完成上级任务", "the superior's task completed"),
            _ => Same("?"),
        };

        internal bool Answers(Demand.Bound printed) =>
            Bound is var (kind, number) && number == printed.Number && (printed.Kind is null || printed.Kind == kind);

        // A bare number matches any bound.
        internal bool Fits(Demand.Bound printed) => Bound is not null
            && (printed.Kind is null || (printed.Kind is BoundKind.AtLeast or BoundKind.MoreThan) == IsLower);

        // 制定并实施 is printed where the state is 制定实施, and the other way round.
        internal bool IsState(string word) => Reason is StateReason asked
            && (StateInfo.Of(asked.Figure.States, word)?.Id == asked.State
                || (Named(asked) is { } state && state.Answers.Any(a => Joined(a) == Joined(word))));

        private static string Joined(string words) =>
            words.Replace("并且", "", StringComparison.Ordinal).Replace("并", "", StringComparison.Ordinal);

        internal bool IsStricterThan(Requirement other) =>
            MustHold && other.MustHold && Probe == other.Probe && Figure == other.Figure
            && Bound is var (_, mine) && other.Bound is var (_, theirs) && IsLower == other.IsLower
            && (IsLower ? mine > theirs : mine < theirs);

        private static StateInfo? Named(StateReason reason) => reason.Figure.States.FirstOrDefault(s => s.Id == reason.State);

        private static LocalizedText Same(string text) => new(text, text);
    }
}
