using System.CommandLine;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Cli;

/// <summary><c>pack PLUGIN</c>: makes a package of a plugin without errors.</summary>
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

    private readonly Option<string?> _certificate = new("--cert")
    {
        Description = "私钥的证书 / the key's certificate",
        HelpName = "CERT.pem",
    };

    internal PackCommand(Terminal terminal, string directory)
        : base("pack", "把插件打成程序包 / make a package of a plugin", terminal, directory)
    {
        Arguments.Add(_plugin);
        foreach (var option in (Option[])[_out, _sign, _certificate])
        {
            Options.Add(option);
        }

        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        if (session.Get(_sign) is null && session.Get(_certificate) is not null)
        {
            session.Terminal.Error.WriteLine(session.Say(
                "命令有误：`--cert` 要和 `--sign` 一起用：有私钥才能签名。",
                "wrong command: `--cert` goes with `--sign`: without a key nothing is signed."));
            return ExitCode.WrongInput;
        }

        string plugin;
        using (var tested = PluginUnderTest.Open(session, session.Get(_plugin)))
        {
            session.Report(tested.Diagnostics);
            plugin = tested.Scheme is null ? throw new RejectedException() : tested.Folder;
        }

        var certificate = session.Get(_certificate) is { } named ? session.Full(named) : null;
        using var key = session.Get(_sign) is { } path ? session.Require(SigningKey.ReadFiles(session.Full(path), certificate)) : null;
        var package = session.Require(PackageWriter.Write(plugin, key));
        var file = Path.Combine(session.Get(_out)!, package.FileName);
        var inputs = new InputFiles().AddPlugins([session.Full(plugin), .. session.PluginDirectories.Select(session.Full)]);
        session.Target(file, inputs)!.Write(package.CopyTo);
        session.WriteCells(package.Key, file, $"sha256:{package.Hash}", AddCommand.Signed(session, package));
        return ExitCode.Done;
    }
}
