namespace IndicatorRules.Tests;

/// <summary>The same on a host that did not read the plugins itself: another kept its catalog.</summary>
public sealed class KeptRefreshTests() : RefreshTests(kept: true);
