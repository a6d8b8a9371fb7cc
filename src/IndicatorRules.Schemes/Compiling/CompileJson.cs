using System.Text.Json.Serialization;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>The JSON of the frames, generated at build so that a worker starts without reflection.</summary>
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResponse))]
internal sealed partial class CompileJson : JsonSerializerContext
{
}
