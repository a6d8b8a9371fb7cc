namespace IndicatorRules.Office.Workbooks;

/// <summary>Size limits of a workbook, which bound the time and memory of reading one.</summary>
internal static class WorkbookCaps
{
    /// <summary>Bytes of the file.</summary>
    internal const int FileBytes = 64 << 20;

    /// <summary>Parts in the file. A workbook of a county has about twenty.</summary>
    internal const int Parts = 4096;

    /// <summary>Unpacked bytes of one part. A sheet of 2,800 counties has about 80 MB.</summary>
    internal const long PartBytes = 256L << 20;

    /// <summary>Unpacked bytes of all parts.</summary>
    internal const long AllBytes = 512L << 20;

    /// <summary>Columns of a sheet, which is also Excel's own limit.</summary>
    internal const int Columns = 16_384;

    /// <summary>Columns that headings may take.</summary>
    internal const int ReadColumns = 1000;

    /// <summary>Rows of a sheet, which is also Excel's own limit.</summary>
    internal const int Rows = 1_048_576;

    /// <summary>Rows of a sheet about one place.</summary>
    internal const int PlaceRows = 20_000;

    /// <summary>Characters of one cell, which is also Excel's own limit.</summary>
    internal const int CellCharacters = 32_767;

    /// <summary>Characters of all shared strings.</summary>
    internal const int SharedCharacters = 64 << 20;

    /// <summary>Entries of any list in the workbook: sheets, styles, merged ranges.</summary>
    internal const int Entries = 100_000;
}
