using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Tests.Scripting;

[Trait("Category", "Slow")]
public sealed class VerifiedImageTests
{
    [Fact]
    public void Check_BytesChangedAfterwards_KeepsWhatWasChecked()
    {
        using var worker = new CompileWorker();
        var rule = new RuleUnit("AtLeast(20)", "scheme.json", 1, true);
        var image = worker.Compile(new CompileRequest([], [new(new("row", true, []), [], [], rule, [])])).Image!;
        var kept = (byte[])image.Clone();
        var verified = VerifiedImage.Verify(image);
        Array.Fill(image, (byte)0xCC);
        using var loaded = new MemoryStream();
        using (var open = verified.Open())
        {
            open.CopyTo(loaded);
        }

        Assert.Equal(kept, loaded.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    public void Check_NoAssembly_IsRefused(int length) =>
        Assert.Throws<ImageRefusedException>(() => VerifiedImage.Verify(new byte[length]));
}
