using System.IO.Compression;
using System.Net;
using System.Text;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>A NuGet feed, version 3, of the packages in a folder, on this machine alone.</summary>
internal sealed class FeedServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly Task _serving;
    private readonly (string Path, string Head, string More, bool Packed)? _endless;
    private volatile bool _over;

    /// <summary>
    /// A feed of which one answer begins and does not end: it goes on with the same words, or waits where there are none.
    /// </summary>
    internal FeedServer(string folder, string path, string head, string more, bool packed)
        : this(folder) => _endless = (path, head, more, packed);

    internal FeedServer(string folder)
    {
        _folder = folder;
        for (var port = 41000 + (Environment.ProcessId % 5000); ; port++)
        {
            try
            {
                Root = $"http://127.0.0.1:{port}/";
                _listener.Prefixes.Add(Root);
                _listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
                _listener.Prefixes.Clear();
            }
        }

        _serving = ServeAsync();
    }

    internal string Address => Root + "index.json";

    private string Root { get; }

    public void Dispose()
    {
        _over = true;
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (_endless is { } endless && path == endless.Path)
        {
            _ = Task.Run(() => AnswerWithoutEnd(context.Response, endless.Head, endless.More, endless.Packed));
            return;
        }

        if (path == "/file/index.json")
        {
            context.Response.StatusCode = 302;
            context.Response.Headers["Location"] = "file:///etc/hostname";
            context.Response.Close();
            return;
        }

        var parts = path.Trim('/').Split('/');
        byte[]? body = path == "/index.json"
            ? Encoding.UTF8.GetBytes($$"""{"version":"3.0.0","resources":[{"@id":"{{Root}}flat/","@type":"PackageBaseAddress/3.0.0"}]}""")
            : parts is ["flat", var id, "index.json"]
            ? Encoding.UTF8.GetBytes($$"""{"versions":[{{string.Join(',', Versions(id).Select(v => $"\"{v}\""))}}]}""")
            : parts is ["flat", _, _, var file] && File.Exists(Path.Combine(_folder, file)) ? File.ReadAllBytes(Path.Combine(_folder, file))
            : null;
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.Close(body ?? [], willBlock: true);
    }

    private void AnswerWithoutEnd(HttpListenerResponse response, string head, string more, bool packed)
    {
        try
        {
            response.SendChunked = true;
            if (packed)
            {
                response.Headers["Content-Encoding"] = "gzip";
            }

            using Stream to = packed ? new GZipStream(response.OutputStream, CompressionLevel.Fastest) : response.OutputStream;
            to.Write(Encoding.UTF8.GetBytes(head));
            to.Flush();
            var part = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, 10_000)));
            while (!_over)
            {
                to.Write(part);
                if (part.Length == 0)
                {
                    Thread.Sleep(20);
                }
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client has had enough.
        }
    }

    private IEnumerable<string> Versions(string id) => Directory.EnumerateFiles(_folder, $"{id}.*.nupkg")
        .Select(f => Path.GetFileNameWithoutExtension(f)[(id.Length + 1)..]).Order(StringComparer.Ordinal);
}
