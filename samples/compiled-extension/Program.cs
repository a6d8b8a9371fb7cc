// The county, its figures and the bureau's file are invented.
using System.Text;
using IndicatorRules;
using IndicatorRules.Contract;
using IndicatorRules.Extending;

Console.OutputEncoding = Encoding.UTF8;
string[] plugins = [Path.Combine(AppContext.BaseDirectory, "plugins")];
const string Facts = "samples/compiled-extension/forest.bureau";

// Found, and not loaded: nobody said that they may run.
using var careful = ExtensionHost.Open(new ExtensionOptions { PluginDirectories = plugins });
Console.WriteLine(careful.ReadFacts(Facts).Diagnostics[0].Id);

// Told by their hashes. A real host has these written down, and does not ask the files for them.
using var extensions = ExtensionHost.Open(
    new ExtensionOptions { PluginDirectories = plugins, Trusted = [.. careful.Available.Select(e => e.Hash)] });
using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = plugins, Extensions = extensions });
var assessment = host.Assess(extensions.ReadFacts(Facts).OrThrow()).OrThrow();
Console.Write(Encoding.UTF8.GetString(extensions.Write("notice", [assessment], Language.Zh).OrThrow()));
