using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The input files of a run, under any name. None of them may be the output.</summary>
public sealed class InputFiles
{
    private static readonly LocalizedText OfScheme = new("指标体系的文件", "a file of a scheme");
    private static readonly LocalizedText Unfinished =
        new("一次没有算完的批量评判的记录", "the record of a batch that was not finished");
    private static readonly string[] OfPlugins = ["rules", "cases", "facts", "extensions"];
    private static readonly string[] Guides = ["README", "CHANGELOG", "LICENSE"];
    private static readonly StringComparison SameName =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly List<(string Path, FileStatus? Status, LocalizedText Name)> _files = [];
    private readonly List<string> _plugins = [];

    /// <summary>Adds a file, or all files directly in a folder.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">The file's name in messages.</param>
    public InputFiles Add(string path, LocalizedText name)
    {
        _files.Add((path, FileStatus.Of(path), name));
        return this;
    }

    /// <summary>Adds directories of plugins.</summary>
    public InputFiles AddPlugins(IEnumerable<string> directories)
    {
        _plugins.AddRange(directories);
        return this;
    }

    /// <summary>Validates that neither a target nor the files written beside it are input files.</summary>
    /// <exception cref="FileFaultException">One of them is.</exception>
    public void Refuse(FileTarget target, params string[] beside)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(beside);
        foreach (var path in beside.Prepend(target.Path))
        {
            var name = NameOf(path, path == target.Path ? target.Status : FileStatus.Of(path));
            // A record beside the run's own target is its own.
            name ??= path == target.Path && IsRecord(path) ? Unfinished : null;
            if (name is not null)
            {
                throw FileFaultException.Of(DiagnosticCatalog.TargetIsInput, target.Given, name);
            }
        }
    }

    private LocalizedText? NameOf(string path, FileStatus? status)
    {
        if (status is { Kind: not FileKind.File })
        {
            return null;
        }

        foreach (var (input, its, name) in _files)
        {
            if (string.Equals(input, path, SameName) || (status is not null && its?.IsSame(status) == true)
                || (its is { Kind: FileKind.Folder } && Holds(input, path, status)))
            {
                return name;
            }
        }

        return IsOfPlugin(path) || (status is not null && _plugins.Exists(p => HoldsWithin(p, status))) ? OfScheme : null;
    }

    private static bool Holds(string folder, string path, FileStatus? status) =>
        Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
        && (string.Equals(Path.GetDirectoryName(path), Path.TrimEndingDirectorySeparator(folder), SameName)
            || (status is not null && Directory.EnumerateFiles(folder).Any(f => FileStatus.Of(f)?.IsSame(status) == true)));

    // A file of such a name is a record only beside the other one; alone it may be the user's.
    private static bool IsRecord(string path) =>
        (path.EndsWith(CheckpointSuffix, StringComparison.Ordinal)
            && File.Exists(path[..^CheckpointSuffix.Length] + AtomicFile.Unfinished))
        || (path.EndsWith(AtomicFile.Unfinished, StringComparison.Ordinal)
            && File.Exists(path[..^AtomicFile.Unfinished.Length] + CheckpointSuffix));

    /// <summary>The file name suffix of a batch's checkpoint.</summary>
    public const string CheckpointSuffix = ".checkpoint";

    private static bool IsOfPlugin(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, SchemeReader.FileName)))
            {
                var within = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/').Split('/');
                return within.Length > 1
                    ? OfPlugins.Contains(within[0], StringComparer.OrdinalIgnoreCase)
                    : within[0].Equals(SchemeReader.FileName, StringComparison.OrdinalIgnoreCase)
                        || Array.Exists(Guides, g => within[0].StartsWith(g, StringComparison.Ordinal));
            }
        }

        return false;
    }

    private static bool HoldsWithin(string directory, FileStatus status)
    {
        if (!Directory.Exists(directory))
        {
            return false;
        }

        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 6,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return PluginFolder.In(directory).Any(plugin => Directory.EnumerateFiles(plugin, "*", all)
            .Any(file => FileStatus.Of(file)?.IsSame(status) == true && IsOfPlugin(file)));
    }
}
