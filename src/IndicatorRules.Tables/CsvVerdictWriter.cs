using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Tables;

/// <summary>CSV with one line per place, year and indicator.</summary>
internal sealed class CsvVerdictWriter(Evidence evidence, bool withReasons, Language language) : IVerdictWriter
{
    // The text "number,indicator,status,basis," of every possible verdict of a scheme, encoded once.
    private readonly ConcurrentDictionary<Scheme, byte[][]> _verdicts = [];

    public void WriteHead(IBufferWriter<byte> to) => Put(
        withReasons
            ? "place,year,scheme,number,indicator,status,basis,fault,margin,reasons,due\n"
            : "place,year,scheme,number,indicator,status,basis,fault,due\n",
        to);

    public void Write(PlaceVerdicts place, IBufferWriter<byte> to)
    {
        if (place is not { Place: { } judged, Scheme: { } scheme })
        {
            return;
        }

        var verdicts = _verdicts.GetOrAdd(scheme, Pieces);
        foreach (var year in place.Years)
        {
            var lead = Encoding.UTF8.GetBytes($"{CsvCell.Of(judged.Code)},{year.Year},{scheme.Key},");
            var due = year.Due.AsSpan();
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                var row = year.Indicators[i];
                to.Write(lead);
                to.Write(verdicts[(i * PiecesPerIndicator) + PieceOf(row.Verdict.StatusUnder(evidence), row.Verdict.BasisUnder(evidence))]);
                WriteRest(row, scheme, scheme.Indicators[i], to);
                to.Write(","u8);
                for (var first = true; due is [var target, ..] && target.Indicator == i; first = false)
                {
                    var stage = scheme.Indicators[i].Stages[target.Stage].Stage;
                    Put($"{(first ? "" : " ")}{stage.Id}={VerdictTerms.Of(target.Verdict.StatusUnder(evidence))}", to);
                    due = due[1..];
                }

                to.Write("\n"u8);
            }
        }
    }

    private const int PiecesPerIndicator = 12;

    private void WriteRest(RowVerdict row, Scheme scheme, Indicator indicator, IBufferWriter<byte> to)
    {
        if (row.Fault is not null)
        {
            Put(row.Fault, to);
        }

        if (withReasons)
        {
            var verdict = row.Explained(indicator, scheme, evidence);
            var reasons = string.Join(language == Language.Zh ? "；" : "; ", verdict.Reasons(language));
            Put($",{(verdict.Margin is { } margin ? Reading.Plain(margin) : "")},{CsvCell.Of(reasons)}", to);
        }
    }

    private static byte[][] Pieces(Scheme scheme)
    {
        var pieces = new byte[scheme.Indicators.Length * PiecesPerIndicator][];
        for (var i = 0; i < scheme.Indicators.Length; i++)
        {
            var row = scheme.Indicators[i];
            foreach (var status in Enum.GetValues<Status>())
            {
                foreach (var basis in (Basis?[])[null, .. Enum.GetValues<Basis>()])
                {
                    pieces[(i * PiecesPerIndicator) + PieceOf(status, basis)] = Encoding.UTF8.GetBytes(
                        $"{CsvCell.Of(row.Number)},{row.Id},{VerdictTerms.Of(status)},{VerdictTerms.Of(basis)},");
                }
            }
        }

        return pieces;
    }

    private static int PieceOf(Status status, Basis? basis) => ((int)status * 3) + (basis is { } b ? 1 + (int)b : 0);

    private static void Put(string text, IBufferWriter<byte> to) => Encoding.UTF8.GetBytes(text, to);
}
