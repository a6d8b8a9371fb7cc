using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Facts;

namespace IndicatorRules.Extending.Tests;

/// <summary>Compiled extensions, made by the test: what works, what is refused, what fails and harms nothing else.</summary>
public sealed class ExtensionHostTests : IDisposable
{
    private readonly Plugins _plugins = new();

    [Fact]
    public void ReadFacts_Trusted_GivesFactsThatAreJudgedAndWritten()
    {
        _plugins.Add("bureau", "\"by hand\"");
        using var extensions = _plugins.Open();
        using var host = SchemeHost.Open(_plugins.Directory);

        var facts = extensions.ReadFacts(_plugins.Facts("bureau")).OrThrow();
        var assessment = host.Assess(facts).OrThrow();
        var written = Encoding.UTF8.GetString(extensions.Write("bureau", [assessment], Language.En).OrThrow());

        Assert.Equal("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", facts.Facts.Hash);
        Assert.Equal("forest-county by hand forest Met 5 25 1", written);
    }

    [Fact]
    public void ReadFacts_NotTrusted_IsRefusedWithTheHashAndRunsNothing()
    {
        _plugins.Add("bureau", "\"x\"");
        using var extensions = ExtensionHost.Open(_plugins.Trusting([new string('0', 64)]));

        var refused = extensions.ReadFacts(_plugins.Facts("bureau"));

        Assert.Equal(["IR6050"], refused.Diagnostics.Select(d => d.Id));
        Assert.Contains(_plugins.Declared().Single().Hash, refused.Diagnostics[0].Help(Language.En), StringComparison.Ordinal);
        Assert.Equal(0, Contexts("bureau"));
    }

    [Fact]
    public void ReadFacts_AnyFileChangedAfterItWasTrusted_IsRefused()
    {
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [("Other.dll", Built.Assembly("Other", "class A {}"))]);
        var trusted = _plugins.Declared().Single().Hash;
        File.WriteAllBytes(Path.Combine(_plugins.Folder, "extensions/bureau/Other.dll"), Built.Assembly("Other", "class B {}"));
        using var extensions = ExtensionHost.Open(_plugins.Trusting([trusted]));

