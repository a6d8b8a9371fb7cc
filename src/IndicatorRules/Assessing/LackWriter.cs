using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>A reason that figures leave open → the figure or document that would settle it.</summary>
internal sealed class LackWriter(Wording words)
{
    internal string Write(Reason reason) => reason.Proven != Status.Undetermined ? "" : reason switch
    {
        SuperiorTaskReason f => Say(
            $"上级下达 {f.Year} 年任务的文件，以及完成情况的考核或验收材料",
            $"the document that sets the task of {f.Year}, and the assessment of its completion"),
        FigureReason { Reading.IsEstimated: true } f => Say(
            $"{f.Year} 年{Name(f)}的正式统计数及来源（现填预计数）",
            $"the final figure of {Name(f)} in {f.Year} with its source (an estimate is reported)"),
        FigureReason { Figure.IsDerived: true } f => Say(
            $"算出{Name(f)}所需的各年数值及来源", $"the figures that {Name(f)} is worked out from, with their sources"),
        StateReason f => Say(
            $"{Name(f)}的印发文件或实施情况证明材料", $"the document that shows the state of {Name(f)}"),
        CourseReason { ReferenceYear: null } => Say("体系规定的比较基年", "the base year, which the scheme does not name"),
        CourseReason f => Figures(f, f.Reference, f.ReferenceYear),
        OnTrackReason f => Figures(f, f.Reference, f.ReferenceYear),
        OtherFigureReason { Bound: null } f => Say(
            $"{f.Year} 年“{words.Name(f.Other)}”的数值及来源", $"{words.Name(f.Other)} in {f.Year}, with its source")
            + (f.Reading is null or { IsNumeric: false } ? Say("；", "; ") + Figures(f, null, null) : ""),
        AboutReason { Reading.IsNumeric: true } => Say("“左右”允许差多少的规定", "how far off still counts as about"),
        FigureReason { Reading.IsNumeric: true } f => Say(
            $"{f.Year} 年{Name(f)}的确切数值及来源（现填区间或界限）",
            $"the exact figure of {Name(f)} in {f.Year} with its source (a range or bound is reported)"),
        FigureReason f => Figures(f, null, null),
        _ => "",
    };

    // The years that have no figure.
    private string Figures(FigureReason f, Reading? reference, int? from)
    {
        var years = new List<int>(2);
        if (from is { } before && reference is null or { IsNumeric: false } && before != f.Year)
        {
            years.Add(before);
        }

        if (f.Reading is null or { IsNumeric: false } || years.Count == 0)
        {
            years.Add(f.Year);
        }

        return Say($"{string.Join("、", years)} 年{Name(f)}的数值及来源（统计、监测或核算材料）",
            $"{Name(f)} in {string.Join(" and ", years)}, with its source");
    }

    private string Name(FigureReason f) => words.Say($"“{f.Figure.Name.Zh}”", $"“{f.Figure.Name.En}”");

    private string Say(string zh, string en) => words.Say(zh, en);
}
