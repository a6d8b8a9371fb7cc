using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using IndicatorRules.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>Images that no rule compiles to.</summary>
internal static class ImageMaker
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp9);

    /// <summary>Compiles free C# against the references of rules.</summary>
    internal static byte[] Compiled(string source, params IEnumerable<MetadataReference> besides) =>
        Emit(source, OutputKind.DynamicallyLinkedLibrary, [], besides);

    /// <summary>The same, with an entry point.</summary>
    internal static byte[] Program(string source) => Emit(source, OutputKind.ConsoleApplication, [], []);

    /// <summary>The same, with something carried along.</summary>
    internal static byte[] WithResource(string source) => Emit(
        source, OutputKind.DynamicallyLinkedLibrary, [new ResourceDescription("x", () => new MemoryStream([1, 2, 3]), isPublic: true)], []);

    /// <summary>Writes metadata by hand: an assembly that refers to System.Runtime, and what the caller adds to it.</summary>
    internal static byte[] Written(Action<MetadataBuilder, AssemblyReferenceHandle> add, BlobBuilder? code = null, int firstMethod = 1)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("made.dll"), metadata.GetOrAddGuid(default), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("made"), new Version(1, 0), default, default, 0, 0);
        var runtime = metadata.AddAssemblyReference(
            metadata.GetOrAddString("System.Runtime"), new Version(10, 0, 0, 0), default, default, 0, default);
        metadata.AddTypeDefinition(
            0, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(firstMethod));
        add(metadata, runtime);
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), code ?? new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }

    /// <summary>A State type with one static method of the given code.</summary>
    internal static byte[] WithBody(byte[] il)
    {
        var code = new BlobBuilder();
        var bodies = new MethodBodyStreamEncoder(code);
        var body = new BlobBuilder();
        body.WriteBytes(il);
        var offset = bodies.AddMethodBody(new InstructionEncoder(body));
        return Written((metadata, runtime) => StateType(metadata, runtime, offset), code);
    }

    internal static void StateType(MetadataBuilder metadata, AssemblyReferenceHandle runtime, int offset, int firstMethod = 1)
    {
        var root = metadata.AddTypeReference(runtime, metadata.GetOrAddString("System"), metadata.GetOrAddString("Object"));
        metadata.AddTypeDefinition(
            System.Reflection.TypeAttributes.Class, default, metadata.GetOrAddString("State"), root,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(firstMethod));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, r => r.Void(), _ => { });
        metadata.AddMethodDefinition(
            System.Reflection.MethodAttributes.Static, default, metadata.GetOrAddString("M"), metadata.GetOrAddBlob(signature), offset,
            MetadataTokens.ParameterHandle(1));
    }

    private static byte[] Emit(string source, OutputKind kind, ResourceDescription[] resources, IEnumerable<MetadataReference> besides)
    {
        var options = new CSharpCompilationOptions(
            kind, optimizationLevel: OptimizationLevel.Release, allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "made", [CSharpSyntaxTree.ParseText(source, Language)], [.. ScriptReferences.All, .. besides], options);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, manifestResources: resources);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }
}
