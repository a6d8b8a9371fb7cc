using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

public sealed class FactsReaderTests
{
    [Fact]
    public void ReadFile_NotThere_IsSaid()
    {
        var diagnostic = Assert.Single(FactsReader.ReadFile("no-such-file.json").Diagnostics);

        Assert.Equal("IR1001", diagnostic.Id);
        Assert.Equal("no-such-file.json", diagnostic.Location.File);
    }

    [Fact]
    public void ReadFile_Folder_IsSaid()
    {
        using var folder = new TempFolder();

        Assert.Equal("IR1001", Assert.Single(FactsReader.ReadFile(folder.Path).Diagnostics).Id);
    }

    [Fact]
    public void Read_TextCutAnywhere_NeverThrowsAndNeverSucceeds()
    {
        var bytes = Encoding.UTF8.GetBytes(TinyFacts.Text);
        for (var length = 0; length < bytes.Length; length++)
        {
            var json = StrictJson.Read(bytes.AsMemory(0, length), TinyFacts.File);

            Assert.False(json.Succeeded);
            Assert.NotEmpty(json.Diagnostics[0].Format(Language.Zh));
        }
    }

    [Fact]
    public void Read_OneByteChangedAnywhere_NeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(TinyFacts.Text);
        for (var at = 0; at < bytes.Length; at++)
        {
            var kept = bytes[at];
            foreach (var other in "\0\"{}[],:9-x\u00ff"u8)
            {
                bytes[at] = other;
                var json = StrictJson.Read(bytes, TinyFacts.File);
                var facts = json.Succeeded ? FactsReader.Read(json.Value).Diagnostics : json.Diagnostics;
                Assert.All(facts, d => Assert.NotEmpty(d.Format(Language.Zh)));
            }

            bytes[at] = kept;
        }
    }

    [Fact]
    public void Read_Sample_KeepsScaleSourceAndHash()
    {
        var facts = Jingle.Facts2022.Facts;
        var participation = facts.Find(2022)!.Find("public-participation")!.Own;

        Assert.Equal("94.50", participation.Value.Text);
        Assert.Equal("山西省静乐县国家生态文明建设示范区规划（2023-2030年） 表2-1 第38行", $"{participation.Source}");
        Assert.Equal(Reading.Range(55, 70), facts.Find(2022)!.Find("eco-index")!.Own.Value);
        var bytes = File.ReadAllBytes(Repo.Sample("jingle-2022"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), facts.Hash);
    }
}
