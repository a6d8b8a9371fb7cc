namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A cell has the figures of items, and something else.</summary>
    public static DiagnosticDescriptor TableItemsUnread { get; } = Warning(
        "IR5244", "{0}的各分项已按名称读出，同一格里的{1}没有读。",
        "{0}: the figures of its items were read by their names; these in the same cell were not: {1}.",
        "每个分项写一行，“分项”列写名称；其余的话写在“备注”列。", "Write a row for each item, and other words in the column `note`.");

    /// <summary>Facts that were converted are not read as the same again.</summary>
    public static DiagnosticDescriptor ConvertLoses { get; } = Error(
        "IR5355", "转换后这些内容会丢失或改变，没有写出：{0}。",
        "Converted, these would be lost or other than they are; nothing was written: {0}.",
        "请先核对这些内容，例如体系中有没有这一项、文字里有没有换行和控制字符；不能转换的，仍用原来的文件。",
        "See whether the scheme knows these entries, and whether texts have control characters; otherwise keep the file as it is.");

    /// <summary>A required column is missing.</summary>
    public static DiagnosticDescriptor TableLacksColumn { get; } = Error(
        "IR5201", "表头缺少“{0}”列。", "The table has no column `{0}`.",
        "表头要有“年份”“指标”“现状值”各列；也可以每年一列，如“2022年现状值”，指标也可以写名称或序号。",
        "The headings must name the columns, among them `year`, `indicator` and `value`; or one column per year, such as 2022.");

    /// <summary>A column is unknown.</summary>
    public static DiagnosticDescriptor TableUnknownColumn { get; } = Error(
        "IR5202", "不认识“{0}”这一列。", "Unknown column `{0}`.",
        "可用的列见指南；只给人看的内容放在“备注”或“来源”列。",
        "The guide lists the columns; put text for readers into `note` or `source`.");

    /// <summary>A column occurs twice.</summary>
    public static DiagnosticDescriptor TableColumnTwice { get; } = Error(
        "IR5203", "{0}与{1}是同一列。", "{0} and {1} are the same column.",
        "请只保留一列；中文列名和英文列名算同一列。",
        "Keep one of them; the Chinese and English names mean the same column.");

    /// <summary>A row with more or fewer cells than columns.</summary>
    public static DiagnosticDescriptor TableRagged { get; } = Error(
        "IR5204", "这一行有 {0} 格，表头有 {1} 列。", "The row has {0} cells; the table has {1} columns.",
        "内容里有逗号的格子（如 1,200）要用双引号括起来；缺的格子留空，但逗号不能少。",
        "Quote a cell that contains a comma (1,200); leave a missing cell empty, but keep its comma.");

    /// <summary>A cell has a value that its column does not allow.</summary>
    public static DiagnosticDescriptor TableCell { get; } = Error(
        "IR5205", "{0}不能填“{1}”。", "{0} cannot hold `{1}`.",
        "可以填：{2}。", "Valid values: {2}.");

    /// <summary>A required cell is empty.</summary>
    public static DiagnosticDescriptor TableCellEmpty { get; } = Error(
        "IR5206", "第 {1} 行没有填{0}。", "Row {1} has no `{0}`.",
        "请补上；合并的单元格请取消合并，每行都填。", "Fill it in; undo merged cells, and fill in every row.");

    /// <summary>The rows of a place contradict each other.</summary>
    public static DiagnosticDescriptor TablePlaceDiffers { get; } = Error(
        "IR5207", "同一行政区的“{0}”前面填的是“{1}”，这里填的是“{2}”。",
        "`{0}` of this place is `{1}` in an earlier row and `{2}` here.",
        "行政区的属性每行要填得一样，或只填一次，其余留空。",
        "Give the same value in every row of the place, or give it once and leave the rest empty.");

    /// <summary>The rows of a place are not adjacent.</summary>
    public static DiagnosticDescriptor TablePlaceReturns { get; } = Error(
        "IR5208", "行政区“{0}”的数据没有排在一起：从第 {1} 行开始的一段之后，这里又出现了。",
        "The rows of the place `{0}` are not adjacent: they start in line {1} and start again here.",
        "请先按行政区（再按年份）排序；各年数据要放在一起，才能判定趋势。没有写出任何结果。",
        "Sort the table by place, then by year: a trend needs the years of a place together. No result was written.");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static DiagnosticDescriptor TableEncoding { get; } = Error(
        "IR5209", "第 {0} 行有读不出来的文字，不是 {1} 编码。", "Line {0} cannot be read: it is not {1}.",
        "文件可能损坏了，或混用了两种编码；请在 Excel 或 WPS 中打开，另存为“CSV UTF-8（逗号分隔）”。",
        "The file may be damaged or in two encodings: save it as \"CSV UTF-8 (comma delimited)\".");

    /// <summary>The text is not CSV.</summary>
    public static DiagnosticDescriptor TableSyntax { get; } = Error(
        "IR5210", "从这一行起不是合法的 CSV：{0}。", "The file is not valid CSV from this line on: {0}.",
        "请检查双引号是否成对；格子里的双引号要写两个。",
        "Check that every quote is closed; write a quote within a cell twice.");

    /// <summary>The file is not Parquet.</summary>
    public static DiagnosticDescriptor TableNotParquet { get; } = Error(
        "IR5211", "这不是可以读取的 Parquet 文件。", "The file is not a readable Parquet file.",
        "文件可能只复制了一半，或是改了扩展名；请重新导出。", "It may be incomplete or renamed; export it again.");

    /// <summary>A column's type is not supported.</summary>
    public static DiagnosticDescriptor TableColumnType { get; } = Error(
        "IR5212", "`{0}` 列的类型（{1}）不能用。", "The column `{0}` has an unsupported type ({1}).",
        "请用字符串、整数或小数；嵌套的列不能用。",
        "Use strings, whole numbers or decimals; nested columns cannot be read.");

    /// <summary>The input is empty.</summary>
    public static DiagnosticDescriptor BatchEmpty { get; } = Error(
        "IR5213", "这里没有可以评判的数据。", "There is nothing to judge here.",
        "文件夹里要有填报数据（`.json`）或填报表（`.xlsx`），表格里要有表头以外的行。",
        "A folder needs facts (`.json`) or forms (`.xlsx`), a table needs rows below its headings.");

    /// <summary>A cell of a task figure is filled in without another that it requires.</summary>
    public static DiagnosticDescriptor TableTaskFigure { get; } = Error(
        "IR5214", "填了{0}，却没有填{1}。", "{0} is filled in, but {1} is not.",
        "这两格要一起填。", "Fill in both or neither.");

    /// <summary>An interrupted run cannot be resumed, since its input or options changed.</summary>
    public static DiagnosticDescriptor ResumeChanged { get; } = Error(
        "IR5221", "不能接着算：{0}与中断时不同。", "The run cannot be resumed: {0} has changed.",
        "去掉 `--resume` 从头算起。", "Leave out `--resume` to start from the beginning.");

    /// <summary>An interrupted run cannot be resumed, since its result is damaged.</summary>
    public static DiagnosticDescriptor ResumeDamaged { get; } = Error(
        "IR5222", "不能接着算：未完成的结果 `{0}` 已损坏或被改动。",
        "The run cannot be resumed: the unfinished result `{0}` is damaged or was changed.",
        "去掉 `--resume` 从头算起。", "Leave out `--resume` to start from the beginning.");

    /// <summary>The process that reads a Parquet file failed.</summary>
    public static DiagnosticDescriptor TableNotRead { get; } = Error(
        "IR5240", "没能读完这个 Parquet 文件：{0}。", "The Parquet file could not be read to its end: {0}.",
        "文件可能已损坏，请重新导出，或改用 CSV。", "The file may be damaged: export it again, or use CSV.");

    /// <summary>A table has too many columns, or a row or place too much text.</summary>
    public static DiagnosticDescriptor TableTooLarge { get; } = Error(
        "IR5241", "{0}，上限是 {1}。", "{0}; at most {1} are read.",
        "请核对表格是否导出有误，或分成几个文件。", "Check how the table was exported, or split it into several files.");

    /// <summary>A fact is given twice with the same content.</summary>
    public static DiagnosticDescriptor FactsTwiceAlike { get; } = Warning(
        "IR5215", "{0}填了两次，内容相同，另一处在{1}；只算一次。",
        "{0} is given twice with the same content, also at {1}; it counts once.",
        "请删去一处。", "Remove one of them.");

    /// <summary>A year has two entries.</summary>
    public static DiagnosticDescriptor FactsYearTwice { get; } = Warning(
        "IR5216", "{0} 年分在两处，另一处在{1}；已合在一起判定。",
        "The year {0} has two entries, the other at {1}; they are judged as one.",
        "请把两处并成一处。", "Merge the two.");

    /// <summary>A spreadsheet rounded a place code.</summary>
    public static DiagnosticDescriptor PlaceCodeRounded { get; } = Error(
        "IR5217", "行政区代码“{0}”被表格软件改成了科学计数，后几位已经丢失。",
        "A spreadsheet changed the place code `{0}` to scientific notation and lost its last digits.",
        "请把这一列的格式设为“文本”，再重新填写完整的代码。",
        "Format the column as text and enter the full code again.");

    /// <summary>A spreadsheet reformatted a place code as a number.</summary>
    public static DiagnosticDescriptor PlaceCodeNumber { get; } = Warning(
        "IR5218", "行政区代码“{0}”像是被表格软件改成了小数。",
        "The place code `{0}` looks like a number that a spreadsheet reformatted.",
        "应为“{1}”的话，请把这一列的格式设为“文本”后重填；程序按所填的写。",
        "If `{1}` is meant, format the column as text and enter it again; the code is used as given.");

    /// <summary>A place has two spellings of its code.</summary>
    public static DiagnosticDescriptor PlaceCodeTwice { get; } = Error(
        "IR5219", "行政区代码“{0}”与 {1}（{2}）应是同一个行政区。",
        "The places `{0}` and {1} ({2}) are probably the same.",
        "代码要写得一样：请把这一列的格式设为“文本”，补上前导的零，去掉小数点，用半角数字。"
            + "在此之前这里的数据不作判定。",
        "Write the code the same way: format the column as text and use half-width digits, leading zeros and no decimal point. Until "
            + "then the data here is not judged.");

    /// <summary>A place and year have two different sets of facts.</summary>
    public static DiagnosticDescriptor PlaceYearTwice { get; } = Error(
        "IR5220", "行政区“{0}”{1} 年的数据有两份，内容不同，另一份是 {2}；这一份没有判定。",
        "The place `{0}` has two different sets of facts for {1}; the other is {2}, and this one is not judged.",
        "请只保留一份。", "Keep one of them.");

    /// <summary>A place and year have two equal sets of facts.</summary>
    public static DiagnosticDescriptor PlaceYearTwiceAlike { get; } = Warning(
        "IR5223", "行政区“{0}”{1} 年的数据有两份，内容相同，另一份是 {2}；只判一份。",
        "The place `{0}` has two equal sets of facts for {1}; the other is {2}, and one is judged.",
        "请删去一份。", "Remove one of them.");

    /// <summary>An optional cell cannot be read and is ignored.</summary>
    public static DiagnosticDescriptor TableCellIgnored { get; } = Warning(
        "IR5224", "{0}填了“{1}”，认不出来，这一格没有计入，同一行的其他数照常判定。",
        "{0} cannot hold `{1}`; the cell is ignored, and the rest of the row is judged.",
        "可以填：{2}。", "Valid values: {2}.");

    /// <summary>Columns are ignored.</summary>
    public static DiagnosticDescriptor TableColumnsIgnored { get; } = Warning(
        "IR5225", "{0}不参与判定，已忽略。", "Ignored {0}: no verdict depends on it.",
        "要参与判定的内容，请用指南所列的列名。", "Use the column names in the guide for data to be judged.");

    /// <summary>The file is a workbook or document, not text.</summary>
    public static DiagnosticDescriptor FileIsWorkbook { get; } = Error(
        "IR5226", "这是 Excel、WPS 或 Word 文件，不是文本。", "The file is an Excel, WPS or Word file, not text.",
        "请在 Excel 或 WPS 中打开，另存为“CSV UTF-8（逗号分隔）”再用。",
        "Open it in Excel or WPS and save it as \"CSV UTF-8 (comma delimited)\".");

    /// <summary>Cells are separated by full-width commas.</summary>
    public static DiagnosticDescriptor TableDelimiter { get; } = Warning(
        "IR5227", "各格之间用了中文逗号“，”，已按分隔符读。", "The cells are separated by full-width commas, and are read so.",
        "请核对各列是否对齐。", "See that the columns are in line.");

    /// <summary>There are lines above the headings.</summary>
    public static DiagnosticDescriptor TableTitle { get; } = Warning(
        "IR5228", "第 {0} 行像是标题，表头在第 {1} 行，从那里读起。",
        "Line {0} looks like a title; the headings are in line {1}, and reading starts there.",
        "可以删去表头以上的行。", "The lines above the headings can be removed.");

    /// <summary>The headings take two lines.</summary>
    public static DiagnosticDescriptor TableHeadingInTwoLines { get; } = Warning(
        "IR5229", "表头占了两行（第 {0}、{1} 行），已合在一起读。", "The headings take two lines ({0} and {1}) and are read as one.",
        "请核对各列是否读对了。", "See that the columns are read as meant.");

    /// <summary>A table is given where one facts file is expected.</summary>
    public static DiagnosticDescriptor TableNotHere { get; } = Error(
        "IR5230", "这里要一个 JSON 填报数据文件，不能用表格。", "A JSON facts file is expected here, not a table.",
        "表格请用 `assess` 评判，加 `--reasons` 可看各项理由。",
        "`assess` judges tables; with `--reasons` it writes the reasons of each row.");

    /// <summary>Two columns of one row name different indicators.</summary>
    public static DiagnosticDescriptor TableNamesDiffer { get; } = Error(
        "IR5231", "{0}是{1}，{2}却是{3}。", "{0} is {1}, but {2} is {3}.",
        "请改正其中一格；在此之前这一行不作判定。", "Correct one of the cells; until then the row is not judged.");

    /// <summary>Merged cells are filled down.</summary>
    public static DiagnosticDescriptor TableFilledDown { get; } = Warning(
        "IR5232", "“{0}”只在首行填写，以下空着的各行按上一行读（合并的单元格）。",
        "`{0}` is given in the first row alone; the empty cells below are read as merged with it.",
        "不是这样的，请每行都填。", "If that is not meant, fill in every row.");

    /// <summary>It is unclear of which years the columns are.</summary>
    public static DiagnosticDescriptor TableYearsUnclear { get; } = Error(
        "IR5233", "{0}，分不清各列是哪一年的。", "{0}: the columns' years are not clear.",
        "每年一列的，列名都写成“2022年现状值”，不要“年份”列；每年一行的，只留“年份”和“现状值”两列。",
        "With a column per year, call all of them 2022 and so on, without `year`; with a row per year, keep only `year` and `value`.");

    /// <summary>A column beside several years does not say of which year it is.</summary>
    public static DiagnosticDescriptor TableColumnOfNoYear { get; } = Warning(
        "IR5234", "{0}没有写明是哪一年的，没有计入。", "{0} does not say of which year it is, and is ignored.",
        "请把列名写成“{1}年{2}”。", "Call it {1} {2}.");

    /// <summary>Places have a column each.</summary>
    public static DiagnosticDescriptor TablePlaceColumns { get; } = Error(
        "IR5235", "{0}像是一个县一列，但分不清是哪一年的数。", "There seems to be a column per place, but of which year is not clear: {0}.",
        "请加一列“年份”，每行都填；也可以改成一个县一行，写“行政区”“年份”“现状值”各列。",
        "Add the column `year` to every row; or give each place rows of its own, with the columns `place`, `year` and `value`.");

    /// <summary>A table does not name its place.</summary>
    public static DiagnosticDescriptor TableOfOnePlace { get; } = Warning(
        "IR5236", "表中没有“行政区”列，整张表按一个行政区“{0}”（文件名）读。",
        "The table has no column `place`: all of it is read as the one place `{0}`, after the file's name.",
        "有几个行政区的，请加“行政区”列。", "If it has several, add the column `place`.");

    /// <summary>A row is of another year than the heading of its figures.</summary>
    public static DiagnosticDescriptor TableYearDiffers { get; } = Error(
        "IR5237", "“年份”填的是 {0}，{1}却是 {2} 年的。", "`year` is {0}, but {1} is of {2}.",
        "请改正其中一处；在此之前这一行不作判定。", "Correct one of the two; until then the row is not judged.");

    /// <summary>The heading of a share names no part of the attribute.</summary>
    public static DiagnosticDescriptor TableUnknownPart { get; } = Error(
        "IR5238", "列名“{0}”里的部分，体系中没有。", "The scheme has no such part as in the column `{0}`.",
        "可以用的列名：{1}。", "Valid columns: {1}.");

    /// <summary>The table is a result without figures.</summary>
    public static DiagnosticDescriptor TableOfVerdicts { get; } = Error(
        "IR5239", "这是判定结果，里面没有填报的数。", "This is a result, which holds no figures.",
        "数在当时评判的那个文件或文件夹里：判的是 2022.csv，就用 `convert 2022.csv 2023.csv` 抄成一张表，改年份和数后再判。"
            + "要连数带判定一起输出的，评判时用 `--out 结果.xlsx`，数在“填报数据”表里，改了可以再判。",
        "The figures are in the file or folder that was judged: `convert 2022.csv 2023.csv` makes a table to change and judge. "
            + "`--out result.xlsx` writes the figures too, in the sheet 填报数据, which is read again.");

    /// <summary>Each place has a column, and the table is read so.</summary>
    public static DiagnosticDescriptor TablePlacesRead { get; } = Warning(
        "IR5243", "{0}是一个县一列，已按各县分开读。", "There is a column per place, {0}, and the table is read so.",
        "不是县名的列，请改列名或删去。", "Rename or remove a column that is not a place.");

    /// <summary>A row with words in one cell alone is skipped.</summary>
    public static DiagnosticDescriptor TableNoteRow { get; } = Warning(
        "IR5242", "第 {0} 行只有“{1}”，当作说明，没有读。", "Row {0} has only `{1}` and is skipped as a note.",
        "是数据的话，请把指标和数都填上。", "If it is data, fill in the indicator and the figure.");
}
