using System.CommandLine;
using IndicatorRules.Contract;
using IndicatorRules.Packaging;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>pack PLUGIN</c>: makes a package of a plugin that is in order.</summary>
internal sealed class PackCommand : Verb
{
    private readonly Argument<string> _plugin = new("PLUGIN") { Description = "插件文件夹 / plugin folder" };
    private readonly Option<string> _out = new("--out")
    {
        Description = "放程序包的文件夹，默认当前目录 / folder for the package, the current one by default",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _sign = new("--sign")
    {
        Description = "签名用的私钥（PEM，可含证书） / private key to sign with (PEM, may hold the certificate)",
        HelpName = "KEY.pem",
    };

    private readonly Option<string?> _certificate = new("--cert") { Description = "私钥的证书 / the key's certificate", HelpName = "CERT.pem" };

    private readonly ExtensionFlags _extensions;

    internal PackCommand(Terminal terminal, string directory)
        : base("pack", "把插件打成程序包 / make a package of a plugin", terminal, directory)
    {
        Arguments.Add(_plugin);
        foreach (var option in (Option[])[_out, _sign, _certificate])
        {
            Options.Add(option);
        }

        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var plugin = PluginUnderTest.FolderOf(parsed.GetValue(_plugin)!);
        if (parsed.GetValue(_sign) is null && parsed.GetValue(_certificate) is not null)
        {
            Terminal.Error.WriteLine(language == Language.Zh
                ? "命令有误：`--cert` 要和 `--sign` 一起用：有私钥才能签名。"
                : "wrong command: `--cert` goes with `--sign`: without a key nothing is signed.");
            return ExitCode.WrongInput;
        }

        using var extensions = _extensions.Open(parsed, [plugin, .. PluginDirectories(parsed)], Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using (var tested = PluginUnderTest.Open(plugin, PluginDirectories(parsed), folders => OpenHost(folders, parsed, extensions), cancellationToken))
        {
            Tell(tested.Diagnostics, language);
            if (tested.Scheme is null)
            {
                return ExitCode.WrongInput;
            }
        }

        if (parsed.GetValue(_sign) is not { } keyPath)
        {
            return Write(parsed, plugin, null, language);
        }

        var read = SigningKey.ReadFiles(Full(keyPath), parsed.GetValue(_certificate) is { } path ? Full(path) : null);
        Tell(read.Diagnostics, language);
        using var key = read.Value;
        return key is null ? ExitCode.WrongInput : Write(parsed, plugin, key, language);
    }

    private int Write(ParseResult parsed, string plugin, SigningKey? key, Language language)
    {
        var packed = PackageWriter.Write(plugin, key);
        Tell(packed.Diagnostics, language);
        if (packed.Value is not { } package)
        {
            return ExitCode.WrongInput;
        }

        var folder = parsed.GetValue(_out)!;
        var inputs = new InputFiles().AddPlugins([Full(plugin), .. PluginDirectories(parsed).Select(Full)]);
        Target(Path.Combine(folder, package.FileName), inputs)!.Write(package.CopyTo);
        WriteCells(package.Key, Path.Combine(folder, package.FileName), $"sha256:{package.Hash}", PackageTexts.Signed(package, language));
        return ExitCode.Done;
    }
}
