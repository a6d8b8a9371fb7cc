namespace IndicatorRules.Schemes.Reading;

/// <summary>Names that Windows keeps for devices, whatever their ending: a plugin that bears one cannot be installed there.</summary>
internal static class DeviceName
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    /// <summary>Whether a file of that name would be a device.</summary>
    internal static bool Is(string fileName)
    {
        var stem = fileName.AsSpan(0, fileName.IndexOf('.') is var dot and >= 0 ? dot : fileName.Length).Trim();
        foreach (var device in Devices)
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return stem.Length == 4 && char.IsAsciiDigit(stem[3])
            && (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase));
    }
}
