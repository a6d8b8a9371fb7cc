using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary><c>convert FROM TO</c>: the same facts as a JSON file, a CSV table or a workbook.</summary>
internal sealed class ConvertCommand : Verb
{
    // The rows of a sheet below its headings.
    private const int MostRows = 1_048_575;

    private readonly Argument<string> _from = new("FROM")
    {
        Description = "填报数据：JSON、.csv、.parquet、.xlsx，或放它们的文件夹"
            + " / facts: JSON, .csv, .parquet or .xlsx, or a folder of them",
    };

    private readonly Argument<string> _to = new("TO")
    {
        Description = "转换成的文件：.json、.csv 或 .xlsx / the file to make: .json, .csv or .xlsx",
    };

    private readonly Option<string?> _scheme = VerbOptions.Scheme();

    private readonly NumberOption _year = new("--year")
    {
        Description = "表里没有写年份时，现状值是哪一年的 / the year of values, for a table that names none",
    };

    internal ConvertCommand(Terminal terminal, string directory)
        : base("convert", "在 JSON、CSV 和 Excel 之间转换填报数据 / convert facts between JSON, CSV and Excel", terminal, directory)
    {
        Arguments.Add(_from);
        Arguments.Add(_to);
        Options.Add(_scheme);
        Options.Add(_year);
        Place = AddPlace();
        Trust = new ExtensionFlags(this);
    }

    internal override bool Judges => false;

    private protected override int Work(Session session)
    {
        var (from, to) = (session.Get(_from), session.Get(_to));
        var end = Path.GetExtension(to).ToLowerInvariant();
        if (end is not (".json" or ".csv" or ".xlsx"))
        {
            throw FileFaultException.Of(DiagnosticCatalog.TargetFormUnknown, to, end, ".json .csv .xlsx");
        }

        var target = session.Target(to, session.Inputs(from))!;
        if (File.Exists(target.Path))
        {
            throw FileFaultException.Of(DiagnosticCatalog.AnnotateTargetExists, to, to);
        }

        var all = new PlaceTexts();
        var (bytes, scheme) = end == ".json" ? Json(session, from, all) : Table(session, from, end, all);
        Compare(session, bytes, end, scheme, all);
        target.Write(bytes);
        session.WriteLine(session.Say(
            $"已生成 {to}，内容和 {from} 一致。评判时运行：indicator-rules assess {to}",
            $"made {to}, which says the same as {from}; to judge it: indicator-rules assess {to}"));
        return session.Ended(ExitCode.Done);
    }

    private (byte[] Bytes, Scheme Scheme) Json(Session session, string from, PlaceTexts all)
    {
        var (facts, scheme) = One(session, from);
        all.Add(facts, scheme);
        return (new UTF8Encoding(false).GetBytes(FactsWriter.ToJson(Naming(facts, scheme))), scheme);
    }

    // A table does not name its scheme.
    private static PlaceFacts Naming(PlaceFacts facts, Scheme scheme) =>
        new(facts.Place, facts.Years) { Note = facts.Note, Scheme = facts.Scheme ?? scheme.Id, Hash = facts.Hash };

    private (byte[] Bytes, Scheme Scheme) Table(Session session, string from, string end, PlaceTexts all)
    {
        var (rows, scheme) = Rows(session, from, all);
        if (rows.Rows.Length > MostRows && end == ".xlsx")
        {
            session.Report(new Diagnostic(
                DiagnosticCatalog.TableTooLarge, new Location(from),
                [new LocalizedText("行数太多，一张工作表放不下", "There are too many rows for a sheet"), $"{MostRows}"]));
            throw new RejectedException();
        }

        return end == ".csv"
            ? (Marked(string.Concat(Naming(rows, scheme).Select(r => CsvCell.Line(r)))), scheme)
            : (Workbook(scheme, rows), scheme);
    }

    // The scheme in the columns that the tool's own results name it in.
    private static IEnumerable<ImmutableArray<string>> Naming(FactsRows rows, Scheme scheme) =>
        rows.Rows.Select(r => r.AddRange(scheme.Id, $"{scheme.Version}")).Prepend(rows.Headings.AddRange("体系", "版本"));

    // Kept apart, so that only this step loads the library that writes workbooks.
    private static byte[] Workbook(Scheme scheme, FactsRows rows) => Office.WorkbookForm.Write(scheme, rows);

    // Excel needs the mark to read CSV as UTF-8.
    private static byte[] Marked(string text) => [.. Encoding.UTF8.Preamble, .. new UTF8Encoding(false).GetBytes(text)];

