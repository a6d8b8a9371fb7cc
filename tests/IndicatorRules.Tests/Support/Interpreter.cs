using System.Text.Json.Nodes;

namespace IndicatorRules.Tests.Support;

/// <summary>
/// The three shipped schemes once more, in plain C# over the JSON of a facts file: naive, slow, and sharing nothing with
/// the engine but the four statuses.
/// </summary>
internal sealed class Interpreter(JsonObject facts, int year)
{
    internal const string National = "national-revised";
    internal const string Shanxi = "shanxi-trial";
    internal const string County = "jingle-county";

    private static readonly string[] Provincial = ["pollutant-reduction", "polluted-farmland", "key-construction-land"];
    private static readonly string[] Completed = ["未完成/未消除", "完成/已完成/已消除"];

    internal Answer Judge(string scheme, string id) => scheme switch
    {
        County when Provincial.Contains(id) => Rule(Shanxi, id),
        County => Answer.All(Rule(National, id), Rule(Shanxi, id)),
        _ => Rule(scheme, id),
    };

    private Answer Rule(string scheme, string id)
    {
        var row = new InterpreterRow(facts, id, year);
        var province = scheme == Shanxi;
        return id switch
        {
            "eco-plan" => row.Own("-", "未制定", "正在制定/制定中", "制定实施/已制定实施", "全面实施/已全面实施").InState(2, 3),
            "eco-deployment" => row.Own("-", "未有效开展/未开展", "有效开展/已有效开展", "持续开展").InState(1, 2),
            "river-chief" => row.Own("-", "未全面实施/未实施", "全面实施/已全面实施", "持续开展").InState(1, 2),
            "planning-eia" => row.Own("-", "未开展", "开展/已开展", "持续开展").InState(1, 2),
            "soil-register" or "emergency-mechanism" => row.Own("-", "未建立", "建立/已建立", "持续开展").InState(1, 2),
            "key-construction-land" => row.Own("-", "未有效保障", "有效保障/已有效保障").InState(1, 1),
            "waste-sorting" => row.Own("-", "未实施", "实施/已实施", "持续实施", "持续提升").InState(1, 3),
            "eco-info-disclosure" or "hazardous-waste" or "drinking-source" or "village-drinking-water"
                or "official-training" => row.Own().AtLeast(100),
            "eco-appraisal-share" => row.Own().AtLeast(20),
            "urban-sewage" => row.Own().AtLeast(85),
            "rural-sewage" => row.Own().AtLeast(province ? 45 : 50),
            "green-buildings" => row.Own().AtLeast(50),
            "land-per-gdp" => row.Own().AtLeast(4.5m),
            "urban-waste" or "rural-waste" or "green-procurement" or "public-satisfaction"
                or "public-participation" => row.Own().AtLeast(80),
            "pollutant-reduction" or "polluted-farmland" or "shoreline-protection" or "rural-toilets" => row.TaskCompleted(),
            "energy-per-gdp" or "water-per-gdp" => Answer.All(row.TaskCompleted(), row.Own("-").Held(-1)),
            "eco-index" => Attribute("Climate", "choice") == "半湿润地区" ? row.Own().AtLeast(province ? 53 : 55) : Answer.Unknown,
            "forest-grass-cover" => row.Own().AtLeast(Weighted()),
            "industrial-solid-waste" => SolidWaste(row),
            _ => Items(row, id, province),
        };
    }

    private static Answer Items(InterpreterRow row, string id, bool province) => id switch
    {
        "air-quality" when province => Answer.All(Items(row, id, false), row.Item("HeavyPollutionDays").Held(-1)),
        "air-quality" => Answer.All(row.TaskCompleted(), row.Item("GoodDays").Held(1), row.Item("Pm25Drop", "ug/m3").Held(-1)),
        "water-quality" => Answer.All(
            row.TaskCompleted(), row.Item("SurfaceGood").Held(1), row.Item("SurfaceWorst").Held(-1), row.Item("GroundwaterV").Held(-1),
            row.Item("BlackOdorous", "-", Completed).Held(1)),
        "biodiversity" => Answer.All(
            row.Item("ProtectedSpecies").AtLeast(95),
            row.Item("InvasiveSpecies", "-", "明显", "不明显").InState(1, 1),
            row.Item("AquaticSpecies").Held(1)),
        "natural-space" => Answer.All(
            row.Item("RedLine", "公顷").Held(1), row.Item("NatureReserves", "公顷").Held(1),
            row.Item("Nature", "-", "改变/已改变", "不改变/未改变").InState(1, 1),
            row.Item("Function", "-", "降低/已降低", "不降低/未降低").InState(1, 1)),
        "fertilizer-pesticide" => Answer.All(row.Item("Fertilizer").AtLeast(43), row.Item("Pesticide").AtLeast(43)),
        "farm-waste" => Answer.All(row.Item("Straw").AtLeast(90), row.Item("Manure").AtLeast(75), row.Item("Film").AtLeast(80)),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "The interpreter has no such row."),
    };

    // Only places above 60 % have a printed requirement.
    private static Answer SolidWaste(InterpreterRow row) => row.Own().MoreThan(60).Proven switch
    {
        Contract.Status.Met => row.Own().Held(1),
        Contract.Status.NotApplicable => Answer.NotApplicable,
        _ => Answer.Unknown,
    };

    private decimal Weighted()
    {
        var shares = (JsonObject)Find("Terrain")["shares"]!;
        return ((60 * (decimal)shares["Mountain"]!) + (40 * (decimal)shares["Hill"]!) + (18 * (decimal)shares["Plain"]!)) / 100;
    }

    private string? Attribute(string id, string kind) => (string?)Find(id)[kind];

    private JsonObject Find(string id) =>
        ((JsonArray)facts["place"]!["attributes"]!).OfType<JsonObject>().First(a => (string)a["id"]! == id);
}
