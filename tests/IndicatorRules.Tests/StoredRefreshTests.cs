namespace IndicatorRules.Tests;

/// <summary>The same on a host that did not read the plugins itself: another stored its catalog.</summary>
[Trait("Category", "Slow")]
public sealed class StoredRefreshTests() : RefreshTests(kept: true);
