using IndicatorRules.Contract;
using IndicatorRules.Packaging;

namespace IndicatorRules.Cli;

/// <summary>How the tool speaks of packages.</summary>
internal static class PackageTexts
{
    internal static string Signed(Package package, Language language) => package.Signer is { } signer
        ? language == Language.Zh ? $"\t签名 {signer}" : $"\tsigned by {signer}"
        : language == Language.Zh ? "\t未签名" : "\tnot signed";
}
