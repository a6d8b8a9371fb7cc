using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Facts;

namespace IndicatorRules.Extending.Tests;

/// <summary>Compiled extensions, made by the test: what works, what is refused, what fails and harms nothing else.</summary>
[Collection(ExtensionBench.OneAtATime)]
public sealed class ExtensionHostTests : ExtensionBench
{
    [Fact]
    public void ReadFacts_Trusted_GivesFactsThatAreJudgedAndWritten()
    {
        Plugins.Add("bureau", "\"by hand\"");
        using var extensions = Plugins.Open();
        using var host = SchemeHost.Open(Plugins.Directory);

        var facts = extensions.ReadFacts(Plugins.Facts("bureau")).OrThrow();
        var assessment = host.Assess(facts).OrThrow();
        var written = Encoding.UTF8.GetString(extensions.Write("bureau", [assessment], Language.En).OrThrow());

        Assert.Equal("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", facts.Facts.Hash);
        Assert.Equal("forest-county by hand forest Met 5 25 1", written);
    }

    [Fact]
    public void ReadFacts_NotTrusted_IsRefusedWithTheHashAndRunsNothing()
    {
        Plugins.Add("bureau", "\"x\"");
        using var extensions = ExtensionHost.Open(Plugins.Trusting([new string('0', 64)]));

        var refused = extensions.ReadFacts(Plugins.Facts("bureau"));

        Assert.Equal(["IR6050"], refused.Diagnostics.Select(d => d.Id));
        Assert.Contains(Plugins.Declared().Single().Hash, refused.Diagnostics[0].Help(Language.En), StringComparison.Ordinal);
        Assert.Equal(0, Contexts("bureau"));
    }

    [Fact]
    public void ReadFacts_AnyFileChangedAfterItWasTrusted_IsRefused()
    {
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")),
            beside: [("Other.dll", Built.Assembly("Other", "class A {}"))]);
        var trusted = Plugins.Declared().Single().Hash;
        File.WriteAllBytes(Path.Combine(Plugins.Folder, "extensions/bureau/Other.dll"), Built.Assembly("Other", "class B {}"));
        using var extensions = ExtensionHost.Open(Plugins.Trusting([trusted]));

        Assert.Equal(["IR6050"], Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_TwoVersionsOfOneLibrary_EachRunsOnItsOwn()
    {
        AddOnLibrary("one", "1.0.0.0");
        AddOnLibrary("two", "2.0.0.0");
        using var extensions = Plugins.Open();

        Assert.Equal("library 1.0.0.0", Note(extensions, "one"));
        Assert.Equal("library 2.0.0.0", Note(extensions, "two"));
        Assert.Equal("library 1.0.0.0", Note(extensions, "one"));
    }

    [Fact]
    public void ReadFacts_HostsOwnLibraries_AreNotBorrowed()
    {
        // The host has Newtonsoft.Json; an extension that wants it must bring it.
        var json = File.ReadAllBytes(typeof(Newtonsoft.Json.JsonConvert).Assembly.Location);
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("Newtonsoft.Json.JsonConvert.SerializeObject(1)"), json));
        using var extensions = Plugins.Open();

