using System.Security.Cryptography;

namespace IndicatorRules.Scripting.Caching;

/// <summary>The random key that seals one user's entries: a file that only this user can read, made when it is first needed.</summary>
internal static class CacheSecret
{
    private const string FileName = "key";

    /// <summary>The key that is there; null when there is none, or one that others may have read or cut short.</summary>
    internal static byte[]? Find(CacheFolder folder) =>
        folder.HoldsSecret(FileName) && folder.Read(FileName, EntrySeal.SecretLength) is { Length: EntrySeal.SecretLength } secret ? secret : null;

    /// <summary>The key that is there, or a new one; null when none can be kept.</summary>
    /// <remarks>Of processes that start together one makes the key and the others find it.</remarks>
    internal static byte[]? FindOrMake(CacheFolder folder)
    {
        if (Find(folder) is { } there)
        {
            return there;
        }

        if (folder.Write(FileName, RandomNumberGenerator.GetBytes(EntrySeal.SecretLength), replace: false) || Find(folder) is not null)
        {
            return Find(folder);
        }

        // What is there is no key of ours: all that it sealed is worthless, and it gives way.
        folder.Remove(FileName);
        _ = folder.Write(FileName, RandomNumberGenerator.GetBytes(EntrySeal.SecretLength), replace: false);
        return Find(folder);
    }
}
