using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Random scripts under the caps, and mutations of the corpus, through the whole gate; the worker must not die of any.</summary>
internal sealed class FuzzRun(int seed, TimeSpan length)
{
    private readonly Random _random = new(seed);
    private readonly string[] _corpus =
    [
        .. Repo.Files("tests/corpus", "*.csx").Concat(Repo.Files("plugins", "*.csx"))
            .Select(File.ReadAllText).Where(t => t.Length < Protocol.ScriptCaps.Characters),
    ];

    internal int Run()
    {
        var (tried, refused, accepted, workerDeaths, imagesRefused) = (0, 0, 0, 0, 0);
        using var worker = new CompileWorker(deadline: TimeSpan.FromSeconds(10));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < length; tried++)
        {
            var script = _random.Next(2) == 0 ? RandomScript.Make(_random) : Mutated();
            if (Protocol.LexicalGate.Validate(script, 0) is not null)
            {
                refused++;
                continue;
            }

            try
            {
                var response = worker.Compile(Request(script));
                if (response.Image is not { } image)
                {
                    refused++;
                    continue;
                }

                VerifiedImage.Verify(image);
                accepted++;
            }
            catch (CompileWorkerException e)
            {
                workerDeaths++;
                Console.Error.WriteLine($"{e.Message}: {JsonSerializer.Serialize(script)}");
            }
            catch (ImageRefusedException e)
            {
                imagesRefused++;
                Console.Error.WriteLine(
                    $"the gate let through what the image check refuses ({e.Message}): {JsonSerializer.Serialize(script)}");
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { seed, tried, refused, accepted, workerDeaths, imagesRefused }));
        return workerDeaths + imagesRefused == 0 ? 0 : 1;
    }

    private static CompileRequest Request(string script) => new(
        [new("Climate", AttributeKind.Choice, ["Humid", "Arid"]), new("Terrain", AttributeKind.Shares, ["Mountain", "Plain"])],
        [
            new(
                new("row", true, ["Drafting", "Implemented"]), [new("Straw", true, []), new("Film", true, [])], ["upper"],
                new RuleUnit(script, "rules/fuzz.csx", 1, false), []),
        ]);

    private string Mutated()
    {
        if (_corpus.Length == 0)
        {
            return RandomScript.Make(_random);
        }

        var text = new StringBuilder(_corpus[_random.Next(_corpus.Length)]);
        for (var edits = _random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(_random.Next(1, 8), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, RandomScript.Token(_random));
                    break;
                case 2:
                    text[at] = (char)_random.Next(32, 127);
                    break;
                default:
                    var other = _corpus[_random.Next(_corpus.Length)];
                    var from = _random.Next(Math.Max(1, other.Length));
                    text.Insert(at, other.AsSpan(from, Math.Min(20, other.Length - from)));
                    break;
            }
        }

        return text.ToString();
    }
}