        Assert.Equal(["IR6054"], Faults(extensions, "bureau"));
    }

    [Theory]
    [InlineData("IndicatorRules.Contract.dll")]
    [InlineData("bureau.runtimeconfig.dev.json")]
    [InlineData("bureau.runtimeconfig.json")]
    [InlineData("bureau.deps.json")]
    [InlineData("install.sh")]
    public void Open_FileThatSplitsOrLeadsElsewhere_IsRefused(string file)
    {
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [(file, [1, 2, 3])]);
        using var extensions = Plugins.Open();

        Assert.Empty(extensions.Available);
        Assert.Equal(["IR6052"], extensions.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void ReadFacts_ContractUnderAnotherFileName_IsRefused()
    {
        Plugins.Add(
            "bureau", Built.Extension("bureau", Built.Reader("\"x\"")),
            beside: [("Renamed.dll", File.ReadAllBytes(typeof(Verdict).Assembly.Location))]);
        using var extensions = Plugins.Open();

        Assert.Contains("IR6052", Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_NativeLibrary_IsRefused()
    {
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [("native.dll", [0x4D, 0x5A, 0, 0])]);
        using var extensions = Plugins.Open();

        Assert.Equal(["IR6052"], Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_BuiltAgainstANewerContract_IsToldByName()
    {
        var newer = Built.Assembly("IndicatorRules.Contract", """
            [assembly: System.Reflection.AssemblyVersion("9.1.0.0")]
            namespace IndicatorRules.Contract.Extending { public interface IFactsReader { } public interface IAssessmentWriter { } }
            """);
        Plugins.Add("bureau", Built.Assembly(
            "bureau", "namespace Theirs { public class Reader : IndicatorRules.Contract.Extending.IFactsReader { } }",
            Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(newer)));
        using var extensions = Plugins.Open();

        var refused = extensions.ReadFacts(Plugins.Facts("bureau"));

        Assert.Equal(["IR6053"], refused.Diagnostics.Select(d => d.Id));
        Assert.Contains("9.1.0", refused.Diagnostics[0].Message(Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[2.0.0,3.0.0)", "IR6053")]
    [InlineData("1", "IR2006")]
    public void Open_DeclaredForAnotherContract_IsRefused(string contract, string id)
    {
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), contract);
        using var extensions = Plugins.Open();

        Assert.Equal([id], extensions.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("Theirs.Nobody")]
    [InlineData("Theirs.Writer")]
    public void ReadFacts_TypeThatIsNoReader_IsRefused(string type)
    {
        Plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), reader: type);
        using var extensions = Plugins.Open();

        Assert.Equal(["IR6057"], Faults(extensions, "bureau"));
    }

    [Theory]
    [InlineData("public Reader() { throw new InvalidOperationException(\"no luck\"); }", "return null;", "no luck")]
    [InlineData("static Reader() { throw new InvalidOperationException(\"no luck\"); }", "return null;", "")]
    [InlineData("", "throw new InvalidOperationException(\"no luck\");", "no luck")]
    [InlineData("", "return null;", "null")]
    [InlineData("", "throw new TimeoutException(\"a tale\");", "")]
    public void ReadFacts_ThatThrows_IsToldAndHarmsNoOther(string constructor, string body, string words)
    {
        Plugins.Add("good", "\"good\"");
        Plugins.Add("bad", Strangers("bad", constructor, body));
        using var extensions = Plugins.Open();

        var failed = extensions.ReadFacts(Plugins.Facts("bad"));

        Assert.Contains(Assert.Single(failed.Diagnostics).Id, (string[])["IR6056"]);
        Assert.Contains(words, failed.Diagnostics[0].Message(Language.En), StringComparison.Ordinal);
        Assert.Equal("good", Note(extensions, "good"));
    }

    [Fact]
    public void ReadFacts_ProblemsOfTheFile_ComeWithTheirPlaces()
    {
        Plugins.Add("bad", Strangers(
            "bad", "", "return FactsReading.Refused(new FactsProblem(3, 7, new LocalizedText(\"不是数\", \"no number\")));"));
        using var extensions = Plugins.Open();
        var path = Plugins.Facts("bad");

        var problem = Assert.Single(extensions.ReadFacts(path).Diagnostics);

        Assert.Equal(($"{path}(3,7)", "IR6059"), ($"{problem.Location}", problem.Id));
        Assert.Contains("no number", problem.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFacts_FactsWithADoubt_ComeWithAWarning()
    {
        Plugins.Add("bad", Strangers("bad", "", """
            return new FactsReading(
                new PlaceFacts(new Place { Code = "1", Name = "n" }, new[] { new YearFacts(2022, new IndicatorFacts[0]) }),
                ImmutableArray.Create(new FactsProblem(1, 1, new LocalizedText("存疑", "doubtful"))));
            """));
        using var extensions = Plugins.Open();

        var read = extensions.ReadFacts(Plugins.Facts("bad"));

        Assert.True(read.Succeeded);
        Assert.Equal(["IR6060"], read.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Write_Unknown_NamesWhatIsThere()
    {
        Plugins.Add("bureau", "\"x\"");
        using var extensions = Plugins.Open();

        var refused = Assert.Single(extensions.Write("burau", [], Language.En).Diagnostics);

        Assert.Equal(("IR6051", "bureau"), (refused.Id, refused.Suggestion));
    }

    [Fact]
    public void ReadFacts_TwoForOneEnding_IsRefusedUnlessOneAloneIsTrusted()
    {
        Plugins.Add("bureau", "\"one\"");
        using var other = new Plugins();
        other.Add("bureau", "\"two\"");
        var (one, two) = (Plugins.Declared().Single().Hash, other.Declared().Single().Hash);

        Assert.Equal(["IR6058"], Opened([one, two], e => string.Join(' ', Faults(e, "bureau"))).Split(' '));
        Assert.Equal("two", Opened([two], e => Note(e, "bureau")));

        string Opened(ImmutableHashSet<string> trusted, Func<ExtensionHost, string> ask)
        {
            using var extensions = ExtensionHost.Open(
                Plugins.Trusting(trusted, folders: [Plugins.Directory, other.Directory]));
            return ask(extensions);
        }
    }

    private void AddOnLibrary(string name, string version)
    {
        var library = Built.Assembly(
            "Library",
            $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] "
                + $"public static class Words {{ public static string Of() => \"library {version}\"; }}");
        Plugins.Add(name, Built.Extension(name, Built.Reader("Words.Of()"), library), beside: [("Library.dll", library)]);
    }
}
