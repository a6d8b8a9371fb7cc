using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Extending;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Notice;

/// <summary>Writes a notice: what was not met, and with what it was written.</summary>
public sealed class NoticeWriter : IAssessmentWriter
{
    /// <inheritdoc/>
    public void Write(ImmutableArray<AssessmentView> assessments, Language language, Stream target)
    {
        var library = typeof(JObject).Assembly;
        var notice = new JArray(assessments.Select(a => new JObject
        {
            ["place"] = a.Place.Name,
            ["year"] = a.Year,
            ["note"] = a.Note,
            ["notMet"] = new JArray(a.Verdicts.Where(v => v.Status == Status.NotMet)
                .Select(v => $"{v.Number} {v.Name.In(language)}: {string.Join(" ", v.Reasons)}")),
            ["writtenWith"] = $"{library.GetName().Name} {library.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version}",
        }));
        using var text = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(notice.ToString(Formatting.Indented));
    }
}
