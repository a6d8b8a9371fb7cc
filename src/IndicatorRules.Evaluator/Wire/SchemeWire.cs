using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;
using NuGet.Versioning;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>A scheme on the wire: its image, and of its data what rules can see. Texts, targets and sources stay with the host.</summary>
/// <remarks>In the process that judges, the name of a figure is its place in the lineage, by which its findings refer to it.</remarks>
internal static class SchemeWire
{
    private static readonly Location Nowhere = new("");
    private static readonly SourceRef NoSource = new("");
    private static readonly RuleText NoRule = RuleText.FromFile("", "");

    /// <summary>Writes one scheme of a lineage.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="compiled">The scheme.</param>
    /// <param name="bases">Where its upper schemes stand in the lineage, before it.</param>
    internal static void Write(WireWriter to, CompiledScheme compiled, IReadOnlyCollection<int> bases)
    {
        var scheme = compiled.Scheme;
        to.Text(scheme.Id);
        to.Text(scheme.Version.ToFullString());
        to.Optional(scheme.BaseYear, to.Number);
        to.Many(bases, to.Number);
        to.Many(scheme.Indicators, indicator => Write(to, indicator));
        to.Bytes(compiled.Image.Bytes);
    }

    /// <summary>Reads the scheme that stands at a place of a lineage, and loads its image once that has passed the check.</summary>
    /// <exception cref="ImageRefusedException">The image is not what rules may be.</exception>
    internal static CompiledScheme Read(WireReader from, IReadOnlyList<CompiledScheme> before)
    {
        var (id, version, baseYear) = (from.Text(), NuGetVersion.Parse(from.Text()), from.Optional(from.Number));
        ImmutableArray<CompiledScheme> uppers = [.. from.Many(from.Number).Select(i => before[i])];
        var at = 0;
        var scheme = new Scheme
        {
            Id = id,
            Version = version,
            Title = "",
            Issuer = "",
            Level = "",
            BaseYear = baseYear,
            Source = NoSource,
            Uppers = [.. uppers.Select(b => b.Scheme)],
            Domains = [],
            Indicators = from.Many(() => Indicator(from, before.Count, at++)),
            Folder = "",
            Hash = "",
        };
        // Nothing is unloaded here but with the process.
        return new CompiledScheme(scheme, new SchemeImage(scheme, VerifiedImage.Verify(from.Bytes()), [], unloadable: false), [], uppers);
    }

    private static void Write(WireWriter to, Indicator indicator)
    {
        to.Text(indicator.Id);
        to.Text(indicator.MeasuredIn ?? indicator.Unit);
        to.Kind(indicator.Direction);
        Write(to, indicator.Absence);
        to.Many(indicator.States, state => Write(to, state));
        to.Many(indicator.From, upper =>
        {
            to.Text(upper.SchemeId);
            to.Text(upper.IndicatorId);
        });
        to.Many(indicator.Stages, stage => to.Number(stage.Stage.Year));
        to.Many(indicator.Items, item =>
        {
            to.Text(item.Id);
            to.Text(item.MeasuredIn ?? item.Unit);
            to.Kind(item.Direction);
            to.Many(item.States, state => Write(to, state));
            Write(to, item.Absence ?? indicator.Absence);
        });
    }

    private static void Write(WireWriter to, AbsencePolicy absence)
    {
        to.Kind(absence.NotReported);
        to.Kind(absence.NothingOfTheKind);
        to.Kind(absence.NotAssessed);
        to.Kind(absence.NotMeasurable);
    }

    private static Indicator Indicator(WireReader from, int scheme, int indicator)
    {
        var at = 0;
        return new Indicator
        {
            Number = 0,
            TaskGroup = "",
            Name = FigurePlace.Of(scheme, indicator),
            Kinds = [],
            Target = "",
            Rule = NoRule,
            Source = NoSource,
            Location = Nowhere,
            Id = from.Text(),
            Unit = from.Text(),
            Direction = from.Kind<Direction>(),
            Absence = Absence(from),
            States = from.Many(() => State(from)),
            From = from.Many(() => new UpperIndicator(from.Text(), from.Text())),
            Stages = from.Many(() => new IndicatorStage(new Stage("", "", from.Number()), "", NoRule) { Location = Nowhere }),
            Items = from.Many(() => new Item
            {
                Name = FigurePlace.Of(scheme, indicator, at++),
                Id = from.Text(),
                Unit = from.Text(),
                Direction = from.Kind<Direction>(),
                States = from.Many(() => State(from)),
                Absence = Absence(from),
            }),
        };
    }

    private static AbsencePolicy Absence(WireReader from) =>
        new(from.Kind<Status>(), from.Kind<Status>(), from.Kind<Status>(), from.Kind<Status>());

    private static void Write(WireWriter to, StateInfo state)
    {
        to.Text(state.Id);
        to.Text(state.Text.Zh);
        to.Text(state.Text.En);
        to.Many(state.Answers, to.Text);
        to.Number(state.Rank);
    }

    private static StateInfo State(WireReader from) =>
        new(from.Text(), new LocalizedText(from.Text(), from.Text()), from.Many(from.Text), from.Number());
}
