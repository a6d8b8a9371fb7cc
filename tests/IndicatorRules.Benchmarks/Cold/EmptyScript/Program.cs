using Microsoft.CodeAnalysis.CSharp.Scripting;

// What the tutorials show, with nothing in it: the least that a script costs.
Console.WriteLine(await CSharpScript.EvaluateAsync("") ?? "nothing");
