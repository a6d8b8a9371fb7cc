using System.Collections.Concurrent;
using System.Security.Cryptography;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;

namespace IndicatorRules.Tests.Support;

/// <summary>One warm worker for all tests; what was compiled once is not compiled again.</summary>
internal sealed class RememberingCompiler : IRuleCompiler, IDisposable
{
    private readonly ConcurrentDictionary<string, CompileResponse> _known = new(StringComparer.Ordinal);
    private readonly CompileWorker _worker = new();

    internal static RememberingCompiler Instance { get; } = new();

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _known.GetOrAdd(Key(request), _ => _worker.Compile(request, cancellationToken));
    }

    public void Dispose() => _worker.Dispose();

    private static string Key(CompileRequest request)
    {
        using var bytes = new MemoryStream();
        CompileProtocol.Write(bytes, request);
        return Convert.ToHexString(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
