using IndicatorRules.Contract;
using IndicatorRules.Packaging;

namespace IndicatorRules.Cli;

/// <summary>How the tool speaks of packages.</summary>
internal static class PackageTexts
{
    internal static string Signed(Package package, Language language) => package.Signer is { } signer
        ? language == Language.Zh ? $"签名 {signer}" : $"signed by {signer}"
        : language == Language.Zh ? "未签名" : "not signed";
}
