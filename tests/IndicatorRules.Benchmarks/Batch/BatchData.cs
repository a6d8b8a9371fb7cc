using System.Globalization;
using System.Text;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>
/// Invented counties in long form, the same for the same seed: 38 figures a county and year, one for each indicator of Jingle's
/// county scheme; where an indicator has items, one of them by turns.
/// </summary>
/// <param name="scheme">The scheme that the figures are for.</param>
/// <param name="seed">Makes the figures.</param>
internal sealed class BatchData(Scheme scheme, int seed)
{
    internal const int Years = 9;

    private const int FirstYear = 2014;

    private static readonly string[] OddFigures = ["≥95", "55-70", "２８", "28%", "无", "-", "不考核", "", "1"];

    /// <summary>Writes a table, unless it is there already; its name says that it is invented.</summary>
    internal string Write(string folder, int counties)
    {
        var path = Path.Combine(folder, $"invented-{counties}x{Years}-seed{seed}.csv");
        if (File.Exists(path))
        {
            return path;
        }

        var random = new Random(seed);
        using (var to = new StreamWriter(path + ".new", false, new UTF8Encoding(false), 1 << 20))
        {
            to.Write("place,year,indicator,item,value,place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain\n");
            for (var county = 0; county < counties; county++)
            {
                Write(to, county, random);
            }
        }

        File.Move(path + ".new", path);
        return path;
    }

    private void Write(StreamWriter to, int county, Random random)
    {
        var code = (100000 + county).ToString(CultureInfo.InvariantCulture);
        var mountain = random.Next(0, 101);
        var hill = random.Next(0, 101 - mountain);
        var place = $"半湿润地区,{mountain},{hill},{100 - mountain - hill}";
        for (var year = 0; year < Years; year++)
        {
            foreach (var indicator in scheme.Indicators)
            {
                var item = indicator.Items.IsEmpty ? null : indicator.Items[(county + year) % indicator.Items.Length];
                var states = item?.States ?? indicator.States;
                var value = states.IsEmpty ? Figure(random) : states[random.Next(states.Length)].Text.Zh;
                to.Write($"{code},{FirstYear + year},{indicator.Id},{item?.Id},{value},{place}\n");
                place = ",,,";
            }
        }
    }

    // Three in a hundred are written as people write what is no plain number.
    private static string Figure(Random random) => random.Next(100) < 3
        ? OddFigures[random.Next(OddFigures.Length)]
        // Within a share: what lies outside is reported, and would measure the reports.
        : (random.Next(0, 10_000) / 100m).ToString(CultureInfo.InvariantCulture);
}
