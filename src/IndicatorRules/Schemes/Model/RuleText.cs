using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Model;

/// <summary>A rule as its author wrote it, and where each of its characters stands. Immutable.</summary>
/// <param name="Code">The C# text.</param>
/// <param name="File">The file it stands in, relative to the plugin's folder.</param>
/// <param name="Locations">The line and column of each character, with one more for the end.</param>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record RuleText(string Code, string File, ImmutableArray<(int Line, int Column)> Locations)
{
    /// <summary>The line that the rule starts on, counted from 1.</summary>
    public int Line => Locations[0].Line;

    /// <summary>Where a character of <see cref="Code"/> stands.</summary>
    public Location At(int offset)
    {
        var (line, column) = Locations[Math.Clamp(offset, 0, Locations.Length - 1)];
        return new Location(File, line, column);
    }

    /// <summary>A rule that stands in a file of its own.</summary>
    public static RuleText FromFile(string code, string file)
    {
        ArgumentNullException.ThrowIfNull(code);
        var places = ImmutableArray.CreateBuilder<(int, int)>(code.Length + 1);
        var (line, column) = (1, 1);
        foreach (var c in code)
        {
            places.Add((line, column));
            (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        places.Add((line, column));
        return new RuleText(code, file, places.MoveToImmutable());
    }

    /// <summary>A rule that the composer made; every character stands at the entry that asked for it.</summary>
    public static RuleText Made(string code, Location location)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(location);
        var places = ImmutableArray.CreateBuilder<(int, int)>(code.Length + 1);
        while (places.Count <= code.Length)
        {
            places.Add((location.Line, location.Column));
        }

        return new RuleText(code, location.File, places.MoveToImmutable());
    }

    /// <summary>The text with words of the composer around it, which stand where it starts and ends.</summary>
    internal RuleText Within(string before, string after) => this with
    {
        Code = before + Code + after,
        Locations =
        [
            .. Enumerable.Repeat(Locations[0], before.Length), .. Locations[..^1], .. Enumerable.Repeat(Locations[^1], after.Length + 1),
        ],
    };

    /// <inheritdoc/>
    public bool Equals(RuleText? other) => other is not null && Code == other.Code && File == other.File && Line == other.Line;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, File, Line);
}
