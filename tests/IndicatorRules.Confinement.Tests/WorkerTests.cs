using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Scripting;

namespace IndicatorRules.Confinement.Tests;

/// <summary>What the gates let through and still takes too much is the worker's end, never the host's.</summary>
public class WorkerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    // Honest in kind, hostile in number.
    private static readonly string Heavy = "return AtLeast(1)" + string.Concat(Enumerable.Repeat("\n    & AtMost(2)", 480)) + ";";

    [Fact]
    [Trait("Category", "Slow")]
    public void Compile_LongerThanTheDeadline_EndsTheWorkerAlone()
    {
        using var canary = new Canary();
        using var worker = new CompileWorker(deadline: Short);
        // Three texts each: just under the cap on scripts.
        Assert.Throws<CompileWorkerException>(() => worker.Compile(Bench.Request(Enumerable.Repeat(Heavy, 1600))));
        AssertHostIsWell(canary);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Compile_MoreThanAFrame_EndsTheWorkerAlone()
    {
        using var canary = new Canary();
        using var worker = new CompileWorker();
        var comment = "// " + new string('x', 16_000) + "\nreturn AtLeast(1);";
        Assert.Throws<CompileWorkerException>(() => worker.Compile(Bench.Request(Enumerable.Repeat(comment, 4500))));
        AssertHostIsWell(canary);
    }

    [Fact]
    public void Compile_TooManyScripts_IsAFault()
    {
        using var worker = new CompileWorker();
        Assert.Equal("IR4102", worker.Compile(Bench.Request(Enumerable.Repeat("AtLeast(1)", 5001))).Faults[0].Id);
    }

    private static void AssertHostIsWell(Canary canary)
    {
        using var another = new CompileWorker();
        Assert.Empty(another.Compile(Bench.Request("return AtLeast(1);")).Faults);
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }
}
