using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Isolation;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;
using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Isolation;

/// <summary>Whatever an isolated process answers, it is refused by name or can be reported in every format and language.</summary>
[Collection(IsolatedCollection.Collection)]
[Trait("Category", "Slow")]
public sealed class StrangeAnswerTests : IDisposable
{
    private static readonly JsonNode?[] Strange =
        [null, 0, -1, 99, 1e300, "", "x", true, new JsonArray(), new JsonObject(), new JsonArray((JsonNode?)null)];

    private readonly AnsweringProcess _process = new();
    private readonly SchemeHost _host;

    public StrangeAnswerTests() => _host = Isolated.Host(new IsolationOptions { Starts = () => _process });

    [Fact]
    public void Judge_HonestAnswer_IsTaken() => Assert.DoesNotContain("IR4111", Review(answer => answer), StringComparison.Ordinal);

    [Fact]
    public void Judge_ValuesPutInPlaceOfOthers_AreRefusedOrReported()
    {
        var count = Count(_process.Honest(_host));
        for (var (at, kind) = (0, 0); at < count; at += 1 + (count / 150), kind++)
        {
            var (index, value) = (at, Strange[kind % Strange.Length]);
            _ = Review(answer => Replaced(answer, index, value?.DeepClone()));
        }
    }

    [Fact]
    public void Judge_FieldsLeftOut_AreRefusedOrReported()
    {
        var count = Count(_process.Honest(_host));
        for (var at = 0; at < count; at += 1 + (count / 100))
        {
            var index = at;
            _ = Review(answer => Replaced(answer, index, null, remove: true));
        }
    }

    [Fact]
    public void Judge_CutOrDamaged_IsRefusedOrReported()
    {
        var length = _process.Honest(_host).Length;
        for (var at = 0; at < length; at += 1 + (length / 50))
        {
            var index = at;
            Assert.Contains("IR4111", Review(answer => answer[..index]), StringComparison.Ordinal);
            _ = Review(answer => [.. answer[..index], (byte)(answer[index] + 1 + (index % 7)), .. answer[(index + 1)..]]);
        }
    }

    [Fact]
    public void Judge_AnswerToAnotherScheme_IsRefused()
    {
        var other = Encoding.UTF8.GetBytes("""{"Judgement":{"Rows":[],"Conclusion":null,"Checks":[]},"Warnings":[]}""");
        Assert.Contains("IR4111", Review(_ => other), StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private string Review(Func<byte[], byte[]> change)
    {
        _process.Change = change;
        _ = _host.Refresh();
        return Isolated.Report(_host, Jingle.Facts2022) + Isolated.Review(_host, Jingle.Facts2022);
    }

    private static int Count(byte[] answer) => All(JsonNode.Parse(answer)!).Count();

    private static byte[] Replaced(byte[] answer, int index, JsonNode? value, bool remove = false)
    {
        var root = JsonNode.Parse(answer)!;
        var all = All(root).ToList();
        var node = all[index % all.Count];
        switch (node.Parent)
        {
            case JsonObject parent when remove:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonArray parent when remove:
                parent.Remove(node);
                break;
            default:
                node.ReplaceWith(value);
                break;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => (node switch
    {
        JsonObject fields => fields.Select(f => f.Value).OfType<JsonNode>(),
        JsonArray items => items.OfType<JsonNode>(),
        _ => [],
    }).SelectMany(child => All(child).Prepend(child));

    /// <summary>Answers as the program does, but for what the test changes.</summary>
    private sealed class AnsweringProcess : IIsolated
    {
        private readonly Dictionary<CompiledScheme, CompiledScheme> _loaded = [];
        private byte[] _last = [];

        internal Func<byte[], byte[]> Change { get; set; } = answer => answer;

        internal byte[] Honest(SchemeHost host)
        {
            Change = answer => answer;
            Assert.True(host.FindContradictions(Jingle.Facts2022).Succeeded);
            return _last;
        }

        public Judgement Judge(JudgingJob job, CancellationToken cancellationToken)
        {
            if (!_loaded.TryGetValue(job.Compiled, out var loaded))
            {
                _loaded[job.Compiled] = loaded = SchemeTransfer.Load(SchemeTransfer.Of(job.Compiled).With([]));
            }

            var answer = IsolationProgram.Answer(new IsolationQuestion("", null, SentJob.Of(job)), loaded);
            _last = JsonSerializer.SerializeToUtf8Bytes(answer, IsolationJson.Strict.IsolationAnswer);
            try
            {
                return IsolatedHost.ReadJudgement(Change(_last), job);
            }
            catch (Exception e) when (WorkerProcess.IsUnreadable(e))
            {
                throw new WorkerGoneException(WorkerFault.Unreadable, "unreadable");
            }
        }

        public ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken) => [];

        public void Dispose()
        {
        }
    }
}
