using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Xunit;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Tests.Model;

/// <summary>Numbers as tables print them: one number in every width, and the order of rows.</summary>
[Properties(MaxTest = 300)]
public class PrintedNumberTests
{
    [Property]
    public bool Width_MakesNoOtherNumber(ushort number, byte part)
    {
        var printed = $"{number}({part}).A";
        var wide = string.Concat(printed.Select(c => (char)(c + 0xFEE0)));
        return PrintedNumber.Key(wide) == PrintedNumber.Key(printed) && PrintedNumber.Key($" {printed} ") == PrintedNumber.Key(printed)
            && PrintedNumber.Key(PrintedNumber.Key(printed)) == PrintedNumber.Key(printed);
    }

    [Property]
    public bool OtherNumbers_HaveOtherKeys(ushort one, byte part, ushort other, byte otherPart) =>
        (PrintedNumber.Key($"{one}.{part}") == PrintedNumber.Key($"{other}.{otherPart}")) == (one == other && part == otherPart);

    [Property]
    public bool WholeNumbers_AreReadBack_AndNothingElseIs(int number) =>
        PrintedNumber.Whole(number.ToString(CultureInfo.InvariantCulture)) == (number is > 0 and < 1_000_000_000 ? number : null)
        && PrintedNumber.Whole($"0{number}") is null && PrintedNumber.Whole($"{number}.1") is null && PrintedNumber.Whole("") is null;

    [Property]
    public bool WholeNumbers_StandInOrder_HoweverTheyAreWritten(ushort[] numbers)
    {
        var rows = numbers.Where(n => n > 0).Distinct().Select(n => Row($"{n}")).ToImmutableArray();
        var ordered = RowOrder.Of(rows, [.. rows.Select(r => r.Id)], [], Numbering.Table).Select(r => r.WholeNumber).ToList();
        return ordered.SequenceEqual(ordered.Order()) && ordered.Count == rows.Length;
    }

    [Property]
    public bool WithAnotherNumberAmongThem_RowsStandAsWritten(ushort[] numbers)
    {
        var rows = numbers.Where(n => n > 0).Distinct().Select(n => Row($"{n}")).Append(Row("4.1")).ToImmutableArray();
        return RowOrder.Of(rows, [.. rows.Select(r => r.Id)], [], Numbering.Table).SequenceEqual(rows);
    }

    private static Indicator Row(string number) => new()
    {
        Number = number,
        Id = $"row{number}",
        TaskGroup = "task",
        Name = number,
        Unit = "%",
        Kinds = [new LevelKind("scheme", RowKind.Binding)],
        Kind = RowKind.Binding,
        Target = "",
        Rule = RuleText.Made("Met", new Location("scheme.json", 1, 1)),
        Source = new SourceRef("", "", null),
        Location = new Location("scheme.json", 1, 1),
    };
}
