using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Tables.Tests;

/// <summary>A table of random figures reads to the same facts in every shape, spelling and encoding.</summary>
[Trait("Category", "Slow")]
public sealed class TableShapeProperties
{
    private static readonly Indicator[] Rows =
    [
        .. SchemeCatalog.Discover(Repo.In("plugins")).Resolve("jingle-county").Value!.Indicators
            .Where(i => i.States.IsEmpty && i.Items.IsEmpty),
    ];

    [Property(MaxTest = 60, Arbitrary = [typeof(TableShapeProperties)])]
    public void Write_AnyShape_ReadsToThePlainFacts(Table table)
    {
        using var folder = new TempFolder();
        var plain = folder.Write("plain.csv", table.Plain());
        var shaped = Path.Combine(folder.Path, "静乐县.csv");
        File.WriteAllBytes(shaped, table.Shaped());

        var (expected, actual) = (Run(plain), Run(shaped));

        Assert.Equal(expected.Text, actual.Text);
        Assert.DoesNotContain(actual.Told, d => d.Severity == Schemes.Diagnostics.Severity.Error);
    }

    public static Arbitrary<Table> Tables() => Arb.From(
        from count in Gen.Choose(1, 8)
        from rows in Gen.Shuffle(Enumerable.Range(0, Rows.Length).ToArray())
        from years in Gen.Elements(new[] { 2022 }, [2021, 2022], [2020, 2021, 2022])
        from figures in Gen.ArrayOf(Gen.Choose(100, 9999), count * 3)
        from spelling in Gen.ArrayOf(Gen.Choose(0, 5), count)
        from shape in Gen.Choose(0, 63)
        from encoding in Gen.Choose(0, 5)
        select new Table([.. rows.Take(count)], years, figures, spelling, shape, encoding));

    private static BatchOf Run(string path) => BatchOf.Table(path, options: BatchOf.County with { WithReasons = true });

    /// <summary>The figures of some rows and years, and how they are written.</summary>
    public sealed record Table(int[] Numbers, int[] Years, int[] Figures, int[] Spelling, int Shape, int Encoding)
    {
        private const string Attributes = "气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区";
        private const string Values = "半湿润地区,49,37,14";

        private bool IsWide => (Shape & 1) != 0;

        private bool IsMerged => (Shape & 2) != 0 && Numbers.Length * (IsWide ? 1 : Years.Length) > 1;

        private bool HasTitle => (Shape & 4) != 0;

        private bool HasExtra => (Shape & 8) != 0;

        private bool HasNoPlace => (Shape & 16) != 0;

        private bool IsInTwoRows => (Shape & 32) != 0 && IsWide;

        internal string Plain() => $"place,year,indicator,value,{Attributes}\n"
            + string.Concat(Years.SelectMany((year, y) =>
                Numbers.Select((row, i) => $"静乐县,{year},{Rows[row].Id},{Figure(i, y)},{Values}\n")));

        internal byte[] Shaped()
        {
            var text = new StringBuilder();
            var delimiter = ",\t;,"[Encoding % 4];
            foreach (var line in Lines())
            {
                text.AppendJoin(delimiter, line).Append(Encoding == 4 ? "\r\n" : "\n");
            }

            System.Text.Encoding encoding = Encoding switch
            {
                1 => System.Text.Encoding.Unicode,
                2 => System.Text.Encoding.BigEndianUnicode,
                3 => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!,
                4 => new UTF8Encoding(true),
                _ => new UTF8Encoding(false),
            };
            return [.. Encoding == 1 ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        }

        private string Figure(int row, int year) => (Figures[(row * 3) + year] / 100m).ToString("0.##", CultureInfo.InvariantCulture);

        private string Name(int row) => Spelling[row] switch
        {
            0 => Rows[Numbers[row]].Id,
            1 => Rows[Numbers[row]].Name.Zh,
            2 => $"第{Rows[Numbers[row]].Number}项",
            3 => $"{Rows[Numbers[row]].Number}、{Rows[Numbers[row]].Name.Zh}",
            4 => $"《{Rows[Numbers[row]].Name.Zh}》",
            _ => string.Concat($"{Rows[Numbers[row]].Number}".Select(c => (char)(c + 0xFEE0))),
        };

        private IEnumerable<string[]> Lines()
        {
            string[] lead = [.. HasNoPlace ? [] : (string[])["行政区"], .. IsWide ? [] : (string[])["年份"], "指标名称"];
            string[] values = IsWide ? [.. Years.Select(y => $"{y}年现状值")] : ["现状值"];
            string[] tail = [.. HasExtra ? (string[])["责任单位", "目标值"] : [], .. Attributes.Split(',')];
            var width = lead.Length + values.Length + tail.Length;
            if (HasTitle)
            {
                yield return [.. "静乐县指标填报表".Split(',').Concat(Enumerable.Repeat("", width - 1))];
            }

            if (IsInTwoRows)
            {
                yield return [.. lead, "现状值", .. values.Skip(1).Select(_ => ""), .. tail];
                yield return [.. lead.Select(_ => ""), .. Years.Select(y => $"{y}年"), .. tail.Select(_ => "")];
            }
            else
            {
                yield return [.. lead, .. values, .. tail];
            }

            var first = true;
            foreach (var (row, year) in Cells())
            {
                string[] place = HasNoPlace ? [] : [first || !IsMerged ? "静乐县" : ""];
                string[] ofYear = IsWide ? [] : [first || !IsMerged || row == 0 ? $"{Years[year]}" : ""];
                string[] figures = IsWide ? [.. Years.Select((_, y) => Figure(row, y))] : [Figure(row, year)];
                string[] extra = HasExtra ? ["某局", "≥20"] : [];
                yield return [.. place, .. ofYear, Name(row), .. figures, .. extra, .. first ? Values.Split(',') : ["", "", "", ""]];
                first = false;
            }
        }

        private IEnumerable<(int Row, int Year)> Cells() => IsWide
            ? Numbers.Select((_, i) => (i, 0))
            : Years.SelectMany((_, y) => Numbers.Select((_, i) => (i, y)));
    }
}
