using System.CommandLine;
using IndicatorRules.Schemes.Locking;

namespace IndicatorRules.Cli;

/// <summary>The options of verbs that judge by locked schemes.</summary>
internal sealed class LockOptions
{
    private readonly Option<bool> _locked = new("--locked")
    {
        Description = "只用锁定文件中的版本和内容，有出入即报错 / hold to the versions and contents of the lock file",
    };

    private readonly Option<string> _file = new("--lock-file")
    {
        Description = "锁定文件，默认为当前目录的 indicator-rules.lock.json"
            + " / lock file, by default indicator-rules.lock.json in the current directory",
        DefaultValueFactory = _ => LockFile.DefaultName,
        HelpName = "FILE",
    };

    internal IEnumerable<Option> All => [_locked, _file];

    internal string File(ParseResult parsed) => parsed.GetValue(_file)!;

    internal bool Locked(ParseResult parsed) => parsed.GetValue(_locked);
}
