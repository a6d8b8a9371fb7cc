using System.Globalization;
using System.Reflection;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Extending;

/// <summary>One call into an extension; turns its exceptions into diagnostics.</summary>
internal static class ExtensionCall
{
    private const int MaxMessage = 300;

    /// <summary>The result of the call; null when it failed or was late, which is reported.</summary>
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
            var seconds = deadline.Ticks / (decimal)TimeSpan.TicksPerSecond;
            bag.Add(DiagnosticCatalog.ExtensionLate, at, extension.Name, seconds.ToString("0.#", CultureInfo.InvariantCulture));
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

    /// <summary>An extension's text, made safe to show in a message.</summary>
    internal static string Shown(string words) => VisibleText.OneLine(VisibleText.Cut(words, MaxMessage)).Replace('`', ' ');
}
