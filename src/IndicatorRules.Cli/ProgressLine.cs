using System.Diagnostics;
using IndicatorRules.Contract;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary>One line with the progress, speed and remaining time of a batch. Written to a terminal only.</summary>
internal sealed class ProgressLine(Terminal terminal, Language language)
{
    private const int MillisecondsBetween = 200;

    // The only clock of the tool; no verdict depends on it.
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _next = MillisecondsBetween;
    private long _first = -1;
    private int _width;

    internal void Show(BatchProgress progress)
    {
        var now = _clock.ElapsedMilliseconds;
        if (!terminal.IsLive || now < _next)
        {
            return;
        }

        _next = now + MillisecondsBetween;
        // A resumed run skips what was judged before; its speed counts from there.
        _first = _first < 0 ? progress.Position : _first;
        Write(Text(progress, now, _first));
    }

    internal void Clear()
    {
        if (_width > 0)
        {
            terminal.Progress.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }

    private string Text(BatchProgress progress, long now, long first)
    {
        var rate = (progress.Counts.PlaceYears - progress.Resumed) * 1000 / Math.Max(1, now);
        var percent = progress.Position * 100 / Math.Max(1, progress.Length);
        var read = progress.Position - first;
        var left = read <= 0 ? "—" : Clock((progress.Length - progress.Position) * now / read / 1000);
        return language == Language.Zh
            ? $"{percent}%  {progress.Counts.PlaceYears} 个行政区年度  每秒 {rate}  剩余 {left}"
            : $"{percent}%  {progress.Counts.PlaceYears} place-years  {rate}/s  {left} left";
    }

    private static string Clock(long seconds) => $"{seconds / 60}:{seconds % 60:00}";

    private void Write(string text)
    {
        terminal.Progress.Write("\r" + text.PadRight(_width));
        _width = Math.Max(_width, text.Length * 2);
    }
}
