using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>One row of a drafted plugin: what is printed, the rule that it was read as, and what is to be decided. Immutable.</summary>
public sealed class DraftRow
{
    internal DraftRow(string id, string number, string name, string target, string rule, Certainty certainty)
        => (Id, Number, Name, Target, Rule, Certainty) = (id, number, name, target, rule, certainty);

    /// <summary>The indicator's id in the plugin.</summary>
    public string Id { get; }

    /// <summary>Its number as printed.</summary>
    public string Number { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The target as printed.</summary>
    public string Target { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>How certain the rule is.</summary>
    public Certainty Certainty { get; }

    /// <summary>What is to be decided; empty for a sure row whose stages are sure.</summary>
    public ImmutableArray<LocalizedText> Questions { get; init; } = [];

    /// <summary>Its dated targets.</summary>
    public ImmutableArray<DraftStage> Stages { get; init; } = [];
}

/// <summary>The target of a row at a stage, and the rule that it was read as. Immutable.</summary>
public sealed class DraftStage
{
    internal DraftStage(int year, string target, string rule, Certainty certainty)
        => (Year, Target, Rule, Certainty) = (year, target, rule, certainty);

    /// <summary>The year that it is due.</summary>
    public int Year { get; }

    /// <summary>The target as printed.</summary>
    public string Target { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>How certain the rule is.</summary>
    public Certainty Certainty { get; }
}
