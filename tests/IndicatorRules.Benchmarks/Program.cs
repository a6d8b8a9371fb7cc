using System.CommandLine;
using IndicatorRules.Benchmarks.Attacks;
using IndicatorRules.Benchmarks.Batch;
using IndicatorRules.Benchmarks.Cold;
using IndicatorRules.Benchmarks.Micro;
using IndicatorRules.Benchmarks.Peers;
using IndicatorRules.Benchmarks.Reloading;
using IndicatorRules.Benchmarks.Serving;
using IndicatorRules.Benchmarks.Waiting;

var directory = new Argument<string>("DIR") { Description = "scheme folders and .csx files, at any depth" };
var repeat = new Option<int>("--repeat") { Description = "judges each so often and tells the fastest", DefaultValueFactory = _ => 1 };
var table = new Option<string?>("--table") { Description = "a README whose measured table is written anew" };
var attack = new Command(
    "attack", "Judges every scheme folder and .csx in DIR as a stranger's; ends with one JSON line.") { directory, repeat, table };
attack.SetAction(parsed =>
    new AttackRun(Path.GetFullPath(parsed.GetValue(directory)!), parsed.GetValue(repeat), parsed.GetValue(table)).Run());

var first = new Argument<int>("FIRST");
var times = new Argument<int>("TIMES");
var attempts = new Command("attempts", "The child of attack: judges the attempts from FIRST on, a JSON line each.") { Hidden = true };
attempts.Arguments.Add(directory);
attempts.Arguments.Add(first);
attempts.Arguments.Add(times);
attempts.SetAction(parsed =>
    new AttemptProcess(Path.GetFullPath(parsed.GetValue(directory)!), parsed.GetValue(times)).Run(parsed.GetValue(first)));

var seconds = new Option<int>("--seconds") { Description = "how long", DefaultValueFactory = _ => 10 };
var seed = new Option<int>("--seed") { Description = "makes a run repeatable", DefaultValueFactory = _ => 1 };
var images = new Option<int>("--images") { Description = "so many mutated images instead" };
var tables = new Option<int>("--tables") { Description = "so many mutated tables instead" };
var fuzz = new Command(
    "fuzz", "Random and mutated scripts against the gate and the worker, or images, or tables; ends with one JSON line.") { seconds, seed,
    images, tables };
fuzz.SetAction(parsed => parsed.GetValue(images) is var many and > 0 ? new ImageFuzz(parsed.GetValue(seed), many).Run()
    : parsed.GetValue(tables) is var some and > 0 ? new TableFuzz(parsed.GetValue(seed), some).Run()
    : new FuzzRun(parsed.GetValue(seed), TimeSpan.FromSeconds(parsed.GetValue(seconds))).Run());

var rounds = new Option<int>("--rounds") { Description = "how often each process is started", DefaultValueFactory = _ => 15 };
var cold = new Command(
    "cold", "The published tool, warm and cold, beside a hello and an empty script; ends with one JSON line.") { rounds };
cold.SetAction(parsed => new ColdRun(parsed.GetValue(rounds)).Run());

var jitted = new Command("jitted", "What the runtime compiles at a warm start of the published tool; ends with one JSON line.");
jitted.SetAction(_ => new ColdRun(rounds: 0).CountJitted());

var turns = new Option<int>("--turns") { Description = "how many turns each peer has", DefaultValueFactory = _ => 300 };
var variations = new Option<int>("--variations") { Description = "random places that all must agree on", DefaultValueFactory = _ => 400 };
var peers = new Command(
    "peers", "Jingle's county scheme beside hand-written C# and other engines; ends with one JSON line.") { turns, variations, seed };
peers.SetAction(parsed => new PeersRun(parsed.GetValue(turns), parsed.GetValue(variations), parsed.GetValue(seed)).Run());

var benchmarks = new Argument<string[]>("ARGS") { Description = "passed on to BenchmarkDotNet: --filter, --job, …" };
var micro = new Command("micro", "BenchmarkDotNet on single steps, with their memory.") { benchmarks };
micro.TreatUnmatchedTokensAsErrors = false;
micro.SetAction(parsed => MicroRun.Run([.. parsed.GetValue(benchmarks)!, .. parsed.UnmatchedTokens]));

