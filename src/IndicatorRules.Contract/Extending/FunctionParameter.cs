namespace IndicatorRules.Contract.Extending;

/// <summary>One figure that a function takes. Immutable.</summary>
/// <param name="Name">Its name, as the scheme declares it.</param>
/// <param name="Unit">The unit that it is handed in; nothing is converted.</param>
public sealed record FunctionParameter(string Name, string Unit);
