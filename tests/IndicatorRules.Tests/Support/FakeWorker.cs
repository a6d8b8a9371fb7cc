using System.Diagnostics;
using System.Runtime.Versioning;

namespace IndicatorRules.Tests.Support;

/// <summary>A shell script in the place of the compile worker.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FakeWorker
{
    /// <summary>A worker's folder with a script in it.</summary>
    internal static TempFolder Folder(string script)
    {
        var folder = new TempFolder();
        folder.Write("IndicatorRules.Compiler.dll", "not an assembly");
        Script(folder, script);
        return folder;
    }

    // Native code is run in place of the assembly where it is there.
    internal static void Script(TempFolder folder, string script)
    {
        var file = folder.Write(Path.Combine("native", "IndicatorRules.Compiler"), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    internal static bool HasEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
