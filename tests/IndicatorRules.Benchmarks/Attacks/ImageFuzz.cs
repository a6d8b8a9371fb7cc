using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>
/// Honest images with bytes, rows of metadata and instructions changed: the check refuses each in its own words, or the host judges by it
/// and comes to an end. The same for the same seed.
/// </summary>
internal sealed class ImageFuzz(int seed, int count)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Of the tokens that instructions name, and of some that they do not.
    private static readonly byte[] Kinds = [0x01, 0x02, 0x04, 0x06, 0x08, 0x0A, 0x11, 0x1B, 0x2B, 0x70];

    private readonly Random _random = new(seed);
    private readonly FactsFile _facts = StrangersPlugin.Facts();

    internal int Run()
    {
        using var plugin = new StrangersPlugin();
        var honest = Compiled(plugin).Select(c => new Honest(c)).ToList();
        var (refused, judged, failed, wrong) = (0, 0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var one = honest[_random.Next(honest.Count)];
            var mutant = Mutated(one);
            try
            {
                VerifiedImage.Verify(mutant);
            }
            catch (ImageRefusedException)
            {
                refused++;
                continue;
            }
            catch (Exception e)
            {
                Console.Error.WriteLine($"mutant {i}: the check threw {e}");
                wrong++;
                continue;
            }

            var work = Task.Run(() => Judge(plugin, one.Response with { Image = mutant }));
            try
            {
                if (!work.Wait(Patience))
                {
                    Console.Error.WriteLine($"mutant {i}: no end");
                    return 1;
                }

                judged += work.Result ? 1 : 0;
                failed += work.Result ? 0 : 1;
            }
            catch (AggregateException e)
            {
                Console.Error.WriteLine($"mutant {i}: the host threw {e.InnerException}");
                wrong++;
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { seed, images = count, refused, judged, failed, wrong }));
        return wrong == 0 ? 0 : 1;
    }

    private List<CompileResponse> Compiled(StrangersPlugin plugin)
    {
        using var worker = new CompileWorker();
        var responses = new List<CompileResponse>();
        foreach (var script in Repo.Files("tests/corpus/honest", "*.csx"))
        {
            var recorder = new Recorder(worker);
            using var host = Host(plugin.With(File.ReadAllBytes(script)), recorder);
            _ = host.Assess(_facts, new AssessOptions { Scheme = "stranger" });
            if (recorder.Last is { Image: not null } response)
            {
                responses.Add(response);
            }
        }

        return responses;
    }

    // Whether it came to verdicts, or was told to be unfit.
    private bool Judge(StrangersPlugin plugin, CompileResponse response)
    {
        using var host = Host(plugin.With("AtLeast(1)"), new Given(response));
        var result = host.Assess(_facts, new AssessOptions { Scheme = "stranger" });
        return result.Succeeded || result.Diagnostics.Any(d => d.Id == "IR4109")
            ? result.Succeeded
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static SchemeHost Host(string folder, IRuleCompiler compiler) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [folder], Compiler = compiler, StoreDirectory = null });

    private byte[] Mutated(Honest honest)
    {
        var image = (byte[])honest.Image.Clone();
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            switch (_random.Next(6))
            {
                case 0:
                    image[_random.Next(image.Length)] = (byte)_random.Next(256);
                    break;
                case 1:
                    var table = honest.Tables[_random.Next(honest.Tables.Length)];
                    image[table.Start + _random.Next(table.RowSize * table.Rows)] = (byte)_random.Next(_random.Next(2) == 0 ? 8 : 64);
                    break;
                case 2:
                    var from = honest.Tables[_random.Next(honest.Tables.Length)];
                    var row = image.AsSpan(from.Start + (from.RowSize * _random.Next(from.Rows)), from.RowSize).ToArray();
                    row.CopyTo(image, from.Start + (from.RowSize * _random.Next(from.Rows)));
                    break;
                case 3:
                    ChangeInstruction(image, honest.Bodies[_random.Next(honest.Bodies.Length)]);
                    break;
                case 4:
                    var body = honest.Bodies[_random.Next(honest.Bodies.Length)];
                    image[body.Start + _random.Next(Math.Min(body.Size + 8, image.Length - body.Start))] ^= (byte)(1 << _random.Next(8));
                    break;
                default:
                    image[honest.Blobs.Start + _random.Next(honest.Blobs.Size)] = (byte)_random.Next(0x20);
                    break;
            }
        }

        return image;
    }

    // The instructions of rules, of their neighbours, and of what rules never have; tokens of the tables that instructions name.
    private void ChangeInstruction(byte[] image, (int Start, int Size, ImmutableArray<(int At, int Length)> Instructions) body)
    {
        var (at, length) = body.Instructions[_random.Next(body.Instructions.Length)];
        if (length == 5 && _random.Next(2) == 0)
        {
            image[at + 1] = (byte)_random.Next(1, 60);
            image[at + 4] = _random.Next(4) == 0 ? Kinds[_random.Next(Kinds.Length)] : image[at + 4];
        }
        else if (length == 2 && _random.Next(2) == 0)
        {
            image[at + 1] = (byte)_random.Next(256);
        }
        else
        {
            byte[] codes = length switch
            {
                1 => [0x00, 0x02, 0x03, 0x04, 0x06, 0x07, 0x0A, 0x0B, 0x14, 0x16, 0x17, 0x25, 0x26, 0x2A, 0x58, 0x5B, 0x7A, 0xA2, 0xD6],
                2 => [0x0E, 0x0F, 0x11, 0x12, 0x13, 0x1F, 0x2B, 0x2C, 0x2D, 0x2E, 0x30, 0xDE],
                5 => [0x20, 0x28, 0x38, 0x39, 0x3A, 0x6F, 0x72, 0x73, 0x74, 0x7B, 0x7C, 0x7D, 0x7E, 0x80, 0x8C, 0x8D],
                _ => [image[at]],
            };
            image[at] = codes[_random.Next(codes.Length)];
        }
    }

    /// <summary>An image of the compiler's, and where its parts are.</summary>
    private sealed class Honest
    {
        internal Honest(CompileResponse response)
        {
            Response = response;
            Image = response.Image!;
            using var pe = new PEReader(ImmutableArray.Create(Image));
            var reader = pe.GetMetadataReader();
            var start = pe.PEHeaders.MetadataStartOffset;
            Tables =
            [
                .. Enumerable.Range(0, 64).Select(t => (TableIndex)t)
                .Where(t => t <= TableIndex.GenericParamConstraint && reader.GetTableRowCount(t) > 0)
                    .Select(t => (start + reader.GetTableMetadataOffset(t), reader.GetTableRowSize(t), reader.GetTableRowCount(t))),
            ];
            Blobs = (start + reader.GetHeapMetadataOffset(HeapIndex.Blob), reader.GetHeapSize(HeapIndex.Blob));
            Bodies =
            [
                .. reader.MethodDefinitions.Select(m => reader.GetMethodDefinition(m).RelativeVirtualAddress).Where(a => a > 0)
                .Select(a => Body(pe, a)),
            ];
        }

        internal CompileResponse Response { get; }

        internal byte[] Image { get; }

        internal ImmutableArray<(int Start, int RowSize, int Rows)> Tables { get; }

        internal (int Start, int Size) Blobs { get; }

        internal ImmutableArray<(int Start, int Size, ImmutableArray<(int At, int Length)> Instructions)> Bodies { get; }

        private static (int Start, int Size, ImmutableArray<(int At, int Length)> Instructions) Body(PEReader pe, int address)
        {
            var section = pe.PEHeaders.SectionHeaders[pe.PEHeaders.GetContainingSectionIndex(address)];
            var start = address - section.VirtualAddress + section.PointerToRawData;
            var body = pe.GetMethodBody(address);
            // One byte of head, or twelve.
            var code = start + (body.Size - body.GetILReader().Length == 1 ? 1 : 12);
            var instructions = ImmutableArray.CreateBuilder<(int, int)>();
            for (var il = new ILScan(body.GetILReader()); il.Next();)
            {
                instructions.Add((code + il.Offset, il.End - il.Offset));
            }

            return (start, body.Size, instructions.ToImmutable());
        }
    }

    /// <summary>Keeps what a compiler answered last.</summary>
    private sealed class Recorder(IRuleCompiler compiler) : IRuleCompiler
    {
        internal CompileResponse? Last { get; private set; }

        public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) =>
            Last = compiler.Compile(request, cancellationToken);
    }
}

/// <summary>Answers with what it was given.</summary>
internal sealed class Given(CompileResponse response) : IRuleCompiler
{
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) => response;
}
