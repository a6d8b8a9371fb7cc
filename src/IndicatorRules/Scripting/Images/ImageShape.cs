using System.Reflection.Metadata;

namespace IndicatorRules.Scripting.Images;

/// <summary>The kinds of type that an image of rules is made of, told by what they derive from. Immutable.</summary>
internal sealed class ImageShape
{
    private readonly string[] _overrides;

    private ImageShape(params string[] overrides) => _overrides = overrides;

    /// <summary>The module's own, empty.</summary>
    internal static ImageShape Module { get; } = new();

    /// <summary>The submission: holds nothing but the way in.</summary>
    internal static ImageShape Submission { get; } = new();

    /// <summary>The submission's state machine, which makes the rule table.</summary>
    internal static ImageShape Starter { get; } = new("MoveNext", "SetStateMachine");

    /// <summary>A list of choices.</summary>
    internal static ImageShape Choice { get; } = new();

    /// <summary>The conclusion of a scheme.</summary>
    internal static ImageShape Conclusion { get; } = new("Script");

    /// <summary>The checks of a scheme.</summary>
    internal static ImageShape Checks { get; } = new("Check");

    /// <summary>The typed place, its shares, items, rows by name.</summary>
    internal static ImageShape Typed { get; } = new();

    /// <summary>The rules of one indicator.</summary>
    internal static ImageShape Rules { get; } = new("Rule", "StageRule");

    /// <summary>The states of an indicator, the grades of a scheme, or the functions it declares.</summary>
    internal static ImageShape States { get; } = new();

    /// <summary>Lambdas that capture nothing, made once.</summary>
    internal static ImageShape Lambdas { get; } = new();

    /// <summary>What a lambda or local function captures.</summary>
    internal static ImageShape Captured { get; } = new();

    /// <summary>The compiler's own helper, which ends a switch that no case fits.</summary>
    internal static ImageShape Details { get; } = new();

    /// <summary>What a method of such a type may do beyond what rules do.</summary>
    internal InstructionSet Instructions(string method) =>
        this == Submission || (this == Starter && method == "MoveNext") ? InstructionSet.Starter
        : this == Details ? InstructionSet.Details
        : InstructionSet.Rules;

    internal bool MayOverride(string method) => _overrides.Contains(method);

    /// <exception cref="ImageRefusedException">The type is none of these.</exception>
    internal static ImageShape Of(MetadataReader reader, ImageNames names, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        if (type.BaseType.IsNil)
        {
            return name == "<Module>" ? Module : throw new ImageRefusedException($"the interface {name}");
        }

        var parent = names.Type(reader, type.BaseType);
        var open = parent.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? parent[..at] : parent;
        return open switch
        {
            "System.Enum" => Choice,
            "IndicatorRules.Contract.Rules.PlaceContext" or "IndicatorRules.Contract.Rules.PlaceShares" or "IndicatorRules.Contract.Rules.ItemSet"
                or "IndicatorRules.Contract.Conclusions.OutcomeSet" or "IndicatorRules.Contract.Conclusions.DomainSet"
                or "IndicatorRules.Contract.Checks.CheckedSet" or "IndicatorRules.Contract.Checks.CheckedItems"
                or "IndicatorRules.Contract.Checks.BackgroundSet" => Typed,
            "IndicatorRules.Contract.Conclusions.ConclusionContext`3" => Conclusion,
            "IndicatorRules.Contract.Checks.CheckContext`3" => Checks,
            "IndicatorRules.Contract.Rules.RuleContext`2" => Rules,
            "System.Object" or "System.ValueType" => OfPlain(name),
            _ => throw new ImageRefusedException($"a type derived from {parent}"),
        };
    }

    private static ImageShape OfPlain(string name) => name switch
    {
        "Submission#0" => Submission,
        "State" or "Grade" or "Functions" => States,
        "<>c" => Lambdas,
        _ when name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) => Details,
        _ when name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal) => Captured,
        _ when name.StartsWith("<<Initialize>>", StringComparison.Ordinal) => Starter,
        _ => throw new ImageRefusedException($"the type {name}"),
    };
}
