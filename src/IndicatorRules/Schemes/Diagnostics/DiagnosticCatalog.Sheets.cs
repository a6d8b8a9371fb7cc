namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A cell repeats a figure that another column states, and differs from it.</summary>
    public static DiagnosticDescriptor TableStatedDiffers { get; } = Error(
        "IR5260", "{0}里的“{1}”，在{2}等列里写的是“{3}”，两处不同。",
        "{0} says `{1}`, but {2} and the columns beside it say `{3}`.",
        "请改成一样的，或把现状值里的这一段删掉。", "Make them agree, or delete that part of the value.");

    /// <summary>Hidden columns count.</summary>
    public static DiagnosticDescriptor SheetHiddenColumns { get; } = Warning(
        "IR5261", "有隐藏的列（{0}），也计入。", "Hidden columns ({0}) count too.",
        "不要它们的话，请删去，而不是隐藏。", "Delete them, rather than hiding them, if they are not to count.");

    /// <summary>A hidden sheet has a table, and is not read.</summary>
    public static DiagnosticDescriptor SheetHidden { get; } = Warning(
        "IR5262", "工作表“{0}”里也有填报的表，但是隐藏的，没有读取。", "The sheet {0} has a table of facts too; it is hidden and not read.",
        "要读它的话，请先取消隐藏，并删去别的表。", "Show it, and delete the others, if it is the one to be read.");

    /// <summary>A figure is merged over the rows of several indicators or items.</summary>
    public static DiagnosticDescriptor CellMergedOverRows { get; } = Error(
        "IR5263", "{0}的“{1}”写在合并的单元格里，占了几项（{2}），分不清是哪一项的，没有计入。",
        "{0} with `{1}` is merged over several rows ({2}); it is not clear which one it is of, and it does not count.",
        "请取消合并，每一项填在自己的行里。", "Unmerge it, and enter the figure of each row in its own cell.");

    /// <summary>A row for a kind of place below an indicator has a figure, and it is not clear what the figure is of.</summary>
    public static DiagnosticDescriptor FormRegionUnclear { get; } = Error(
        "IR5264", "{0}下面“{1}”一行填了“{2}”：分不清是全县的数，还是只是这类地区的数，没有计入。",
        "Below {0}, the line `{1}` has `{2}`: it is not clear whether that is the figure of the whole place. It does not count.",
        "全县的数请填在这一项自己的那一行。", "Enter the figure of the whole place in the row of the indicator itself.");

    /// <summary>A row for a kind of place below an indicator has a figure that is not read.</summary>
    public static DiagnosticDescriptor FormOtherRegion { get; } = Warning(
        "IR5265", "{0}下面“{1}”一行填了“{2}”，没有读：{3}。", "Below {0}, the line `{1}` has `{2}`, which is not read: {3}.",
        "请核对县情和所填的行。", "Check the place and the line.");

    /// <summary>A line of the sheet about the place is not known.</summary>
    public static DiagnosticDescriptor PlaceSheetUnknown { get; } = Warning(
        "IR5266", "“县情”表里的“{0}”认不出来，没有读。", "`{0}` in the sheet about the place is not known and not read.",
        "可以写的有：{1}。", "Known are: {1}.");

    /// <summary>A sheet goes on below the last row that is read.</summary>
    public static DiagnosticDescriptor SheetCut { get; } = Error(
        "IR5267", "第 {0} 行以后还有内容，没有读。", "There is more below row {0}, which is not read.",
        "请把填报的表放在前面，删去下面无关的内容。", "Put the table of facts first and delete what is below it.");

    /// <summary>A row sums up others.</summary>
    public static DiagnosticDescriptor TableTotalRow { get; } = Warning(
        "IR5268", "第 {0} 行是“{1}”，当作合计或平均，没有读。", "Row {0}, `{1}`, is a sum or average and is not read.",
        "它其实是一个县或一项指标的话，请改写名称。", "Name it otherwise if it is a place or an indicator.");

    /// <summary>The facts of a folder name several schemes.</summary>
    public static DiagnosticDescriptor FolderOfSchemes { get; } = Error(
        "IR5269", "{1}是按体系 `{2}` 填的，前面的是按 `{0}` 填的，不能放进一张表。",
        "{1} is for the scheme `{2}`, the files before it are for `{0}`: one table cannot hold both.",
        "请把它们分到两个文件夹；都要按一个体系读的，用 `--scheme` 写明。",
        "Put them into two folders, or name the scheme for all by `--scheme`.");

    /// <summary>Facts have something that a form has no cell for.</summary>
    public static DiagnosticDescriptor FormHoldsNot { get; } = Warning(
        "IR5270", "{0}有填报表放不下的内容，没有全部带过去。", "The form cannot hold all that is said of {0}.",
        "请在表里补上；要一字不漏的，用 `convert` 转成“填报数据”表。",
        "Add it in the form; `convert` writes a sheet that holds everything.");

    /// <summary>Another table with headings of its own begins below, and has no figures to read.</summary>
    public static DiagnosticDescriptor SheetTableBelow { get; } = Warning(
        "IR5272", "第 {0} 行起又是一张表，没有“现状值”列，从那里起没有读。",
        "Another table without a column of values begins in row {0}; nothing is read from there on.",
        "是填报的数的话，请接到上面的表里；表外数据填在“表外数据”表里。",
        "Move figures into the table above; background figures go into the sheet 表外数据.");

    /// <summary>A cell shows its number divided by thousands.</summary>
    public static DiagnosticDescriptor CellScaled { get; } = Error(
        "IR5273", "{0}用了以千（或百万）为单位显示的格式：存的是 {1}，看到的不是这个数，没有计入。",
        "{0} is formatted to show thousands: it holds {1} and shows another number. It does not count.",
        "请把格式改成“常规”，再核对并填数。", "Set its format to General, then check the number.");

    /// <summary>In a file with semicolons between cells, a comma may be a decimal point.</summary>
    public static DiagnosticDescriptor TableCommas { get; } = Warning(
        "IR5274", "各格之间用的是分号，“{0}”里的逗号按千分位读成 {1}。",
        "Cells are separated by semicolons; the comma in `{0}` is read as that of thousands: {1}.",
        "逗号是小数点的话，请改成“.”。", "Write a point if the comma is the decimal one.");

    /// <summary>A table shares its rows with another one beside it.</summary>
    public static DiagnosticDescriptor SheetSideBySide { get; } = Error(
        "IR5271", "{0}列起又是一张表，和左边的并排，没有读。",
        "Another table begins in column {0}, beside the one that is read; it is not read.",
        "请把它接到左边那张表的下面。", "Move it below the other one.");
}
