using System.Runtime.InteropServices;

namespace IndicatorRules.Cli;

/// <summary>Standard output or error redirected to a file or pipe. Unlike the platform's stream, it reports a broken pipe.</summary>
internal sealed class StandardStream : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int TryAgainOnMac = 35;

    private const int NotOpen = 9;
    private const int AskFlags = 1;
    private const int GoesWithTheProcess = 1;

    private readonly int _number;
    private readonly bool _isOpen;

    private StandardStream(int number)
    {
        _number = number;
        // If it was closed, the runtime may have opened a file of its own under this number, which closes on exec. A stream that was
        // inherited does not.
        _isOpen = Flags(number, AskFlags) is >= 0 and var flags && (flags & GoesWithTheProcess) == 0;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal static Stream Output => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1);

    internal static Stream Error => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(2);

    public override void Write(byte[] buffer, int offset, int count)
    {
        var pinned = GCHandle.Alloc(buffer, GCHandleType.Pinned);
        try
        {
            Write(pinned.AddrOfPinnedObject() + offset, count);
        }
        finally
        {
            pinned.Free();
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Write(nint bytes, int count)
    {
        if (!_isOpen)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(NotOpen), NotOpen);
        }

        for (nint done = 0; done < count;)
        {
            var written = WriteTo(_number, bytes + done, count - done);
            if (written >= 0)
            {
                done += written;
                continue;
            }

            switch (Marshal.GetLastSystemError())
            {
                case Interrupted:
                    break;
                case TryAgain or TryAgainOnMac:
                    Thread.Sleep(1);
                    break;
                case var error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flags(int number, int asked);

    [DllImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint WriteTo(int number, nint bytes, nint count);
}
