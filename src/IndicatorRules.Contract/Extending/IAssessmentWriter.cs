using System.Collections.Immutable;

namespace IndicatorRules.Contract.Extending;

/// <summary>Writes assessments in a form of its own. Written by strangers; needs a constructor without parameters.</summary>
/// <remarks>The host may call it on any thread, one call at a time; it gives up a call that does not come back in time.</remarks>
public interface IAssessmentWriter
{
    /// <summary>Writes all of it; what was written before an exception is thrown away.</summary>
    /// <param name="assessments">At least one.</param>
    /// <param name="language">The language of what is written.</param>
    /// <param name="target">Where to; the host closes it.</param>
    void Write(ImmutableArray<AssessmentView> assessments, Language language, Stream target);
}
