namespace IndicatorRules.Packaging.Feeds;

/// <summary>A feed sends more than a package may have; the rest is not waited for.</summary>
internal sealed class PackageTooLargeException : Exception
{
}