var quick = new Option<bool>("--quick") { Description = "fewer rounds and 90,000 place-years in place of 300,000" };
var batch = new Command("batch", "Many places from CSV to a written result, beside DuckDB; ends with one JSON line.") { quick };
batch.SetAction(parsed => new BatchMeasure(parsed.GetValue(quick)).Run());

var input = new Argument<string>("TABLE");
var output = new Argument<string>("RESULT");
var batchChild = new Command("batch-child", "The child of batch: judges TABLE and tells time and peak of memory.") { Hidden = true };
batchChild.Arguments.Add(input);
batchChild.Arguments.Add(output);
batchChild.Options.Add(repeat);
batchChild.SetAction(parsed => BatchProcess.Run(parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(repeat)));

var folder = new Argument<string>("FOLDER") { Description = "where the table goes" };
var counties = new Option<int>("--counties") { Description = "how many, nine years each", DefaultValueFactory = _ => 3000 };
var batchData = new Command(
    "batch-data", "Writes an invented table as batch judges it; the same for the same seed.") { folder, counties, seed };
batchData.SetAction(parsed => BatchMeasure.WriteData(parsed.GetValue(folder)!, parsed.GetValue(counties), parsed.GetValue(seed)));

var count = new Option<int>("--count") { Description = "how many changes", DefaultValueFactory = _ => 1000 };
var threads = new Option<int>("--threads") { Description = "how many threads judge meanwhile", DefaultValueFactory = _ => 2 };
var reload = new Command("reload", "Replaces schemes under load; ends with one JSON line.") { count, threads };
reload.SetAction(parsed => WithoutProfiles.Run(args, () => new ReloadRun(parsed.GetValue(count), parsed.GetValue(threads)).Run()));

var changes = new Option<int>("--count") { Description = "how many changes", DefaultValueFactory = _ => 30 };
var change = new Command("change", "From the saving of a rule to its verdict in a running host; ends with one JSON line.") { changes };
change.SetAction(parsed => WithoutProfiles.Run(args, () => new ChangeRun(parsed.GetValue(changes)).Run().GetAwaiter().GetResult()));

var requests = new Option<int>("--requests") { Description = "how many requests wait", DefaultValueFactory = _ => 64 };
var pingRounds = new Option<int>("--rounds") { Description = "how many cold hosts", DefaultValueFactory = _ => 3 };
var ping = new Command("ping", "An unrelated piece of work beside many cold requests; ends with one JSON line.") { requests, pingRounds };
ping.SetAction(parsed => new PingRun(parsed.GetValue(requests), parsed.GetValue(pingRounds)).Run());

var loadSeconds = new Option<int>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 10 };
var load = new Command(
    "load", "Assessments a second at 1, 8 and 64 clients of the service, beside an empty endpoint; ends with one JSON line.");
load.Options.Add(loadSeconds);
load.SetAction(parsed => WithoutProfiles.Run(args, () => new LoadRun(parsed.GetValue(loadSeconds)).Run()));

var soakRequests = new Option<int>("--requests") { Description = "how many in all", DefaultValueFactory = _ => 200_000 };
var soakReloads = new Option<int>("--reloads") { Description = "how often schemes are replaced", DefaultValueFactory = _ => 100 };
var soakClients = new Option<int>("--clients") { Description = "how many ask at once", DefaultValueFactory = _ => 8 };
var soak = new Command(
    "soak", "Many requests to the service while schemes are replaced, at flat memory; ends with one JSON line.")
{
    soakRequests, soakReloads, soakClients,
};
soak.SetAction(parsed => WithoutProfiles.Run(
    args, () => new SoakRun(parsed.GetValue(soakRequests), parsed.GetValue(soakReloads), parsed.GetValue(soakClients)).Run()));

var servedPing = new Command(
    "served-ping", "/ping of a cold service beside many requests; ends with one JSON line.") { requests, pingRounds };
servedPing.SetAction(parsed => new ServedPing(parsed.GetValue(requests), parsed.GetValue(pingRounds)).Run());

return new RootCommand("Measurements and soaks of IndicatorRules") { attack, attempts, fuzz, cold, jitted, peers, micro, batch, batchChild,
    batchData, reload, change, ping, load, soak, servedPing }.Parse(args).Invoke();
