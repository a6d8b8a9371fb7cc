using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Drafting;

/// <summary>One indicator as its table prints it. Filled in while rows are read.</summary>
internal sealed class DraftEntry(Location location)
{
    internal Location Location => location;

    /// <summary>The table that prints it.</summary>
    internal required PrintedTable Table { get; init; }

    internal string Number { get; set; } = "";

    internal string Name { get; set; } = "";

    internal bool Starred { get; set; }

    internal string Domain { get; set; } = "";

    internal string Task { get; set; } = "";

    internal string Unit { get; set; } = "";

    internal string Target { get; set; } = "";

    internal string Kind { get; set; } = "";

    internal string Met { get; set; } = "";

    internal string Note { get; set; } = "";

    /// <summary>The value of each year.</summary>
    internal Dictionary<int, string> Values { get; } = [];

    /// <summary>The target of each stage, by its column.</summary>
    internal Dictionary<int, string> Stages { get; } = [];

    internal List<DraftItem> Items { get; } = [];

    /// <summary>What the reading of the table left open.</summary>
    internal List<LocalizedText> Questions { get; } = [];
}

/// <summary>One item of an indicator as its table prints it.</summary>
internal sealed class DraftItem
{
    internal required string Name { get; init; }

    internal bool Starred { get; init; }

    internal string Unit { get; set; } = "";

    internal string Target { get; set; } = "";

    internal Dictionary<int, string> Values { get; } = [];

    internal Dictionary<int, string> Stages { get; } = [];
}
