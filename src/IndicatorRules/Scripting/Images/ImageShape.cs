using System.Reflection;
using System.Reflection.Metadata;

namespace IndicatorRules.Scripting.Images;

/// <summary>The kinds of type that an image of rules consists of, distinguished by base type. Immutable.</summary>
internal sealed class ImageShape
{
    private const TypeAttributes Inner = TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;

    private readonly string[] _overrides;

    private ImageShape(TypeAttributes attributes, params string[] overrides) => (Attributes, _overrides) = (attributes, overrides);

    /// <summary>The attributes with which the compiler declares such a type.</summary>
    internal TypeAttributes Attributes { get; }

    /// <summary>The method that such a type must have; null when there is none.</summary>
    internal string? Needed => _overrides.FirstOrDefault();

    /// <summary>The empty <c>&lt;Module&gt;</c>.</summary>
    internal static ImageShape Module { get; } = new(TypeAttributes.NotPublic);

    /// <summary>The submission, with the entry point alone.</summary>
    internal static ImageShape Submission { get; } = new(TypeAttributes.Public | Inner);

    /// <summary>The submission's state machine, which creates the rule table.</summary>
    internal static ImageShape Starter { get; } = new(TypeAttributes.NestedPublic | Inner, "MoveNext instance Void()",
        "SetStateMachine instance Void(System.Runtime.CompilerServices.IAsyncStateMachine)");

    /// <summary>The enum of a choice attribute.</summary>
    internal static ImageShape Choice { get; } = new(TypeAttributes.NestedPublic | TypeAttributes.Sealed);

    internal static ImageShape Conclusion { get; } = new(
        TypeAttributes.NestedPublic | Inner, "Script instance IndicatorRules.Contract.Conclusions.Conclusion()");

    internal static ImageShape Checks { get; } = new(
        TypeAttributes.NestedPublic | Inner, "Check instance IndicatorRules.Contract.Checks.Contradictions(Int32)");

    /// <summary>The typed place, its shares, items, and rows by name.</summary>
    internal static ImageShape Typed { get; } = new(TypeAttributes.NestedPublic | Inner);

    internal static ImageShape Rules { get; } = new(TypeAttributes.NestedPublic | Inner, "Rule instance IndicatorRules.Contract.Verdict()",
        "StageRule instance IndicatorRules.Contract.Verdict(Int32)");

    /// <summary>The states of an indicator, the grades of a scheme, or the functions that it declares.</summary>
    internal static ImageShape States { get; } = new(TypeAttributes.NestedPrivate | TypeAttributes.Abstract | Inner);

    /// <summary>The class of lambdas without captures.</summary>
    internal static ImageShape Lambdas { get; } = new(TypeAttributes.NestedPrivate | Inner);

    /// <summary>The closure of a lambda or local function.</summary>
    internal static ImageShape Captured { get; } = new(TypeAttributes.NestedPrivate | Inner);

    /// <summary>The compiler's helper that throws when no case of a switch matches.</summary>
    internal static ImageShape Details { get; } = new(TypeAttributes.NotPublic | TypeAttributes.Sealed);

    /// <summary>Whether the type is nested in the submission itself and not in a rule.</summary>
    internal bool IsOfTheSubmission => (Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NestedPublic;

    /// <summary>Whether such a type may override a method, given with its signature.</summary>
    internal bool MayOverride(string method) => _overrides.Contains(method);

    /// <exception cref="ImageRefusedException">The type is of none of these kinds.</exception>
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
            "IndicatorRules.Contract.Rules.PlaceContext" or "IndicatorRules.Contract.Rules.PlaceShares"
                or "IndicatorRules.Contract.Rules.ItemSet"
                or "IndicatorRules.Contract.Conclusions.OutcomeSet" or "IndicatorRules.Contract.Conclusions.DomainSet"
                or "IndicatorRules.Contract.Conclusions.KindSet"
                or "IndicatorRules.Contract.Checks.CheckedSet" or "IndicatorRules.Contract.Checks.CheckedItems"
                or "IndicatorRules.Contract.Checks.BackgroundSet" => Typed,
            "IndicatorRules.Contract.Conclusions.ConclusionContext`4" => Conclusion,
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
