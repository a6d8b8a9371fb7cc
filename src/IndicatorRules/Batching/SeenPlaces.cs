using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>Finds places and years that come again among many. One thread at a time.</summary>
internal sealed class SeenPlaces
{
    private readonly Dictionary<(string Code, int Year), (Location At, string Hash)> _seen = [];
    private readonly Dictionary<string, (string Code, Location At)> _codes = new(StringComparer.Ordinal);

    /// <summary>The place as it came; refused where its code is another's in another spelling, or its year was there before.</summary>
    internal Result<FactsFile> Look(FactsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (code, at, bag) = (file.Facts.Place.Code, file.At(default), new DiagnosticBag());
        var key = PlaceCode.Key(code);
        if (!_codes.TryAdd(key, (code, at)) && _codes[key] is var first && first.Code != code)
        {
            bag.Add(DiagnosticCatalog.PlaceCodeTwice, at, code, $"`{first.Code}`", first.At.Beside(at));
            return Refused(file, bag);
        }

        foreach (var year in file.Facts.Years)
        {
            if (_seen.TryAdd((key, year.Year), (at, file.Facts.Hash)))
            {
                continue;
            }

            var (there, hash) = _seen[(key, year.Year)];
            var alike = hash.Length > 0 && hash == file.Facts.Hash;
            var kind = alike ? DiagnosticCatalog.PlaceYearTwiceAlike : DiagnosticCatalog.PlaceYearTwice;
            bag.Add(kind, at, code, $"{year.Year}", there.Beside(at));
            return alike ? new(null, bag.ToImmutable()) : Refused(file, bag);
        }

        return new(file, []);
    }

    private static Result<FactsFile> Refused(FactsFile file, DiagnosticBag bag)
    {
        var diagnostics = bag.ToImmutable();
        return new(file.Refused(diagnostics[0]), diagnostics);
    }
}
