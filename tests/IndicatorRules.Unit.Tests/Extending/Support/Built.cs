using IndicatorRules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Extending.Tests.Support;

/// <summary>Assemblies made of a few lines of C#.</summary>
internal static class Built
{
    internal const string Usings = """
        using System; using System.IO; using System.Linq; using System.Threading; using System.Collections.Immutable;
        using IndicatorRules.Contract; using IndicatorRules.Contract.Extending;
        using IndicatorRules.Contract.Facts; using IndicatorRules.Contract.Readings;
        """;

    private static readonly MetadataReference[] Platform =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Select(f => MetadataReference.CreateFromFile(f))];

    private static readonly MetadataReference Contract = MetadataReference.CreateFromFile(typeof(Verdict).Assembly.Location);

    /// <summary>An assembly that knows the contract.</summary>
    internal static byte[] Extension(string name, string source, params byte[][] others) =>
        Assembly(name, Usings + source, [Contract, .. others.Select(o => MetadataReference.CreateFromImage(o))]);

    /// <summary>An assembly that knows the platform and what it is given.</summary>
    internal static byte[] Assembly(string name, string source, params IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], [.. Platform.Where(p => IsManaged(p)), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var image = new MemoryStream();
        var made = compilation.Emit(image);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
        return image.ToArray();
    }

    // A reader whose facts carry a note, and a writer that repeats what it was given.
    internal static string Reader(string note) => $$"""
        namespace Theirs
        {
            public sealed class Reader : IFactsReader
            {
                public FactsReading Read(Stream file, string name) => FactsReading.Of(new PlaceFacts(
                    new Place { Code = "000000", Name = "虚构县" },
                    new[]
                    {
                        new YearFacts(2022, new[] { new IndicatorFacts { Id = "forest", Own = new Fact { Value = Reading.Number(25m) } } }),
                    })
                    { Scheme = "forest-county", Note = {{note}} });
            }

            public sealed class Writer : IAssessmentWriter
            {
                public void Write(ImmutableArray<AssessmentView> assessments, Language language, Stream target)
                {
                    using var text = new StreamWriter(target, leaveOpen: true);
                    foreach (var a in assessments)
                    {
                        text.Write(a.Scheme + " " + a.Note + " " + string.Join(";", a.Verdicts.Select(
                            v => v.Id + " " + v.Status + " " + v.Margin + " " + v.Value.Text + " " + v.Reasons.Length)));
                    }
                }
            }
        }
        """;

    private static bool IsManaged(MetadataReference reference) => !reference.Display!.Contains(".Native", StringComparison.Ordinal);
}
