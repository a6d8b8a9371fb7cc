using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Isolation;

namespace IndicatorRules;

/// <summary>
/// The library as a program: the isolated process of a host, and the step of a build that compiles an application's plugins.
/// </summary>
internal static class Program
{
    // The startup hook of a self-contained application starts the isolated process with other arguments.
    private static int Main(string[] args)
    {
        if (args is not ["precompile", var list, var folder, var language])
        {
            IsolationProgram.Run();
            return 0;
        }

        Console.OutputEncoding = Encoding.UTF8;
        return Precompilation.Build(list, folder, language == "zh" ? Language.Zh : Language.En, Console.Out);
    }
}
