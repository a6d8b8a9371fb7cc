using System.Runtime.Versioning;
using NuGet.Frameworks;
using NuGet.Packaging;

namespace IndicatorRules.Packaging.Packing;

/// <summary>A file in memory for NuGet.Packaging. It has no target framework and a fixed time.</summary>
internal sealed class MemoryFile(string path, ReadOnlyMemory<byte> bytes) : IPackageFile
{
    public string Path => path;

    public string EffectivePath => path;

    public FrameworkName? TargetFramework => null;

    public NuGetFramework? NuGetFramework => null;

    public DateTimeOffset LastWriteTime => DateTimeOffset.UnixEpoch;

    public Stream GetStream() => new MemoryStream(bytes.ToArray(), writable: false);
}