        Assert.Equal(["IR6050"], Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_TwoVersionsOfOneLibrary_EachRunsOnItsOwn()
    {
        AddOnLibrary("one", "1.0.0.0");
        AddOnLibrary("two", "2.0.0.0");
        using var extensions = _plugins.Open();

        Assert.Equal("library 1.0.0.0", Note(extensions, "one"));
        Assert.Equal("library 2.0.0.0", Note(extensions, "two"));
        Assert.Equal("library 1.0.0.0", Note(extensions, "one"));
    }

    [Fact]
    public void ReadFacts_HostsOwnLibraries_AreNotBorrowed()
    {
        // The host has Newtonsoft.Json; an extension that wants it must bring it.
        var json = File.ReadAllBytes(typeof(Newtonsoft.Json.JsonConvert).Assembly.Location);
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("Newtonsoft.Json.JsonConvert.SerializeObject(1)"), json));
        using var extensions = _plugins.Open();

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
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [(file, [1, 2, 3])]);
        using var extensions = _plugins.Open();

        Assert.Empty(extensions.Available);
        Assert.Equal(["IR6052"], extensions.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void ReadFacts_ContractUnderAnotherFileName_IsRefused()
    {
        _plugins.Add(
            "bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [("Renamed.dll", File.ReadAllBytes(typeof(Verdict).Assembly.Location))]);
        using var extensions = _plugins.Open();

        Assert.Contains("IR6052", Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_NativeLibrary_IsRefused()
    {
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), beside: [("native.dll", [0x4D, 0x5A, 0, 0])]);
        using var extensions = _plugins.Open();

        Assert.Equal(["IR6052"], Faults(extensions, "bureau"));
    }

    [Fact]
    public void ReadFacts_BuiltAgainstANewerContract_IsToldByName()
    {
        var newer = Built.Assembly("IndicatorRules.Contract", """
            [assembly: System.Reflection.AssemblyVersion("9.1.0.0")]
            namespace IndicatorRules.Contract.Extending { public interface IFactsReader { } public interface IAssessmentWriter { } }
            """);
        _plugins.Add("bureau", Built.Assembly(
            "bureau", "namespace Theirs { public class Reader : IndicatorRules.Contract.Extending.IFactsReader { } }",
            Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(newer)));
        using var extensions = _plugins.Open();

        var refused = extensions.ReadFacts(_plugins.Facts("bureau"));

        Assert.Equal(["IR6053"], refused.Diagnostics.Select(d => d.Id));
        Assert.Contains("9.1.0", refused.Diagnostics[0].Message(Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[2.0.0,3.0.0)", "IR6053")]
    [InlineData("1", "IR2006")]
    public void Open_DeclaredForAnotherContract_IsRefused(string contract, string id)
    {
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), contract);
        using var extensions = _plugins.Open();

        Assert.Equal([id], extensions.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("Theirs.Nobody")]
    [InlineData("Theirs.Writer")]
    public void ReadFacts_TypeThatIsNoReader_IsRefused(string type)
    {
        _plugins.Add("bureau", Built.Extension("bureau", Built.Reader("\"x\"")), reader: type);
        using var extensions = _plugins.Open();

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
        _plugins.Add("good", "\"good\"");
        _plugins.Add("bad", Strangers("bad", constructor, body));
        using var extensions = _plugins.Open();

        var failed = extensions.ReadFacts(_plugins.Facts("bad"));

        Assert.Contains(Assert.Single(failed.Diagnostics).Id, (string[])["IR6056"]);
        Assert.Contains(words, failed.Diagnostics[0].Message(Language.En), StringComparison.Ordinal);
        Assert.Equal("good", Note(extensions, "good"));
    }

    [Theory]
    [InlineData("public Reader() { Thread.Sleep(Timeout.Infinite); }", "return null;")]
    [InlineData("", "Thread.Sleep(Timeout.Infinite); return null;")]
    public void ReadFacts_ThatHangs_IsGivenUpAndHarmsNoOther(string constructor, string body)
    {
        _plugins.Add("good", "\"good\"");
        _plugins.Add("bad", Strangers("bad", constructor, body));
        using var extensions = _plugins.Open(TimeSpan.FromSeconds(3));
        Assert.Equal("good", Note(extensions, "good"));

        Assert.Equal(["IR6055"], Faults(extensions, "bad"));
        Assert.Equal("good", Note(extensions, "good"));
    }

    [Fact]
    public void ReadFacts_ProblemsOfTheFile_ComeWithTheirPlaces()
    {
        _plugins.Add("bad", Strangers("bad", "", "return FactsReading.Refused(new FactsProblem(3, 7, new LocalizedText(\"不是数\", \"no number\")));"));
        using var extensions = _plugins.Open();
        var path = _plugins.Facts("bad");

        var problem = Assert.Single(extensions.ReadFacts(path).Diagnostics);

        Assert.Equal(($"{path}(3,7)", "IR6059"), ($"{problem.Location}", problem.Id));
        Assert.Contains("no number", problem.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFacts_FactsWithADoubt_ComeWithAWarning()
    {
        _plugins.Add("bad", Strangers("bad", "", """
            return new FactsReading(new PlaceFacts(new Place { Code = "1", Name = "n" }, new[] { new YearFacts(2022, new IndicatorFacts[0]) }),
                ImmutableArray.Create(new FactsProblem(1, 1, new LocalizedText("存疑", "doubtful"))));
            """));
        using var extensions = _plugins.Open();

        var read = extensions.ReadFacts(_plugins.Facts("bad"));

        Assert.True(read.Succeeded);
        Assert.Equal(["IR6060"], read.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Write_Unknown_NamesWhatIsThere()
    {
        _plugins.Add("bureau", "\"x\"");
        using var extensions = _plugins.Open();

        var refused = Assert.Single(extensions.Write("burau", [], Language.En).Diagnostics);

        Assert.Equal(("IR6051", "bureau"), (refused.Id, refused.Suggestion));
    }

    [Fact]
    public void ReadFacts_TwoForOneEnding_IsRefusedUnlessOneAloneIsTrusted()
    {
        _plugins.Add("bureau", "\"one\"");
        using var other = new Plugins();
        other.Add("bureau", "\"two\"");
        var (one, two) = (_plugins.Declared().Single().Hash, other.Declared().Single().Hash);

        Assert.Equal(["IR6058"], Opened([one, two], e => string.Join(' ', Faults(e, "bureau"))).Split(' '));
        Assert.Equal("two", Opened([two], e => Note(e, "bureau")));

        string Opened(ImmutableHashSet<string> trusted, Func<ExtensionHost, string> ask)
        {
            using var extensions = ExtensionHost.Open(_plugins.Trusting(trusted) with { PluginDirectories = [_plugins.Directory, other.Directory] });
            return ask(extensions);
        }
    }

    [Fact]
    public void Refresh_Replaced_TakesTheNewAndUnloadsTheOld()
    {
        _plugins.Add("bureau", "\"old\"");
        var old = _plugins.Declared().Single().Hash;
        _plugins.Add("bureau", "\"new\"");
        var now = _plugins.Declared().Single().Hash;
        _plugins.Add("bureau", "\"old\"");
        using var extensions = ExtensionHost.Open(_plugins.Trusting([old, now]));
        Assert.Equal("old", Note(extensions, "bureau"));

        _plugins.Add("bureau", "\"new\"");
        Assert.Equal("old", Note(extensions, "bureau"));
        Assert.Empty(extensions.Refresh());

        Assert.Equal("new", Note(extensions, "bureau"));
        Assert.Equal(1, ContextsAfterCollection("bureau"));
    }

    [Theory]
    [InlineData("not trusted", "IR6050")]
    [InlineData("throws", "IR6056")]
    [InlineData("carries the contract", "IR6052")]
    public void Refresh_BrokenReplacement_IsToldAndTheOldGoesOn(string how, string id)
    {
        _plugins.Add("bureau", "\"old\"");
        var old = _plugins.Declared().Single().Hash;
        var broken = Strangers("bureau", how == "throws" ? "public Reader() { throw new Exception(\"no\"); }" : "", "return null;");
        using var other = new Plugins();
        var trusted = how == "throws" ? [old, other.Add("bureau", broken).Declared().Single().Hash] : ImmutableHashSet.Create(old);
        using var extensions = ExtensionHost.Open(_plugins.Trusting(trusted));
        Assert.Equal("old", Note(extensions, "bureau"));

        _plugins.Add("bureau", broken);
        if (how == "carries the contract")
        {
            File.WriteAllBytes(Path.Combine(_plugins.Folder, "extensions/bureau/IndicatorRules.Contract.dll"), [1]);
        }

        Assert.Equal([id], extensions.Refresh().Select(d => d.Id));
        Assert.Equal("old", Note(extensions, "bureau"));
    }

    [Fact]
    public void Refresh_Removed_IsGone()
    {
        _plugins.Add("bureau", "\"old\"");
        using var extensions = _plugins.Open();
        Assert.Equal("old", Note(extensions, "bureau"));

        Directory.Delete(Path.Combine(_plugins.Folder, "extensions"), recursive: true);
        extensions.Refresh();

        Assert.Equal(["IR6051"], Faults(extensions, "bureau"));
        Assert.Equal(0, ContextsAfterCollection("bureau"));
    }

    [Fact]
    public async Task Refresh_WhileACallRuns_LetsItFinishOnTheOld()
    {
        const string Wait = "var gate = name + \".go\"; File.WriteAllText(Path.Combine(Path.GetTempPath(), \"{0}.in\"), \"\"); while (!File.Exists(Path.Combine(Path.GetTempPath(), \"{0}.go\"))) Thread.Sleep(10);";
        var token = Path.GetFileName(_plugins.Directory.TrimEnd('/')) + Path.GetFileName(Path.GetDirectoryName(_plugins.Directory)!);
        var source = Built.Reader("\"old\"").Replace(
            "public FactsReading Read(Stream file, string name) =>",
            "public FactsReading Read(Stream file, string name) { " + Wait.Replace("{0}", token, StringComparison.Ordinal) + " return Made(); } FactsReading Made() =>", StringComparison.Ordinal);
        _plugins.Add("bureau", Built.Extension("bureau", source));
        var old = _plugins.Declared().Single().Hash;
        using var next = new Plugins();
        using var extensions = ExtensionHost.Open(_plugins.Trusting([old, next.Add("bureau", "\"new\"").Declared().Single().Hash]));
        var path = _plugins.Facts("bureau");
        var running = Task.Run(() => extensions.ReadFacts(path).OrThrow().Facts.Note);
        var (entered, go) = (Path.Combine(Path.GetTempPath(), $"{token}.in"), Path.Combine(Path.GetTempPath(), $"{token}.go"));
        while (!File.Exists(entered) && !running.IsCompleted)
        {
            await Task.Delay(10);
        }

        _plugins.Add("bureau", "\"new\"");
        Assert.Empty(extensions.Refresh());
        Assert.Equal("new", Note(extensions, "bureau"));
        await File.WriteAllTextAsync(go, "");

        Assert.Equal("old", await running);
        File.Delete(entered);
        File.Delete(go);
    }

    [Fact]
    public void Dispose_AfterUse_UnloadsAndLeavesNoCopyBehind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "indicator-rules-*").Length;
        UseOnce("leaving");

        Assert.Equal(0, ContextsAfterCollection("leaving"));
        Assert.True(Directory.GetDirectories(Path.GetTempPath(), "indicator-rules-*").All(d => !File.Exists(Path.Combine(d, "leaving.dll"))), $"{before}");
    }

    public void Dispose() => _plugins.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseOnce(string name)
    {
        _plugins.Add(name, "\"x\"");
        using var extensions = _plugins.Open();
        Assert.Equal("x", Note(extensions, name));
    }

    private void AddOnLibrary(string name, string version)
    {
        var library = Built.Assembly("Library", $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Words {{ public static string Of() => \"library {version}\"; }}");
        _plugins.Add(name, Built.Extension(name, Built.Reader("Words.Of()"), library), beside: [("Library.dll", library)]);
    }

    private static byte[] Strangers(string name, string constructor, string body) => Built.Extension(name, $$"""
        namespace Theirs
        {
            public sealed class Reader : IFactsReader { {{constructor}} public FactsReading Read(Stream file, string name) { {{body}} } }
            public sealed class Writer : IAssessmentWriter { public void Write(ImmutableArray<AssessmentView> assessments, Language language, Stream target) { } }
        }
        """);

    private string Note(ExtensionHost extensions, string name) => extensions.ReadFacts(_plugins.Facts(name)).OrThrow().Facts.Note;

    private IEnumerable<string> Faults(ExtensionHost extensions, string name)
    {
        Schemes.Diagnostics.Result<FactsFile> read = extensions.ReadFacts(_plugins.Facts(name));
        Assert.False(read.Succeeded);
        return read.Diagnostics.Select(d => d.Id);
    }

    private static int Contexts(string assembly) => AssemblyLoadContext.All.Count(c => c.Assemblies.Any(a => a.GetName().Name == assembly));

    private static int ContextsAfterCollection(string assembly)
    {
        for (var i = 0; i < 20 && Contexts(assembly) > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Contexts(assembly);
    }
}
