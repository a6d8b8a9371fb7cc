using IndicatorRules.Confinement.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>Free C# in the dress of a rule's image: each thing that no rule compiles to is refused for its own sake.</summary>
public class ForeignShapeTests
{
    [Fact]
    public void Check_PlainState_LacksNothingButTheWayIn() =>
        Assert.Equal("no way in, or several",
            Bench.Image(ImageMaker.Compiled("static class State { static int F(int x) => x > 1 ? x + 1 : 2; }")));

    [Theory]
    [InlineData("a static field", "static class State { static int X; }")]
    [InlineData("a static field", "static class State { static readonly object X = new object(); }")]
    [InlineData("a static constructor", "static class State { static State() { } }")]
    [InlineData("ModuleInitializer",
        "static class State { [System.Runtime.CompilerServices.ModuleInitializer] internal static void M() { } }")]
    [InlineData("", "class State { ~State() { } }")]
    [InlineData("an override of ToString", "class State { public override string ToString() => null; }")]
    [InlineData("the table",
        "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct State { "
        + "[System.Runtime.InteropServices.FieldOffset(0)] int X; [System.Runtime.InteropServices.FieldOffset(0)] uint Y; }")]
    [InlineData("the table",
        "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 100000)] "
        + "struct State { }")]
    [InlineData("a branch that leads back", "static class State { static void F() { while (true) { } } }")]
    [InlineData("a branch that leads back",
        "static class State { static int F(int n) { var s = 0; for (var i = 0; i < n; i++) s += i; return s; } }")]
    [InlineData("circle", "static class State { static int F(int n) => F(n) + 1; }")]
    [InlineData("circle", "static class State { static int F(int n) => G(n) + 1; static int G(int n) => F(n) + 1; }")]
    [InlineData("", "static class State { static int F(int n) { try { return 1 / n; } catch { return 0; } } }")]
    [InlineData("", "static class State { static int F(int n) { try { return 1 / n; } finally { G(n); } } static void G(int n) { } }")]
    [InlineData("", "static class State { static int F() => typeof(int).GetHashCode(); }")]
    [InlineData("", "static unsafe class State { static int F(delegate*<int> p) => p(); }")]
    [InlineData("", "static unsafe class State { static int F(int* p) => *p; }")]
    [InlineData("", "static unsafe class State { static int F() { int* p = stackalloc int[10]; return p[0]; } }")]
    [InlineData("", "static class State { static int F(int[] x) => x[0]; }")]
    [InlineData("", "static class State { static object F() => new int[100]; }")]
    [InlineData("", "static class State { static void F() => throw null; }")]
    [InlineData("", "static class State { static string F(object x) => x as string; }")]
    [InlineData("", "static class State { static string F(object x) => (string)x; }")]
    [InlineData("", "static class State { static int F(object x) => (int)x; }")]
    [InlineData("", "static class State { static ref int F(ref int x) { x = 1; return ref x; } }")]
    [InlineData("", "static class State { static double F(double x) => x * 2; }")]
    [InlineData("", "static class State { static string F(string x) => x + x; }")]
    [InlineData("", "static class State { static string F(object x) => x.ToString(); }")]
    [InlineData("", "static class State { static void F() => System.Environment.Exit(0); }")]
    [InlineData("", "static class State { static object F() => System.IO.File.ReadAllText(\"\"); }")]
    [InlineData("", "static class State { static object F(object x) => x.GetType(); }")]
    [InlineData("the table GenericParam", "static class State { static T F<T>(T x) => x; }")]
    [InlineData("the table GenericParam", "class State<T> { }")]
    [InlineData("", "interface State { }")]
    [InlineData("", "class Other { }")]
    [InlineData("", "class State : System.IDisposable { public void Dispose() { } }")]
    [InlineData("", "class State : System.Exception { }")]
    [InlineData("", "delegate void State();")]
    [InlineData("", "class State { event System.Action E; }")]
    [InlineData("", "[System.Obsolete] class State { }")]
    [InlineData("", "class State { [System.ThreadStatic] static int X; }")]
    [InlineData("", "class State { volatile int X; }")]
    [InlineData("", "class State { long X; }")]
    [InlineData("", "abstract class State { protected abstract void F(); }")]
    [InlineData("", "class State { async void F() { await System.Threading.Tasks.Task.Yield(); } }")]
    [InlineData("", "class State { System.Collections.Generic.IEnumerable<int> F() { yield return 1; } }")]
    [InlineData("", "using IndicatorRules.Contract.Rules; class State : PlaceContext { static StateId X = new StateId(1); }")]
    [InlineData("", "using IndicatorRules.Contract; class State { Verdict F() => new Verdict(Status.Met); }")]
    [InlineData("", "using IndicatorRules.Contract; class State { Status F(Verdict v) => v.Proven; }")]
    [InlineData(
        "", "using IndicatorRules.Contract.Rules; class State : RuleContext<PC, NoItems> { "
            + "protected override IndicatorRules.Contract.Verdict Rule() => Rule(); } class PC : PlaceContext { }")]
    [InlineData(
        "", "using IndicatorRules.Contract.Rules; class State : RuleContext<PC, NoItems> { "
            + "protected override IndicatorRules.Contract.Verdict Rule() => StageRule(0); "
            + "protected override IndicatorRules.Contract.Verdict StageRule(int s) => base.StageRule(s); } class PC : PlaceContext { }")]
    public void Check_ForeignShape_IsRefused(string why, string source)
    {
        var refused = Bench.Image(ImageMaker.Compiled(source));
        Assert.NotNull(refused);
        Assert.Contains(why, refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a reference to", "class State { System.Collections.Generic.Stack<int> X; }")]
    [InlineData("a reference to", "class State { void F() => System.Console.WriteLine(); }")]
    public void Check_PlatformShape_IsRefused(string why, string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f) is "System.Collections.dll" or "System.Console.dll")
            .Select(f => MetadataReference.CreateFromFile(f));
        Assert.Contains(why, Bench.Image(ImageMaker.Compiled(source, platform)), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ForeignReference_IsRefused()
    {
        var other = MetadataReference.CreateFromImage(ImageMaker.Compiled("public class Other { public static int X() => 1; }"));
        Assert.Contains("a reference to", Bench.Image(ImageMaker.Compiled("static class State { static int F() => Other.X(); }", other)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EntryPoint_IsRefused() =>
        Assert.NotNull(Bench.Image(ImageMaker.Program("static class State { static void Main() { } }")));

    [Fact]
    public void Check_Resource_IsRefused() => Assert.NotNull(Bench.Image(ImageMaker.WithResource("static class State { }")));
}
