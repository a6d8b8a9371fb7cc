using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Model;

/// <summary>A rule as its author wrote it, with the location of each character. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class RuleText : IEquatable<RuleText>
{
    internal RuleText(string code, string file, ImmutableArray<(int Line, int Column)> locations) =>
        (Code, File, Locations) = (code, file, locations);

    /// <summary>The C# text.</summary>
    public string Code { get; }

    /// <summary>The file, relative to the plugin's folder.</summary>
    public string File { get; }

    /// <summary>The line and column of each character, and of the end.</summary>
    internal ImmutableArray<(int Line, int Column)> Locations { get; }

    /// <summary>The line on which the rule starts, from 1.</summary>
    public int Line => Locations[0].Line;

    /// <summary>The location of a character of <see cref="Code"/>.</summary>
    public Location At(int offset)
    {
        var (line, column) = Locations[Math.Clamp(offset, 0, Locations.Length - 1)];
        return new Location(File, line, column);
    }

    /// <summary>A rule in a file of its own.</summary>
    internal static RuleText FromFile(string code, string file)
    {
        ArgumentNullException.ThrowIfNull(code);
        var locations = ImmutableArray.CreateBuilder<(int, int)>(code.Length + 1);
        var (line, column) = (1, 1);
        foreach (var c in code)
        {
            locations.Add((line, column));
            (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        locations.Add((line, column));
        return new RuleText(code, file, locations.MoveToImmutable());
    }

    /// <summary>A generated rule. All its characters have the location of the entry that it was generated for.</summary>
    internal static RuleText Made(string code, Location location)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(location);
        var locations = Enumerable.Repeat((location.Line, location.Column), code.Length + 1);
        return new RuleText(code, location.File, [.. locations]);
    }

    /// <summary>The rule with generated text around it, which has the locations of the rule's start and end.</summary>
    internal RuleText Within(string before, string after) => new(
        before + Code + after, File,
        [.. Enumerable.Repeat(Locations[0], before.Length), .. Locations[..^1], .. Enumerable.Repeat(Locations[^1], after.Length + 1)]);

    /// <inheritdoc/>
    public bool Equals(RuleText? other) => other is not null && Code == other.Code && File == other.File && Line == other.Line;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, File, Line);
}
