using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Packaging;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>add PACKAGE</c>: verifies a package and installs it atomically.</summary>
internal sealed class AddCommand : Verb
{
    private readonly Argument<string> _package = new("PACKAGE")
    {
        Description = "程序包文件，或 ID[@RANGE]（与 --from 一起用） / package file, or ID[@RANGE] together with --from",
        HelpName = "PACKAGE|ID[@RANGE]",
    };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "程序包所在的文件夹或 NuGet 源 / folder of packages, or NuGet feed",
        HelpName = "DIR|URL",
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "装到哪个目录，默认 ./plugins / plugin directory, ./plugins by default",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _trust = new("--trust")
    {
        Description = "只接受这些证书的签名，可多次给出 / accept signatures of these certificates only, repeatable",
        HelpName = "CERT.pem",
    };

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "替换内容不同的同一版本 / replace another content of the same version",
    };

    private readonly Option<bool> _dependencies = new("--with-dependencies")
    {
        Description = "一并安装缺少的上级体系 / add missing upper schemes too",
    };

    internal AddCommand(Terminal terminal, string directory)
        : base("add", "安装程序包 / install a package", terminal, directory)
    {
        Arguments.Add(_package);
        foreach (var option in (Option[])[_from, _to, _trust, _replace, _dependencies])
        {
            Options.Add(option);
        }
    }

    private protected override int Work(Session session)
    {
        var trusted = ExtensionFlags.KeysOf(session, session.Get(_trust) ?? []);
        var target = session.Full(session.Get(_to) ?? session.Get(Plugins)?.FirstOrDefault() ?? "plugins");
        var (found, feed) = FindAsync(session, trusted).GetAwaiter().GetResult();
        var package = session.Require(found);
        var plan = new InstallPlan(target, session.Get(_dependencies) ? feed : null, session);
        foreach (var next in plan.MakeAsync(package).GetAwaiter().GetResult())
        {
            var done = session.Require(Install(plan, next, session.Get(_replace) && next == package, target));
            string[] kept = done.Changed ? [] : [session.Say("已是此内容", "unchanged")];
            session.WriteCells([done.Package.Key, done.Folder, $"sha256:{done.Package.Hash}", Signed(session, done.Package), .. kept]);
        }

        session.Report(plan.Diagnostics);
        return plan.Diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCode.WrongInput : ExitCode.Done;
    }

    internal static string Signed(Session session, Package package) =>
        package.Signer is { } signer ? session.Say($"签名 {signer}", $"signed by {signer}") : session.Say("未签名", "not signed");

    // If it fails, the directory is unchanged, and the next run deletes the hidden working folder.
    private static Result<Installation> Install(InstallPlan plan, Package package, bool replace, string target)
    {
        try
        {
            return plan.Install(package, replace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFaultException.Writing(target, e);
        }
    }

    // Without --from, the upper schemes of a package file are searched beside it.
    private async Task<(Result<Package> Package, PackageFeed? Feed)> FindAsync(Session session, ImmutableArray<TrustedKey> trusted)
    {
        var asked = session.Get(_package);
        var file = session.Full(asked);
        var isFile = asked.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || File.Exists(file);
        var from = session.Get(_from) ?? (isFile ? Path.GetDirectoryName(file)! : ".");
        var feed = PackageFeed.Open(from.Contains("://", StringComparison.Ordinal) ? from : session.Full(from), trusted);
        if (isFile)
        {
            return (PackageReader.ReadFile(file, trusted), feed.Value);
        }

        if (feed.Value is null)
        {
            return (new(null, feed.Diagnostics), null);
        }

        return SchemeName.TryParse(asked, out var name)
            ? (await feed.Value.FindAsync(name.Id, name.Range, session.CancellationToken), feed.Value)
            : (new(null, [new Diagnostic(DiagnosticCatalog.Range, new Location(asked), [asked])]), null);
    }
}
