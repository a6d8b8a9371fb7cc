using System.Collections.Immutable;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Store;

namespace IndicatorRules.Tests.Support;

/// <summary>A store folder of a test's own, and requests that differ in their one rule.</summary>
internal sealed class ImageBench : IDisposable
{
    private readonly TempFolder _folder = new();

    internal string Folder => Path.Combine(_folder.Path, "cache");

    internal SetClock Clock { get; } = new();

    internal string[] Images => Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.image").Order(StringComparer.Ordinal)] : [];

    internal static CompileRequest Request(int least = 20) =>
        new([], [new(new("row", true, []), [], [], new RuleUnit($"AtLeast({least})", "scheme.json", 1, true), [])]);

    /// <summary>A user's folder as another process would open it.</summary>
    internal StoreFolder Open(int mostFiles = 320, long mostBytes = 80_000_000) => StoreFolder.OfUser(Folder, Clock, mostFiles, mostBytes);

    /// <summary>Images as another process would ask for them: nothing but the folder is shared.</summary>
    internal RuleImages ImagesBy(IRuleCompiler compiler) => new(compiler, SchemeStore.In(Open()));

    internal static StoreKey Key(int least = 20) => Key(Request(least), new CountingCompiler().Identity!);

    internal static StoreKey Key(CompileRequest request, string compiler) => RuleImages.Key(CompileKey.Of(request), compiler);

    /// <summary>Stores the image of a request and gives its bytes and its file.</summary>
    internal (byte[] Image, string File) Store(int least = 20)
    {
        var image = ImagesBy(new CountingCompiler()).Get(Request(least), default).Image!.Bytes.ToArray();
        return (image, Path.Combine(Folder, Key(least).FileName));
    }

    /// <summary>Asks for a request's image anew, and says whether it had to be compiled.</summary>
    internal (byte[] Image, ImmutableArray<RuleCost> Costs, bool Compiled) Ask(int least = 20)
    {
        var compiler = new CountingCompiler();
        var (image, costs, faults) = ImagesBy(compiler).Get(Request(least), default);
        Assert.Empty(faults);
        return (image!.Bytes.ToArray(), costs, compiler.Asked == 1);
    }

    public void Dispose() => _folder.Dispose();
}
