using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Tests.Support;

/// <summary>A cache folder of a test's own, and requests that differ in their one rule.</summary>
internal sealed class ImageBench : IDisposable
{
    private readonly TempFolder _folder = new();

    internal string Folder => Path.Combine(_folder.Path, "cache");

    internal SetClock Clock { get; } = new();

    internal string[] Entries => Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.image").Order(StringComparer.Ordinal)] : [];

    internal static CompileRequest Request(int least = 20) =>
        new([], [new(new("row", true, []), [], [], new RuleUnit($"AtLeast({least})", "scheme.json", 1, true), [])]);

    internal EntryStore Store() => EntryStore.OfUser(Folder, Clock);

    /// <summary>Images as another process would ask for them: nothing but the folder is shared.</summary>
    internal RuleImages Images(IRuleCompiler compiler) => new(compiler, [Store()]);

    internal static CacheKey Key(int least = 20) => RuleImages.Key(Request(least), new CountingCompiler().Identity!);

    /// <summary>Keeps the image of a request and gives its bytes and its file.</summary>
    internal (byte[] Image, string File) Keep(int least = 20)
    {
        var image = Bytes(Images(new CountingCompiler()).Get(Request(least), default).Image!);
        return (image, Path.Combine(Folder, Key(least).FileName));
    }

    /// <summary>Asks for a request's image anew, and tells whether it had to be compiled.</summary>
    internal (byte[] Image, ImmutableArray<RuleCost> Costs, bool Compiled) Ask(int least = 20)
    {
        var compiler = new CountingCompiler();
        var (image, costs, faults) = Images(compiler).Get(Request(least), default);
        Assert.Empty(faults);
        return (Bytes(image!), costs, compiler.Asked == 1);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(VerifiedImage image)
    {
        using var bytes = new MemoryStream();
        using var open = image.Open();
        open.CopyTo(bytes);
        return bytes.ToArray();
    }
}
