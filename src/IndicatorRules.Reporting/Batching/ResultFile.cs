using System.Security.Cryptography;

namespace IndicatorRules.Reporting.Batching;

/// <summary>
/// A result that is there whole or not at all: it grows under another name beside a note of how far it has come, and takes its
/// own name at the end.
/// </summary>
internal sealed class ResultFile : IVerdictOutput
{
    private readonly string _path;
    private readonly long _bytesPerCheckpoint;
    private readonly FileStream _partial;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Checkpoint _checkpoint;
    private long _saved;
    private bool _over;

    private ResultFile(string path, FileStream partial, Checkpoint checkpoint, long bytesPerCheckpoint)
    {
        (_path, _partial, _checkpoint, _bytesPerCheckpoint) = (path, partial, checkpoint, bytesPerCheckpoint);
    }

    internal static string PartialOf(string path) => path + ".partial";

    internal static string CheckpointOf(string path) => path + ".checkpoint";

    /// <summary>Begins a result, in the place of any that was not finished.</summary>
    internal static ResultFile Begin(string path, Checkpoint identity, long bytesPerCheckpoint)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.Delete(CheckpointOf(path));
        return new ResultFile(path, Open(path, FileMode.Create), identity, bytesPerCheckpoint);
    }

    /// <summary>Goes on with a result that was not finished; null when its bytes are not those that the note tells of.</summary>
    internal static ResultFile? Resume(string path, Checkpoint checkpoint, long bytesPerCheckpoint)
    {
        if (!File.Exists(PartialOf(path)))
        {
            return null;
        }

        var partial = Open(path, FileMode.Open);
        var result = new ResultFile(path, partial, checkpoint, bytesPerCheckpoint) { _saved = checkpoint.Length };
        if (result.TakeUp())
        {
            return result;
        }

        result.Dispose();
        return null;
    }

    public void Append(ReadOnlySpan<byte> bytes, BatchCounts counts)
    {
        _partial.Write(bytes);
        _hash.AppendData(bytes);
        _checkpoint = _checkpoint with { Length = _checkpoint.Length + bytes.Length, Counts = counts };
        if (_checkpoint.Length - _saved >= _bytesPerCheckpoint)
        {
            Save();
        }
    }

    public void Finish()
    {
        _over = true;
        _partial.Dispose();
        File.Move(PartialOf(_path), _path, overwrite: true);
        File.Delete(CheckpointOf(_path));
    }

    public void Discard()
    {
        _over = true;
        _partial.Dispose();
        File.Delete(PartialOf(_path));
        File.Delete(CheckpointOf(_path));
    }

    // A run that neither finished nor failed was interrupted: all that it wrote counts.
    public void Dispose()
    {
        if (!_over && _partial.CanWrite)
        {
            Save();
        }

        _partial.Dispose();
        _hash.Dispose();
    }

    // The bytes are with the system before the note tells of them, so that the end of this process loses neither.
    private void Save()
    {
        _partial.Flush();
        _checkpoint = _checkpoint with { Hash = Convert.ToHexStringLower(_hash.GetCurrentHash()) };
        _checkpoint.Save(CheckpointOf(_path));
        _saved = _checkpoint.Length;
    }

    private bool TakeUp()
    {
        var buffer = new byte[1 << 16];
        for (var left = _checkpoint.Length; left > 0;)
        {
            var read = _partial.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
            {
                _over = true;
                return false;
            }

            _hash.AppendData(buffer.AsSpan(0, read));
            left -= read;
        }

        _over = Convert.ToHexStringLower(_hash.GetCurrentHash()) != _checkpoint.Hash;
        if (!_over)
        {
            _partial.SetLength(_checkpoint.Length);
        }

        return !_over;
    }

    private static FileStream Open(string path, FileMode mode) =>
        new(PartialOf(path), mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
}
