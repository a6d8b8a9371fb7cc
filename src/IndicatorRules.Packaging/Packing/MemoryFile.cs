using System.Runtime.Versioning;
using NuGet.Frameworks;
using NuGet.Packaging;

namespace IndicatorRules.Packaging.Packing;

/// <summary>Bytes in memory, as NuGet.Packaging wants them. Its framework and time are none: a scheme has neither.</summary>
internal sealed class MemoryFile(string path, ReadOnlyMemory<byte> bytes) : IPackageFile
{
    public string Path => path;

    public string EffectivePath => path;

    public FrameworkName? TargetFramework => null;

    public NuGetFramework? NuGetFramework => null;

    public DateTimeOffset LastWriteTime => DateTimeOffset.UnixEpoch;

    public Stream GetStream() => new MemoryStream(bytes.ToArray(), writable: false);
}
