using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Tests.Diagnostics;

public partial class DiagnosticCatalogTests
{
    private static readonly Language[] Both = [Language.Zh, Language.En];

    public static TheoryData<string> Ids => [.. DiagnosticCatalog.All.Select(d => d.Id).Distinct()];

    [Fact]
    public void All_Ids_StandOnce() => Assert.Empty(DiagnosticCatalog.All.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_Form_IsIrAndFourDigits(string id) => Assert.Matches("^IR[1-79][0-9]{3}$", id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_BothLanguages_AreThereAndDiffer(string id)
    {
        var d = DiagnosticCatalog.ById(id);
        Assert.Matches(Han(), d.Message.Zh);
        Assert.DoesNotMatch(Han(), d.Message.En.Replace("{0}", "", StringComparison.Ordinal));
        Assert.NotEmpty(d.Message.En);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_BothLanguages_AreThere(string id)
    {
        var d = DiagnosticCatalog.ById(id);
        Assert.Equal(d.Help.Zh.Length == 0, d.Help.En.Length == 0);
        Assert.True(d.Help.Zh.Length > 0 || id == "IR1103", "IR1103 says the remedy in its message; nothing else may do without.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Places_BothLanguages_AreTheSame(string id)
    {
        var d = DiagnosticCatalog.ById(id);
        Assert.Equal(Places(d.Message.Zh), Places(d.Message.En));
        Assert.Equal(Places(d.Help.Zh), Places(d.Help.En));
        // Counted from 0 without a gap, message and help together.
        var all = Places(d.Message.Zh).Union(Places(d.Help.Zh)).Order().ToList();
        Assert.Equal(Enumerable.Range(0, all.Count), all);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Format_WithWords_HoldsThem(string id)
    {
        var descriptor = DiagnosticCatalog.ById(id);
        var diagnostic = new Diagnostic(
            descriptor, new Location("f", 1, 2), [.. Enumerable.Range(0, 5).Select(i => (LocalizedText)$"{{w{i}}}")], "s");
        foreach (var language in Both)
        {
            var text = diagnostic.Format(language);
            Assert.StartsWith($"f(1,2): {(descriptor.Severity == Severity.Error ? "error" : "warning")} {id}: ", text,
                StringComparison.Ordinal);
            Assert.All(Places(descriptor.Message.Zh), i => Assert.Contains($"{{w{i}}}", text, StringComparison.Ordinal));
            Assert.Contains("`s`", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_Backticks_PairUp(string id)
    {
        var d = DiagnosticCatalog.ById(id);
        Assert.All([d.Message.Zh, d.Message.En, d.Help.Zh, d.Help.En], t => Assert.True(t.Count(c => c == '`') % 2 == 0, t));
    }

    [Fact]
    public void ById_Unknown_Throws() => Assert.Throws<ArgumentException>(() => DiagnosticCatalog.ById("IR0000"));

    [Fact]
    public void Bag_AnyOrder_GivesThemByPlaceAndOnce()
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCatalog.JsonComment, new Location("f", 2, 1));
        bag.Add(DiagnosticCatalog.JsonEnds, new Location("f", 1, 9));
        bag.Add(DiagnosticCatalog.JsonComment, new Location("f", 2, 1));
        bag.Add(DiagnosticCatalog.JsonComment, new Location("e", 3, 1));
        Assert.Equal(["e(3,1)", "f(1,9)", "f(2,1)"], bag.ToImmutable().Select(d => $"{d.Location}"));
    }

    private static List<int> Places(string text) =>
        [.. Place().Matches(text).Select(m => m.Groups[1].Value[0] - '0').Distinct().Order()];

    [GeneratedRegex(@"(?<!\{)\{([0-9])\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
