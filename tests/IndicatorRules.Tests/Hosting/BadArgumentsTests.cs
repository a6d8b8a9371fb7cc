using System.Reflection;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Facts;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Hosting;

/// <summary>What a user may type is a diagnostic, whatever it is; null is the caller's mistake.</summary>
public sealed class BadArgumentsTests
{
    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    public static TheoryData<string> Texts =>
        ["", " ", "\0", "a\0b", "nowhere", "@", "@[", "a@b@c", new('x', 5000), "\ud800", "con", "*?<>|\""];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Open_AnyDirectory_IsADiagnostic(string directory)
    {
        using var host = SchemeHost.Open(directory);
        Assert.Empty(host.Catalog.Available);
        Assert.NotEmpty(host.Catalog.Diagnostics);
        Assert.NotEmpty(host.Refresh().Diagnostics.Concat(host.Catalog.Diagnostics));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryMethodWithAPathOrName_AnyText_IsADiagnostic(string text)
    {
        var options = new AssessOptions { Scheme = text };
        Fails(FactsReader.ReadFile(text));
        Fails(StrictJson.ReadFile(text));
        Fails(LockFile.Read(text));
        Fails(Hosts.Shared.ValidateScheme(text));
        Fails(Hosts.Shared.Assess(Facts, options));
        Fails(Hosts.Shared.FindContradictions(Facts, options));
        Fails(Hosts.Shared.OpenBatch(new BatchOptions { Scheme = text }));
    }

    [Fact]
    public void EveryMethod_Null_IsAnArgumentException()
    {
        Assert.Throws<ArgumentNullException>(() => SchemeHost.Open((string[])null!));
        Assert.Throws<ArgumentNullException>(() => SchemeHost.Open((SchemeHostOptions)null!));
        Assert.Throws<ArgumentNullException>(() => SchemeHost.Open([null!]));
        Assert.Throws<ArgumentNullException>(() => FactsReader.ReadFile(null!));
        Assert.Throws<ArgumentNullException>(() => Hosts.Shared.ValidateScheme(null!));
        Assert.Throws<ArgumentNullException>(() => Hosts.Shared.Assess((FactsFile)null!));
        Assert.Throws<ArgumentNullException>(() => { _ = Hosts.Shared.AssessAsync((FactsFile)null!); });
        Assert.Throws<ArgumentNullException>(() => Hosts.Shared.FindContradictions(null!));
        Assert.Throws<ArgumentNullException>(() => { _ = Hosts.Shared.Watch(null!); });
    }

    [Fact]
    public void EveryOption_UndefinedValueOrArrayNeverMade_IsRefusedOrEmpty()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssessOptions { Evidence = (Evidence)77 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { Evidence = (Evidence)77 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Verdict(Status.Met).StatusUnder((Evidence)77));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Verdict((Status)77));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Verdict(Status.Met, (Status)255));
        Assert.Empty(new PluginWatchOptions { Files = default }.Files);
        Assert.True(new RefreshReport(default, default).IsEmpty);
        Assert.Equal("F() %", $"{new FunctionSignature("F", default, "%")}");
    }

    public static TheoryData<Type> Doors =>
    [
        .. new[] { typeof(Reading), typeof(StrictJson), typeof(SchemeHost) }.SelectMany(t => t.Assembly.GetExportedTypes())
            // What compiled rules call is called by what our compiler wrote.
            .Where(t => t is { IsGenericTypeDefinition: false, IsEnum: false } && t.Namespace != typeof(Figure).Namespace)
            .Where(t => StaticMethods(t).Any()),
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public void EveryStaticMethod_NullInPlaceOfAnyArgument_IsNeverANullReference(Type type)
    {
        foreach (var method in StaticMethods(type))
        {
            var nothing = method.GetParameters()
                .Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null).ToArray();
            var thrown = Record.Exception(() => method.Invoke(null, nothing));
            Assert.True(
                thrown is null || thrown.InnerException is ArgumentException or NotSupportedException,
                $"{type.Name}.{method.Name}: {thrown?.InnerException?.GetType().Name}");
        }
    }

    private static IEnumerable<MethodInfo> StaticMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsGenericMethodDefinition && !m.IsSpecialName)
            .Where(m => m.GetParameters().All(p => !p.ParameterType.IsByRef && !p.ParameterType.IsByRefLike));

    [Fact]
    public async Task EveryMethod_HostDisposed_SaysSo()
    {
        var host = Hosts.Fresh();
        var batch = host.OpenBatch().OrThrow();
        host.Dispose();
        host.Dispose();
        Assert.Throws<ObjectDisposedException>(() => host.Assess(Facts));
        Assert.Throws<ObjectDisposedException>(() => host.FindContradictions(Facts));
        Assert.Throws<ObjectDisposedException>(() => host.ValidateScheme("jingle-county"));
        Assert.Throws<ObjectDisposedException>(() => host.OpenBatch());
        Assert.Throws<ObjectDisposedException>(() => host.Refresh());
        Assert.Throws<ObjectDisposedException>(() => host.Catalog);
        Assert.Throws<ObjectDisposedException>(() => { _ = host.Watch(_ => { }); });
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.AssessAsync(Facts));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.ValidateSchemeAsync("jingle-county"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.RefreshAsync());
        Assert.Throws<ObjectDisposedException>(() => batch.Assess(Facts));
        batch.Dispose();
        batch.Dispose();
    }

    private static void Fails<T>(Result<T> result)
        where T : class
    {
        Assert.False(result.Succeeded);
        Assert.All(result.Diagnostics, d => Assert.DoesNotContain("Exception", d.Format(Language.Zh), StringComparison.Ordinal));
        Assert.NotEmpty(result.Diagnostics);
    }
}
