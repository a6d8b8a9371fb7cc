using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>How many of the places that a batch judges must be met (总体要求): two thirds of them, at least five. Immutable.</summary>
public sealed class PlacesRequirement
{
    internal PlacesRequirement(PlacesQuorum quorum, Location location) => (Quorum, Location) = (quorum, location);

    /// <summary>The id in the scheme.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks, as printed.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The row that the places must meet; null for the whole table, of which each row that counts must be met.</summary>
    public string? Indicator { get; init; }

    /// <summary>The stage whose targets are meant, from its year on; null for the rows themselves.</summary>
    public string? Stage { get; init; }

    /// <summary>How many places.</summary>
    internal PlacesQuorum Quorum { get; }

    /// <summary>The location of its entry.</summary>
    internal Location Location { get; }
}

/// <summary>A number of places, or a part of those that apply in whole numbers. Immutable.</summary>
/// <param name="Written">The number or part as written: 5, 2/3, 80%.</param>
/// <param name="IsExceeded">Whether more than that many are needed.</param>
internal sealed partial record PlacesQuorum(string Written, bool IsExceeded)
{
    private readonly (BigInteger Part, BigInteger Whole) _share = Parse(Written)
        ?? throw new ArgumentException("It is a whole number from 1, a fraction such as 2/3 or a percentage such as 80%.", nameof(Written));

    /// <summary>Whether it is a number of places, not a part of them.</summary>
    internal bool IsNumber => _share.Whole.IsZero;

    /// <summary>How many of so many places are needed.</summary>
    internal long Of(long places)
    {
        var (all, rest) = IsNumber ? (_share.Part, BigInteger.Zero) : BigInteger.DivRem(_share.Part * places, _share.Whole);
        return (long)(IsExceeded ? all + 1 : rest.IsZero ? all : all + 1);
    }

    /// <summary>Reads a number or part; null for anything else, none and more than the whole included.</summary>
    internal static (BigInteger Part, BigInteger Whole)? Parse(string text)
    {
        var form = Form().Match(text);
        if (!form.Success)
        {
            return null;
        }

        var decimals = form.Groups["decimals"].Value;
        var part = BigInteger.Parse(form.Groups["part"].Value + decimals, CultureInfo.InvariantCulture);
        var whole = form.Groups["percent"].Success ? 100 * BigInteger.Pow(10, decimals.Length)
            : form.Groups["whole"].Success ? BigInteger.Parse(form.Groups["whole"].Value, CultureInfo.InvariantCulture)
            : BigInteger.Zero;
        var isCount = !form.Groups["percent"].Success && !form.Groups["whole"].Success;
        return part.IsZero || (!isCount && part > whole) ? null : (part, whole);
    }

    [GeneratedRegex(@"\A(?<part>[0-9]{1,9})((\.(?<decimals>[0-9]{1,9}))?(?<percent>[%％])|[/／](?<whole>[0-9]{1,9}))?\z")]
    private static partial Regex Form();
}