    private (PlaceFacts Facts, Scheme Scheme) One(Session session, string from)
    {
        var file = Sound(session, session.ReadFacts(from, session.Get(_scheme), session.Get(_year)));
        var scheme = SchemeOf(session, from, file.Facts.Scheme);
        return (Sound(session, session.Host.WithIds(file, scheme)).Facts, scheme);
    }

    // A table may be of many places; its facts are reused from place to place.
    private (FactsRows Rows, Scheme Scheme) Rows(Session session, string from, PlaceTexts all)
    {
        if (Directory.Exists(session.Full(from)))
        {
            return OfFolder(session, from, all);
        }

        if (session.Place is not null || !TableFacts.Takes(session, from))
        {
            var (facts, by) = One(session, from);
            all.Add(facts, by);
            return (FactsRows.Of(by, facts), by);
        }

        using var opened = TableFacts.Open(session, from, session.Get(_scheme), session.Get(_year));
        var scheme = SchemeOf(session, from, opened.Rows.Scheme);
        var table = Sound(session, session.Host.OpenTable(opened.Rows, from, scheme));
        IEnumerable<PlaceFacts> Places()
        {
            foreach (var place in table.Blocks().SelectMany(b => b))
            {
                var facts = Sound(session, place).Facts;
                all.Add(facts, scheme);
                yield return facts;
            }
        }

        try
        {
            return (FactsRows.Of(scheme, Places()), scheme);
        }
        catch (DiagnosticException e)
        {
            session.Report(e.Diagnostics);
            throw new RejectedException();
        }
    }

    // The years of a place may be in several files; a table has them together.
    private (FactsRows Rows, Scheme Scheme) OfFolder(Session session, string from, PlaceTexts all)
    {
        var folder = new FactsFolder(
            from, path => WorkbookFacts.Read(session, path, session.Get(_scheme), session.Get(_year)));
        if (folder.Count == 0)
        {
            session.Report(new Diagnostic(DiagnosticCatalog.BatchEmpty, new Location(from), []));
            throw new RejectedException();
        }

        Scheme? by = null;
        var places = new List<PlaceFacts>();
        for (var i = 0; i < folder.Count; i++)
        {
            var file = Sound(session, folder.Read(i));
            var scheme = SchemeOf(session, file.Name, file.Facts.Scheme);
            if (scheme.Id != (by ??= scheme).Id)
            {
                session.Report(new Diagnostic(DiagnosticCatalog.FolderOfSchemes, new Location(file.Name), [by.Id, file.Name, scheme.Id]));
                throw new RejectedException();
            }

            var facts = Sound(session, session.Host.WithIds(file, by)).Facts;
            if (session.Place is not { } asked || facts.Place.Code == asked || facts.Place.Name == asked)
            {
                all.Add(facts, by);
                places.Add(facts);
            }
        }

        return (FactsRows.Of(by!, places.GroupBy(p => p.Place.Code, StringComparer.Ordinal).SelectMany(g => g)), by!);
    }

    private Scheme SchemeOf(Session session, string from, string? named) =>
        session.Require(TableFacts.Resolve(session, session.Get(_scheme) ?? named)
            ?? new(null, [new Diagnostic(DiagnosticCatalog.FactsNameNoScheme, new Location(from), [])]));

    // Facts with an error would be other facts when they are written without it.
    private static T Sound<T>(Session session, Result<T> result)
        where T : class
    {
        var value = session.RequireOfFacts(result);
        return result.Diagnostics.Any(d => d.Severity == Severity.Error) ? throw new RejectedException() : value;
    }

    // What was written is read again, so that nothing is lost in silence.
    private static void Compare(Session session, byte[] bytes, string end, Scheme scheme, PlaceTexts all)
    {
        var folder = Directory.CreateTempSubdirectory("convert");
        try
        {
            var path = Path.Combine(folder.FullName, "again" + end);
            FileTarget.Of(path, folder.FullName).Write(bytes);
            var again = new PlaceTexts();
            if (end == ".json")
            {
                again.Add(session.Require(FactsReader.ReadFile(path)).Facts, scheme);
            }
            else
            {
                using var opened = TableFacts.Open(session, path, scheme.Id, null);
                foreach (var place in session.Require(session.Host.OpenTable(opened.Rows, path, scheme)).Blocks().SelectMany(b => b))
                {
                    again.Add(session.Require(place).Facts, scheme);
                }
            }

            var lost = all.Differences(again).ToList();
            if (lost.Count > 0)
            {
                session.Report(new Diagnostic(DiagnosticCatalog.ConvertLoses, new Location(all.Name), [PlaceTexts.Listed(lost)]));
                throw new RejectedException();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
