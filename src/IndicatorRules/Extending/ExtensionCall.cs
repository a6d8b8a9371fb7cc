using System.Globalization;
using System.Reflection;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>One call into an extension: its faults become diagnostics and go no further.</summary>
internal static class ExtensionCall
{
    private const int MaxMessage = 300;

    /// <summary>What the call gave; null where it failed or was late, which is then told.</summary>
    internal static T? Try<T>(ExtensionDeclaration extension, TimeSpan deadline, DiagnosticBag bag, Func<T> code)
        where T : class
    {
        var at = new Location(Path.Combine(extension.Folder, ExtensionReader.FileName));
        try
        {
            if (PatientThread.Run(code, deadline) is { } given)
            {
                return given;
            }

            bag.Add(DiagnosticCatalog.ExtensionFailed, at, extension.Name, "null");
        }
        catch (ExtensionLateException)
        {
            bag.Add(DiagnosticCatalog.ExtensionLate, at, extension.Name, (deadline.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#", CultureInfo.InvariantCulture));
        }
        catch (MissingTypeException e)
        {
            bag.Add(DiagnosticCatalog.ExtensionType, at, extension.Name, e.Type);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            bag.Add(DiagnosticCatalog.ExtensionFailed, at, extension.Name, Shown(inner.Message));
        }
        catch (Exception e)
        {
            bag.Add(DiagnosticCatalog.ExtensionFailed, at, extension.Name, Shown(e.Message));
        }

        return null;
    }

    /// <summary>A stranger's words without what would break a message.</summary>
    internal static string Shown(string words) => VisibleText.OneLine(VisibleText.Cut(words, MaxMessage)).Replace('`', ' ');
}
