namespace IndicatorRules.Tests.Support;

/// <summary>One scheme of one's own: the nation's under another id, for a test to edit.</summary>
internal static class TempPlugin
{
    internal static TempFolder Named(string id)
    {
        var folder = new TempFolder();
        folder.CopyFrom(Path.Combine(Repo.Plugins, "national-revised"));
        folder.Edit("scheme.json", "\"id\": \"national-revised\"", $"\"id\": \"{id}\"");
        return folder;
    }
}
