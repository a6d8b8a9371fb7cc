using System.Security.Cryptography;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Tables;

/// <summary>
/// An output file that is replaced atomically. Until then the result grows under a temporary name, beside a checkpoint from which another
/// run can resume.
/// </summary>
internal sealed class ResultFile : IVerdictOutput
{
    private readonly FileTarget _target;
    private readonly long _bytesPerCheckpoint;
    private readonly AtomicFile _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Checkpoint _checkpoint;
    private long _saved;
    private bool _over;

    private ResultFile(FileTarget target, AtomicFile file, Checkpoint checkpoint, long bytesPerCheckpoint)
    {
        (_target, _file, _checkpoint, _bytesPerCheckpoint) = (target, file, checkpoint, bytesPerCheckpoint);
    }

    /// <inheritdoc/>
    public bool IsEmpty => _checkpoint.Length == 0;

    internal static string PartialOf(string path) => path + AtomicFile.Unfinished;

    internal static string CheckpointOf(string path) => path + InputFiles.CheckpointSuffix;

    /// <summary>Starts a result and deletes an unfinished one.</summary>
    internal static ResultFile Begin(FileTarget target, Checkpoint identity, long bytesPerCheckpoint) => target.Guard(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target.Path)!);
        Checkpoint.Remove(CheckpointOf(target.Path));
        return new ResultFile(target, AtomicFile.Begin(target.Path, PartialOf(target.Path)), identity, bytesPerCheckpoint);
    });

    /// <summary>Resumes an unfinished result; null if its bytes do not match the checkpoint.</summary>
    internal static ResultFile? Resume(FileTarget target, Checkpoint checkpoint, long bytesPerCheckpoint)
    {
        if (AtomicFile.Resume(target.Path, PartialOf(target.Path)) is not { } file)
        {
            return null;
        }

        var result = new ResultFile(target, file, checkpoint, bytesPerCheckpoint) { _saved = checkpoint.Length };
        if (result.TakeUp())
        {
            return result;
        }

        result.Dispose();
        return null;
    }

    public void Append(ReadOnlySpan<byte> bytes, BatchCounts counts)
    {
        try
        {
            _file.Stream.Write(bytes);
            _hash.AppendData(bytes);
            _checkpoint = _checkpoint with { Length = _checkpoint.Length + bytes.Length, Counts = counts };
            if (_checkpoint.Length - _saved >= _bytesPerCheckpoint)
            {
                Save();
            }
        }
        catch (IOException e)
        {
            // The bytes up to the last checkpoint are valid; later ones may not be, so no further checkpoint is saved.
            _over = true;
            throw FileFaultException.Writing(_target.Given, e);
        }
    }

    public void Finish()
    {
        _target.Guard(() =>
        {
            _file.Commit(durable: true);
            return true;
        });
        _over = true;
        Checkpoint.Remove(CheckpointOf(_target.Path));
    }

    public void Discard()
    {
        _over = true;
        _file.Dispose();
        Checkpoint.Remove(CheckpointOf(_target.Path));
    }

    // A run that neither finished nor failed was interrupted: everything written so far is valid.
    public void Dispose()
    {
        try
        {
            if (!_over)
            {
                Save();
            }
        }
        catch (IOException)
        {
            // The disk is full: the last checkpoint and the bytes before it remain valid.
        }
        finally
        {
            // Without a checkpoint the bytes are useless to a later run.
            if (_saved > 0)
            {
                _file.Keep();
            }

            _file.Dispose();
            _hash.Dispose();
        }
    }

    // The bytes are flushed before the checkpoint that counts them.
    private void Save()
    {
        _file.Stream.Flush();
        _checkpoint = _checkpoint with { Hash = Convert.ToHexStringLower(_hash.GetCurrentHash()) };
        _checkpoint.Save(CheckpointOf(_target.Path));
        _saved = _checkpoint.Length;
    }

    private bool TakeUp()
    {
        var buffer = new byte[1 << 16];
        for (var left = _checkpoint.Length; left > 0;)
        {
            var read = _file.Stream.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
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
            _file.Stream.SetLength(_checkpoint.Length);
        }

        return !_over;
    }
}
