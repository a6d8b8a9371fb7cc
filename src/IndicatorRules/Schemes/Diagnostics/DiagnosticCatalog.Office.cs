namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>The file is not a workbook that can be read.</summary>
    public static DiagnosticDescriptor WorkbookKind { get; } = Error(
        "IR5310", "这是{0}，不能读取。", "The file is {0}, which cannot be read.",
        "请在 Excel 或 WPS 中打开，去掉密码，另存为“Excel 工作簿（*.xlsx）”再用。",
        "Open it in Excel or WPS, remove the password, and save it as an Excel workbook (*.xlsx).");

    /// <summary>A workbook is damaged.</summary>
    public static DiagnosticDescriptor WorkbookBroken { get; } = Error(
        "IR5311", "工作簿已损坏：{0}。", "The workbook is damaged: {0}.",
        "请在 Excel 或 WPS 中打开，另存为新的 .xlsx 再用。", "Open it in Excel or WPS and save it as a new .xlsx file.");

    /// <summary>A workbook is too large.</summary>
    public static DiagnosticDescriptor WorkbookTooLarge { get; } = Error(
        "IR5312", "{0}超过了上限 {1}。", "{0} exceeds the limit of {1}.",
        "请删去与填报无关的工作表、行和列，分成几个文件再用。",
        "Remove sheets, rows and columns that are not needed, or split the file.");

    /// <summary>A workbook has parts that are not read.</summary>
    public static DiagnosticDescriptor WorkbookPassedOver { get; } = Warning(
        "IR5313", "工作簿里有{0}，没有运行，也没有读取。", "The workbook has {0}, which are neither run nor read.",
        "只读取单元格里的内容；可以另存为不带宏的 .xlsx。", "Only the cells are read; it can be saved as an .xlsx without them.");

    /// <summary>A cell has an error value.</summary>
    public static DiagnosticDescriptor CellError { get; } = Error(
        "IR5314", "{0}是公式错误 {1}，没有数。", "{0} has the error {1} and no value.",
        "请改正公式，或直接填数；没有数字就留空，并写明原因。",
        "Correct the formula or enter the value; leave the cell empty if there is none.");

    /// <summary>The value of a formula was not saved.</summary>
    public static DiagnosticDescriptor CellWithoutValue { get; } = Error(
        "IR5315", "{0}是公式，文件里没有存计算结果。", "{0} has a formula whose result was not saved.",
        "请用 Excel 或 WPS 打开、重新计算并保存，或把公式改成数值。",
        "Open it in Excel or WPS, recalculate and save it, or replace the formula by its value.");

    /// <summary>A cell has a date where a figure is expected.</summary>
    public static DiagnosticDescriptor CellDate { get; } = Error(
        "IR5316", "{0}是日期 {1}，不是填报的数。", "{0} has the date {1}, not a figure.",
        "填 5-7 这样的区间时，Excel 会把它变成日期：请先把这一格的格式设为“文本”，再重新填写。",
        "Excel turns ranges such as 5-7 into dates: format the cell as text and enter the value again.");

    /// <summary>A cell is formatted as a percentage.</summary>
    public static DiagnosticDescriptor CellPercent { get; } = Warning(
        "IR5317", "{0}用了百分比格式，按显示的 {1} 读取。", "{0} is formatted as a percentage and read as it is shown, {1}.",
        "核对无误即可；单位是 % 的，直接填数、不用百分比格式更稳妥。", "Check it; plain numbers are safer where the unit is %.");

    /// <summary>Hidden rows count.</summary>
    public static DiagnosticDescriptor SheetHiddenRows { get; } = Warning(
        "IR5318", "有隐藏的行（第 {0} 行），也计入。", "Hidden rows ({0}) count too.",
        "不要它们的话，请删去，而不是隐藏。", "Delete them, rather than hiding them, if they are not to count.");

    /// <summary>No sheet has a known table.</summary>
    public static DiagnosticDescriptor WorkbookWithoutTable { get; } = Error(
        "IR5319", "没有找到填报的表。看到的列名有：{0}。", "No table of facts was found. The headings are: {0}.",
        "表头要有“序号”或“指标名称”，和“本年现状值”；多个县的表要有“行政区”“年份”“指标”“现状值”。用 `template` 可生成填报表。",
        "The headings must name the indicator and its value, and for many places the place and year. `template` makes a form.");

    /// <summary>Two sheets could each be the table.</summary>
    public static DiagnosticDescriptor WorkbookWithTwoTables { get; } = Warning(
        "IR5320", "工作表“{0}”也像填报的表，没有读取；读的是“{1}”。",
        "The sheet {0} looks like a table of facts too and is not read; {1} is.",
        "一个工作簿只放一张填报的表。", "Keep one table of facts in a workbook.");

    /// <summary>A form was made by another version of the scheme.</summary>
    public static DiagnosticDescriptor FormOfOtherVersion { get; } = Warning(
        "IR5321", "填报表是按 {0} 生成的，现在用的是 {1}，指标可能有变化。", "The form was made for {0}, and {1} is in use now.",
        "请核对各项；用 `template` 可生成新的填报表。", "Compare the rows; `template` makes a new form.");

    /// <summary>The year or place of a sheet is not written anywhere.</summary>
    public static DiagnosticDescriptor FormLacks { get; } = Error(
        "IR5322", "没有写{0}。", "The {0} is missing.",
        "请填在“县情”表里；没有这张表时，新建一张，A 列写项目名称，B 列写内容，如“县名”“年份”。"
            + "也可以写进表头，如“2022年现状值”，或在命令里加 `--year 2022`。",
        "Enter it in the sheet 县情, with names in column A and values in column B; in the heading, as in 2022年现状值; or by `--year`.");

    /// <summary>A name and a number of a row mean different indicators.</summary>
    public static DiagnosticDescriptor FormRowDiffers { get; } = Error(
        "IR5323", "这一行的编号是{0}，名称却是“{1}”。", "The row is numbered as {0} but named `{1}`.",
        "行被移动或改写过：请改正序号或名称；在此之前这一行不作判定。",
        "The row was moved or renamed: correct the number or the name; until then it is not judged.");

    /// <summary>The lines of a cell do not match the items.</summary>
    public static DiagnosticDescriptor FormLines { get; } = Error(
        "IR5324", "{0}有 {1} 行文字，而这一项有 {2} 个分项，对不上。", "{0} has {1} lines, but the row has {2} items.",
        "每个分项写一行，顺序与指标名称里的分项一致；没有的写“-”。",
        "Write one line for each item, in the order of the items; `-` where there is none.");

    /// <summary>The place is not written anywhere.</summary>
    public static DiagnosticDescriptor FormPlaceByFile { get; } = Warning(
        "IR5325", "表里没有写是哪个县，按文件名记作“{0}”。", "The table does not name its place; the file's name `{0}` is used.",
        "请在“县情”表里填县名和代码。", "Enter the name and code in the sheet 县情.");

    /// <summary>The file to annotate is not a workbook.</summary>
    public static DiagnosticDescriptor AnnotateNeedsWorkbook { get; } = Error(
        "IR5326", "`--annotate` 只用于 .xlsx 填报表。", "`--annotate` is for .xlsx forms only.",
        "请给出 .xlsx 填报表，输出文件名也以 .xlsx 结尾。", "Give an .xlsx form, and an output file that ends in .xlsx.");

    /// <summary>The file for the annotated copy exists.</summary>
    public static DiagnosticDescriptor AnnotateTargetExists { get; } = Error(
        "IR5328", "`{0}` 已经存在，没有改动它。", "`{0}` already exists; nothing was written.",
        "请换一个文件名：里面也许有您改过的内容。", "Choose another name: it may hold corrections.");
}
