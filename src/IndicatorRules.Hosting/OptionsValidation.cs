using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Model;
using Microsoft.Extensions.Options;

namespace IndicatorRules.Hosting;

/// <summary>Reports everything that is wrong with the options of one host, with full paths.</summary>
internal sealed class OptionsValidation(string name, string contentRoot) : IValidateOptions<IndicatorRulesOptions>
{
    public ValidateOptionsResult Validate(string? named, IndicatorRulesOptions options)
    {
        if (named != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var faults = new List<string>();
        if (options.Plugins.Count == 0 && SchemeHostOptions.ApplicationPluginDirectory is var built && !Directory.Exists(built))
        {
            faults.Add("Plugins: name at least one directory whose subfolders are plugins, or list plugins as IndicatorRulesPlugin in "
                + $"the project; {VisibleText.OneLine(built)} is not there.");
        }

        foreach (var directory in options.Plugins)
        {
            Path("Plugins", directory, Directory.Exists, faults);
        }

        if (options.Precompiled is { Length: > 0 } precompiled)
        {
            Path("Precompiled", precompiled, Directory.Exists, faults);
        }

        if (options.Store is { Length: > 0 } store)
        {
            Path("Store", store, _ => true, faults);
        }

        if (options.LockFile is { } file && Path("LockFile", file, File.Exists, faults) is { } full)
        {
            faults.AddRange(LockFile.Read(full).Diagnostics
                .Where(d => d.Severity == Severity.Error).Select(d => $"LockFile: {d.Format(Language.En)}"));
        }

        if (options.RuleBudget <= 0)
        {
            faults.Add($"RuleBudget: {options.RuleBudget} is not a number of steps; 100000 is the default.");
        }

        faults.AddRange(options.WarmUp.Where(s => s != HostedSchemes.All && !SchemeName.TryParse(s ?? "", out _))
            .Select(s => $"WarmUp: `{VisibleText.OneLine(s ?? "")}` is no scheme; write id, id@[1.0.0,2.0.0) or *."));
        if (!Enum.IsDefined(options.Language))
        {
            faults.Add("Language: write En or Zh.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(f => name.Length == 0 ? f : $"{name}: {f}"));
    }

    // The full path; null when it is none or nothing is there.
    private string? Path(string field, string? path, Predicate<string> exists, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0'))
        {
            faults.Add($"{field}: an empty path, or one with a character that no path has.");
            return null;
        }

        var full = OpenedOptions.Full(path, contentRoot);
        if (exists(full))
        {
            return full;
        }

        faults.Add($"{field}: {VisibleText.OneLine(full)} is not there.");
        return null;
    }
}
