using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Conventions;

/// <summary>Within a project, the uses of one namespace by another form no circle.</summary>
[Trait("Category", "Slow")]
public sealed class NamespaceTests
{
    // Projects that still have circles. The list may only shrink: a project without a circle must leave it, and none may join.
    private static readonly string[] StillCircular = [];

    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading;";

    public static TheoryData<string> Projects =>
    [
        // Not the projects that templates hold.
        .. Directory.GetDirectories(Repo.In("src")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Select(Path.GetFileNameWithoutExtension).OfType<string>(),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_FormNoCircle(string project)
    {
        var circle = Circle(Uses(project));
        if (StillCircular.Contains(project))
        {
            Assert.True(circle is not null, $"{project} has no circle: take it off the list.");
        }
        else
        {
            Assert.True(circle is null, $"{project}: {circle}");
        }
    }

    private static Dictionary<string, HashSet<string>> Uses(string project)
    {
        var trees = Directory.GetFiles(Repo.In("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)))
            .Append(CSharpSyntaxTree.ParseText(GlobalUsings));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileNameWithoutExtension(file) != project)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(project, trees, references, new(OutputKind.DynamicallyLinkedLibrary));
        var uses = new Dictionary<string, HashSet<string>>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>())
            {
                if (NamespaceOf(model.GetSymbolInfo(name).Symbol, compilation.Assembly) is { } used
                    && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() is { } user && user != used)
                {
                    uses.TryAdd(user, []);
                    uses[user].Add(used);
                }
            }
        }

        return uses;
    }

    private static string? NamespaceOf(ISymbol? symbol, IAssemblySymbol own)
    {
        var type = symbol as ITypeSymbol ?? symbol?.ContainingType;
        return SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, own) ? type!.ContainingNamespace.ToDisplayString() : null;
    }

    // The shortest circle, as one namespace after the other.
    private static string? Circle(Dictionary<string, HashSet<string>> uses) =>
        uses.Keys.Select(from => PathBackTo(uses, from)).OfType<string[]>().MinBy(path => path.Length) is { } circle
            ? string.Join(" → ", circle)
            : null;

    private static string[]? PathBackTo(Dictionary<string, HashSet<string>> uses, string from)
    {
        var open = new Queue<string[]>([[from]]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var path))
        {
            foreach (var next in uses.GetValueOrDefault(path[^1]) ?? [])
            {
                if (next == from)
                {
                    return [.. path, next];
                }

                if (seen.Add(next))
                {
                    open.Enqueue([.. path, next]);
                }
            }
        }

        return null;
    }
}
