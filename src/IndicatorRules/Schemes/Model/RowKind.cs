using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>How a row counts (指标属性): 约束性, 参考性, or another kind that the scheme names. Immutable.</summary>
/// <param name="Id">The id in the scheme: <c>expected</c>.</param>
/// <param name="Name">The name as printed: 预期性.</param>
/// <param name="Counted">False if its rows are left out of all totals but those of the kind itself.</param>
public sealed record RowKind(string Id, LocalizedText Name, bool Counted = true)
{
    /// <summary>Binding (约束性), which every scheme has.</summary>
    public static RowKind Binding { get; } = new("binding", new("约束性", "binding"));

    /// <summary>Reference (参考性), which every scheme has.</summary>
    public static RowKind Reference { get; } = new("reference", new("参考性", "reference"));

    /// <summary>The kinds of a scheme that names none, in order.</summary>
    internal static ImmutableArray<RowKind> Usual { get; } = [Binding, Reference];
}

/// <summary>The kind of an indicator at one level. Immutable.</summary>
/// <param name="SchemeId">The scheme that sets it.</param>
/// <param name="Kind">The kind.</param>
public sealed record LevelKind(string SchemeId, RowKind Kind);
