using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>What is known of one indicator in one year: its own fact, its items', and the superior's task. Immutable.</summary>
public sealed record IndicatorFacts
{
    private Fact _own = Fact.Unknown;
    private ImmutableArray<ItemFact> _items = [];
    private SuperiorTaskFacts _task = SuperiorTaskFacts.NotStated;

    /// <summary>The indicator's id in the scheme.</summary>
    public required string Id { get; init => field = Given.NotNull(value); }

    /// <summary>The indicator's own fact.</summary>
    public Fact Own
    {
        get => _own;
        init => _own = Given.NotNull(value);
    }

    /// <summary>The items, in the order handed in.</summary>
    public ImmutableArray<ItemFact> Items
    {
        get => _items;
        init => _items = Given.Whole(value);
    }

    /// <summary>The superior's task.</summary>
    public SuperiorTaskFacts SuperiorTask
    {
        get => _task;
        init => _task = Given.NotNull(value);
    }

    /// <summary>How the table handed in says that the row counts, line by line; empty where the facts do not say.</summary>
    public ImmutableArray<PrintedKind> PrintedKinds { get; init => field = Given.Whole(value); } = [];

    /// <summary>The dated targets that the table handed in prints; empty where the facts do not say.</summary>
    public ImmutableArray<DeclaredTarget> Targets { get; init => field = Given.Whole(value); } = [];

    /// <summary>The fact of one item; <see cref="Fact.Unknown"/> when the facts do not name it.</summary>
    public Fact Item(string id)
    {
        foreach (var item in Items)
        {
            if (item.Id == id)
            {
                return item.Fact;
            }
        }

        return Fact.Unknown;
    }

    /// <summary>
    /// What is known of an item as of a row, for the item's own rule; null when the facts do not name it. What the facts say of the
    /// whole row in words, such as 不涉及 or that no task was set, holds for its items.
    /// </summary>
    internal IndicatorFacts? OfItem(string id)
    {
        var item = Items.FirstOrDefault(i => i.Id == id);
        var own = item?.Fact ?? Fact.Unknown;
        var task = item?.SuperiorTask ?? SuperiorTaskFacts.NotStated;
        if (IsSilent(own) && Own.IsAbsent && !IsSilent(Own))
        {
            own = own with { Value = Own.Value };
        }

        if (task.State == SuperiorTaskState.NotStated && SuperiorTask.State != SuperiorTaskState.Figures)
        {
            task = SuperiorTask;
        }

        return item is null && IsSilent(own) && task.State == SuperiorTaskState.NotStated ? null
            : new IndicatorFacts { Id = ItemRow.IdOf(Id, id), Own = own, SuperiorTask = task };
    }

    private static bool IsSilent(Fact fact) => fact.IsAbsent && fact.Value.Absence == AbsenceKind.NotReported;

    /// <summary>Whether a figure of the row, its items or its superior's task is an estimate.</summary>
    internal bool HasEstimates
    {
        get
        {
            if (Own.IsEstimated)
            {
                return true;
            }

            foreach (var item in Items)
            {
                if (item.HasEstimates)
                {
                    return true;
                }
            }

            return SuperiorTask.HasEstimates;
        }
    }

    /// <summary>The same without what is an estimate.</summary>
    internal IndicatorFacts WithoutEstimates() => !HasEstimates ? this : this with
    {
        Own = Own.WithoutEstimates(),
        Items = [.. Items.Select(i => i with { Fact = i.Fact.WithoutEstimates(), SuperiorTask = i.SuperiorTask.WithoutEstimates() })],
        SuperiorTask = SuperiorTask.WithoutEstimates(),
    };

    /// <inheritdoc/>
    public bool Equals(IndicatorFacts? other) => other is not null && Id == other.Id && Own == other.Own
        && SuperiorTask == other.SuperiorTask && Items.SequenceEqual(other.Items) && PrintedKinds.SequenceEqual(other.PrintedKinds)
        && Targets.SequenceEqual(other.Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Own, Items.Length, SuperiorTask);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Own}";

    /// <summary>For who made it and alone has it: what is known of the same indicator elsewhere.</summary>
    internal void Refill(Fact own, ImmutableArray<ItemFact> items, SuperiorTaskFacts task) => (_own, _items, _task) = (own, items, task);

    /// <summary>The fact of one item; the index in the scheme's order is tried first.</summary>
    internal Fact Item(string id, int index) => index < Items.Length && Items[index].Id == id ? Items[index].Fact : Item(id);
}
