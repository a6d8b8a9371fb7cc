using System.Text.Json.Serialization;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>The JSON of the frames, generated at build so that a worker starts without reflection.</summary>
/// <remarks>Metadata alone: the generated writers would turn a missing image into an empty one.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResponse))]
internal sealed partial class CompileJson : JsonSerializerContext
{
}
