using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>Every image of the corpus is refused; what a compiler that was taken over might hand in is made here too.</summary>
public class ImageAttemptTests
{
    private static readonly byte[] Good = Bench.Compile(Corpus.Honest["each-item-with-a-helper"]).Image!;

    public static TheoryData<string> All => [.. Repo.Files(Corpus.AttacksFolder, "*.dll").Select(Repo.Relative)];

    [Theory]
    [MemberData(nameof(All))]
    public void Image_IsRefused(string path) => Assert.NotNull(Bench.Image(File.ReadAllBytes(Repo.In(path))));

    [Fact]
    public void Check_HandlerBeforeWhatItGuards_IsRefused() =>
        Assert.Equal("a table made otherwise", Bench.Image(PatchedImage.HandlerBeforeTry(Good)));

    [Fact]
    public void Check_StartOfItself_IsRefused() => Assert.Equal("a table made otherwise", Bench.Image(PatchedImage.StartOfItself(Good)));

    [Fact]
    public void Corpus_HoldsImages() => Assert.NotEmpty(All);
}
