using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using IndicatorRules.Cli.Tests.Support;
using IndicatorRules.Contract.Extending;

namespace IndicatorRules.Cli.Tests;

/// <summary>assess with an extension of the plugin's, as users run it.</summary>
public sealed partial class ExtensionCommandsTests : IDisposable
{
    private readonly TempFolder _folder = TempFolder.WithPlugins();
    private readonly string _facts = Repo.Sample("jingle-2022");

    [Fact]
    public async Task Assess_WriterNotNamed_IsRefusedWithItsHash_AndWritesOnceItIs()
    {
        AddWriter("raw", (byte)'k');

        var refused = await AssessAsync("--writer", "raw");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("IR6050", refused.Error, StringComparison.Ordinal);
        var written = await AssessAsync("--writer", "raw", "--trust-extension", Hash().Match(refused.Error).Value);

        Assert.Equal((0, "k"), (written.ExitCode, written.Out));
    }

    [Fact]
    public async Task Assess_WriterOfBytes_WantsAFile()
    {
        AddWriter("raw", 0xFF);
        var hash = Hash().Match((await AssessAsync("--writer", "raw")).Error).Value;

        var refused = await AssessAsync("--writer", "raw", "--trust-extension", hash);
        var written = await AssessAsync("--writer", "raw", "--trust-extension", hash, "--out", Path.Combine(_folder.Path, "report.bin"));

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("IR6061", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (written.ExitCode, written.Out));
        Assert.Equal([0xFF], File.ReadAllBytes(Path.Combine(_folder.Path, "report.bin")));
    }

    [Fact]
    public async Task Assess_CertificateThatIsNone_ExitsWithTwo()
    {
        var run = await AssessAsync("--trust", _folder.Write("cert.pem", "none"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR6023", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ToolRun> AssessAsync(params string[] arguments) =>
        ToolRun.In(Repo.Root, ["assess", _facts, "--scheme", "national-revised", "--lang", "en", "--plugins", _folder.Path, .. arguments]);

    // A writer of one byte, without a compiler.
    private void AddWriter(string name, byte written)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule(name)
            .DefineType("Writer", TypeAttributes.Public | TypeAttributes.Class, typeof(object), [typeof(IAssessmentWriter)]);
        type.DefineDefaultConstructor(MethodAttributes.Public);
        var inherited = typeof(IAssessmentWriter).GetMethod(nameof(IAssessmentWriter.Write))!;
        var method = type.DefineMethod(
            nameof(IAssessmentWriter.Write), MethodAttributes.Public | MethodAttributes.Virtual, typeof(void),
            [.. inherited.GetParameters().Select(p => p.ParameterType)]);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Ldc_I4, (int)written);
        code.Emit(OpCodes.Callvirt, typeof(Stream).GetMethod(nameof(Stream.WriteByte))!);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        _folder.Write($"national-revised/extensions/{name}/extension.json", $$"""
            { "$schema": "x", "name": "{{name}}", "assembly": "{{name}}.dll", "contract": "[1.0.0,2.0.0)", "writer": { "type": "Writer" } }
            """);
        assembly.Save(Path.Combine(_folder.Path, "national-revised", "extensions", name, $"{name}.dll"));
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
