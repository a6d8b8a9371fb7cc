using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>Metadata that no compiler writes: made to hang, to exhaust or to slip past whoever reads it.</summary>
public class WrittenImageTests
{
    private const byte SzArray = 0x1D;
    private const byte Required = 0x1F;
    private const byte Int32 = 0x08;

    [Fact]
    public void Check_PlainBody_LacksNothingButTheWayIn() =>
        Assert.Equal("no way in, or several", Bench.Image(ImageMaker.WithBody([(byte)ILOpCode.Ret])));

    [Theory]
    [InlineData("a branch back", new byte[] { 0x00, 0x2B, 0xFD, 0x2A })]
    [InlineData("a branch into an operand", new byte[] { 0x2B, 0x01, 0x20, 0x2B, 0xFE, 0x00, 0x00, 0x26, 0x2A })]
    [InlineData("a branch beyond the end", new byte[] { 0x2B, 0x7F, 0x2A })]
    [InlineData("a switch back", new byte[] { 0x16, 0x45, 0x01, 0x00, 0x00, 0x00, 0xF6, 0xFF, 0xFF, 0xFF, 0x2A })]
    [InlineData("a switch without end", new byte[] { 0x16, 0x45, 0xFF, 0xFF, 0xFF, 0xFF, 0x2A })]
    [InlineData("half an instruction", new byte[] { 0x20, 0x01 })]
    [InlineData("half an opcode", new byte[] { 0xFE })]
    [InlineData("an unknown opcode", new byte[] { 0x24, 0x2A })]
    [InlineData("calli", new byte[] { 0x29, 0x01, 0x00, 0x00, 0x11, 0x2A })]
    [InlineData("jmp", new byte[] { 0x27, 0x01, 0x00, 0x00, 0x06 })]
    [InlineData("ldtoken", new byte[] { 0xD0, 0x01, 0x00, 0x00, 0x01, 0x26, 0x2A })]
    [InlineData("localloc", new byte[] { 0x16, 0xFE, 0x0F, 0x26, 0x2A })]
    [InlineData("cpblk", new byte[] { 0x16, 0x16, 0x16, 0xFE, 0x17, 0x2A })]
    [InlineData("ldind", new byte[] { 0x16, 0x4A, 0x26, 0x2A })]
    [InlineData("mkrefany", new byte[] { 0x16, 0xC6, 0x01, 0x00, 0x00, 0x01, 0x26, 0x2A })]
    [InlineData("throw", new byte[] { 0x14, 0x7A })]
    [InlineData("rethrow", new byte[] { 0xFE, 0x1A })]
    [InlineData("break", new byte[] { 0x01, 0x2A })]
    [InlineData("tail.", new byte[] { 0xFE, 0x14, 0x2A })]
    [InlineData("constrained.", new byte[] { 0xFE, 0x16, 0x01, 0x00, 0x00, 0x01, 0x2A })]
    [InlineData("a call of itself", new byte[] { 0x28, 0x01, 0x00, 0x00, 0x06, 0x2A })]
    [InlineData("a call of nothing", new byte[] { 0x28, 0xFF, 0x00, 0x00, 0x06, 0x2A })]
    [InlineData("a call of a type", new byte[] { 0x28, 0x01, 0x00, 0x00, 0x01, 0x2A })]
    [InlineData("a member that is not there", new byte[] { 0x28, 0x01, 0x00, 0x00, 0x0A, 0x2A })]
    public void Check_Body_IsRefused(string what, byte[] il) => Assert.True(Bench.Image(ImageMaker.WithBody(il)) is not null, what);

    [Fact]
    public void Check_TypeWithinItself_IsRefused() => Refused((metadata, _) => metadata.AddTypeReference(
        MetadataTokens.TypeReferenceHandle(1), metadata.GetOrAddString("A"), metadata.GetOrAddString("B")));

    [Fact]
    public void Check_TypesWithinEachOther_IsRefused() => Refused((metadata, _) =>
    {
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(2), metadata.GetOrAddString("A"), metadata.GetOrAddString("B"));
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), metadata.GetOrAddString("A"), metadata.GetOrAddString("C"));
    });

    [Fact]
    public void Check_NativeMethod_IsRefused() => Refused((metadata, runtime) =>
    {
        ImageMaker.StateType(metadata, runtime, offset: -1);
        var library = metadata.AddModuleReference(metadata.GetOrAddString("libc"));
        metadata.AddMethodImport(MetadataTokens.MethodDefinitionHandle(1), default, metadata.GetOrAddString("getpid"), library);
    });

    [Fact]
    public void Check_ModifierOfItself_IsRefused() => Refused((metadata, _) => TypeSpec(metadata, [Required, (1 << 2) | 2, Int32]));

    [Fact]
    public void Check_ArrayOfArraysWithoutEnd_IsRefused() =>
        Refused((metadata, _) => TypeSpec(metadata, [.. Enumerable.Repeat(SzArray, 2_000_000), Int32]));

    [Fact]
    public void Check_SignatureWithoutMeasure_IsRefused()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Refused((metadata, runtime) =>
        {
            var type = metadata.AddTypeReference(runtime, metadata.GetOrAddString("System"), metadata.GetOrAddString("Object"));
            var signature = new BlobBuilder();
            signature.WriteByte(0);
            signature.WriteCompressedInteger(0x1FFFFFFF);
            signature.WriteByte(1);
            metadata.AddMemberReference(type, metadata.GetOrAddString("X"), metadata.GetOrAddBlob(signature));
        });
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public void Check_MethodOfNoType_IsRefused()
    {
        var code = new BlobBuilder();
        var body = new BlobBuilder();
        body.WriteByte((byte)ILOpCode.Throw);
        var offset = new MethodBodyStreamEncoder(code).AddMethodBody(new InstructionEncoder(body));
        // The first type's methods start at the second row: nobody owns the first.
        var image = ImageMaker.Written(
            (metadata, runtime) => ImageMaker.StateType(metadata, runtime, offset, firstMethod: 2), code, firstMethod: 2);
        Assert.NotNull(Bench.Image(image));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9 * 1024 * 1024)]
    public void Check_NoImage_IsRefused(int length) => Assert.NotNull(Bench.Image(new byte[length]));

    private static void TypeSpec(MetadataBuilder metadata, byte[] signature) =>
        metadata.AddTypeSpecification(metadata.GetOrAddBlob(signature));

    private static void Refused(Action<MetadataBuilder, AssemblyReferenceHandle> add, BlobBuilder? code = null) =>
        Assert.NotNull(Bench.Image(ImageMaker.Written(add, code)));
}
