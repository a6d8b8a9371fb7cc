using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>The superior's task (上级任务) of one indicator in one year. Immutable.</summary>
public sealed record SuperiorTaskFacts
{
    /// <summary>A task of which nothing is said.</summary>
    public static SuperiorTaskFacts NotStated { get; } = new() { State = SuperiorTaskState.NotStated };

    /// <summary>Its description.</summary>
    public required SuperiorTaskState State { get; init => field = Given.Known(value); }

    /// <summary>What is said in addition to the figures; NotStated where <see cref="State"/> says it all.</summary>
    [JsonInclude]
    internal SuperiorTaskState Claim { get; init; }

    /// <summary>The words of the source: 上级未下达目标任务.</summary>
    public string Text { get; init => field = Given.NotNull(value); } = "";

    /// <summary>The figures set, each with what was reached; empty unless <see cref="State"/> is Figures.</summary>
    public ImmutableArray<SuperiorTaskFigure> Figures { get; init => field = Given.Whole(value); } = [];

    internal bool HasEstimates
    {
        get
        {
            foreach (var figure in Figures)
            {
                if (figure.Actual.IsEstimated)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The same without what is an estimate.</summary>
    internal SuperiorTaskFacts WithoutEstimates() => !HasEstimates ? this : this with
    {
        Figures = [.. Figures.Select(f => f.Actual.IsEstimated ? f with { Actual = f.Actual.Unmeasured() } : f)],
    };

    /// <inheritdoc/>
    public bool Equals(SuperiorTaskFacts? other) => other is not null && State == other.State && Claim == other.Claim
        && Text == other.Text && Figures.SequenceEqual(other.Figures);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Claim, Text, Figures.Length);

    /// <inheritdoc/>
    public override string ToString() => Text.Length > 0 ? Text : Figures.IsEmpty ? $"{State}" : string.Join("; ", Figures);
}
