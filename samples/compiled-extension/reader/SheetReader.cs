using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BureauSheet;

/// <summary>Reads an invented bureau's sheet: a list of rows, each with an indicator and its figures by year.</summary>
public sealed class SheetReader : IFactsReader
{
    /// <inheritdoc/>
    public FactsReading Read(Stream file, string name)
    {
        using var text = new StreamReader(file);
        using var json = new JsonTextReader(text) { FloatParseHandling = FloatParseHandling.Decimal };
        var problems = ImmutableArray.CreateBuilder<FactsProblem>();
        var years = new SortedDictionary<int, List<IndicatorFacts>>();
        foreach (var row in JArray.Load(json).Cast<JObject>())
        {
            foreach (var (year, figure) in (JObject)row["figures"]!)
            {
                if (figure is not JValue { Type: JTokenType.Integer or JTokenType.Float })
                {
                    var line = ((IJsonLineInfo)figure!).LineNumber;
                    problems.Add(new FactsProblem(line, 0, new LocalizedText($"`{figure}` 不是数", $"`{figure}` is no number")));
                    continue;
                }

                var of = int.Parse(year, CultureInfo.InvariantCulture);
                years.TryAdd(of, []);
                years[of].Add(new IndicatorFacts
                {
                    Id = (string)row["indicator"]!,
                    Own = new Fact { Value = Reading.Number((decimal)figure), Source = new Source(name, $"row {row["row"]}") },
                });
            }
        }

        return problems.Count > 0 || years.Count == 0 ? FactsReading.Refused(problems.ToImmutable()) : FactsReading.Of(Facts(years));
    }

    private static PlaceFacts Facts(SortedDictionary<int, List<IndicatorFacts>> years)
    {
        var place = new Place { Code = "000000", Name = "林海县（虚构）", Level = "county" };
        var library = typeof(JObject).Assembly;
        return new PlaceFacts(place, years.Select(y => new YearFacts(y.Key, y.Value)))
        {
            Scheme = "forest-county",
            Note = $"虚构数据，由 {library.GetName().Name} {library.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version} 读出",
        };
    }
}
