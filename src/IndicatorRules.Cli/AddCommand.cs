using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Packaging;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>add PACKAGE</c>: verifies a package and installs it, whole or not at all.</summary>
internal sealed class AddCommand : Verb
{
    private readonly Argument<string> _package = new("PACKAGE")
    {
        Description = "程序包文件，或 ID[@RANGE]（与 --from 一起用） / package file, or ID[@RANGE] together with --from",
        HelpName = "PACKAGE|ID[@RANGE]",
    };

    private readonly Option<string?> _from = new("--from") { Description = "程序包所在的文件夹或 NuGet 源 / folder of packages, or NuGet feed", HelpName = "DIR|URL" };
    private readonly Option<string?> _to = new("--to") { Description = "装到哪个插件目录，默认 ./plugins / plugin directory, ./plugins by default", HelpName = "DIR" };
    private readonly Option<string[]> _trust = new("--trust")
    {
        Description = "只接受这些证书的签名，可多次给出 / accept signatures of these certificates only, repeatable",
        HelpName = "CERT.pem",
    };

    private readonly Option<bool> _replace = new("--replace") { Description = "替换内容不同的同一版本 / replace another content of the same version" };
    private readonly Option<bool> _dependencies = new("--with-dependencies") { Description = "一并安装缺少的上级体系 / add missing upper schemes too" };

    internal AddCommand(Terminal terminal, string directory)
        : base("add", "安装程序包 / install a package", terminal, directory)
    {
        Arguments.Add(_package);
        foreach (var option in (Option[])[_from, _to, _trust, _replace, _dependencies])
        {
            Options.Add(option);
        }
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        if (Trusted(parsed, language) is not { } trusted)
        {
            return ExitCode.WrongInput;
        }

        var target = Full(parsed.GetValue(_to) ?? parsed.GetValue(Plugins)?.FirstOrDefault() ?? "plugins");
        var (found, feed) = FindAsync(parsed, trusted, cancellationToken).GetAwaiter().GetResult();
        Tell(found.Diagnostics, language);
        if (found.Value is not { } package)
        {
            return ExitCode.WrongInput;
        }

        var plan = new InstallPlan(target, parsed.GetValue(_dependencies) ? feed : null, folders => OpenHost(folders, parsed), cancellationToken);
        foreach (var next in plan.MakeAsync(package).GetAwaiter().GetResult())
        {
            var installed = Install(plan, next, parsed.GetValue(_replace) && next == package, target);
            Tell(installed.Diagnostics, language);
            if (installed.Value is not { } done)
            {
                return ExitCode.WrongInput;
            }

            Write(done, language);
        }

        Tell(plan.Diagnostics, language);
        return plan.Diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCode.WrongInput : ExitCode.Done;
    }

    // Whatever stops it, the directory is as it was; the next run clears what is left out of sight.
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

    private void Write(Installation done, Language language)
    {
        string[] kept = done.Changed ? [] : [language == Language.Zh ? "已是此内容" : "unchanged"];
        WriteCells([done.Package.Key, done.Folder, $"sha256:{done.Package.Hash}", PackageTexts.Signed(done.Package, language), .. kept]);
    }

    private ImmutableArray<TrustedKey>? Trusted(ParseResult parsed, Language language)
    {
        var read = (parsed.GetValue(_trust) ?? []).Select(path => TrustedKey.ReadFile(Full(path))).ToList();
        Tell(read.SelectMany(r => r.Diagnostics), language);
        return read.TrueForAll(r => r.Succeeded) ? [.. read.SelectMany(r => r.Value!.Keys)] : null;
    }

    // A file may stand alone; its upper schemes are then looked for beside it.
    private async Task<(Result<Package> Package, PackageFeed? Feed)> FindAsync(
        ParseResult parsed, ImmutableArray<TrustedKey> trusted, CancellationToken cancellationToken)
    {
        var asked = parsed.GetValue(_package)!;
        var isFile = asked.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || File.Exists(Full(asked));
        var from = parsed.GetValue(_from) ?? (isFile ? Path.GetDirectoryName(Full(asked))! : ".");
        var feed = PackageFeed.Open(from.Contains("://", StringComparison.Ordinal) ? from : Full(from), trusted);
        if (isFile)
        {
            return (PackageReader.ReadFile(Full(asked), trusted), feed.Value);
        }

        if (feed.Value is null)
        {
            return (new(null, feed.Diagnostics), null);
        }

        var bag = new DiagnosticBag();
        if (!SchemeName.TryParse(asked, out var name))
        {
            bag.Add(DiagnosticCatalog.Range, new Location(asked), asked);
            return (new(null, bag.ToImmutable()), null);
        }

        return (await feed.Value.FindAsync(name.Id, name.Range, cancellationToken), feed.Value);
    }
}
