namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>What loads when layers are taken away, and does no harm in fact; what is on it must keep being harmless.</summary>
internal static class Harmless
{
    /// <summary>Paths without layer and diagnostic.</summary>
    internal static HashSet<string> Paths { get; } =
    [
        // Deceives the eye and nothing else: to the machine it is a plain rule.
        .. (string[])
        [
            "directives-and-lying-text/backspace", "directives-and-lying-text/bell-escape",
            "directives-and-lying-text/byte-order-mark-within", "directives-and-lying-text/character",
            "directives-and-lying-text/chinese-name", "directives-and-lying-text/combining-mark",
            "directives-and-lying-text/escape-character", "directives-and-lying-text/escaped-letter",
            "directives-and-lying-text/escaped-letter-long", "directives-and-lying-text/escaped-quote-in-text",
            "directives-and-lying-text/form-feed", "directives-and-lying-text/hexadecimal-escape",
            "directives-and-lying-text/homoglyph-variable", "directives-and-lying-text/ideographic-space",
            "directives-and-lying-text/left-to-right-isolate", "directives-and-lying-text/no-break-space",
            "directives-and-lying-text/null-escape", "directives-and-lying-text/private-use",
            "directives-and-lying-text/right-to-left-override", "directives-and-lying-text/right-to-left-override-in-text",
            "directives-and-lying-text/soft-hyphen", "directives-and-lying-text/tag-characters",
            "directives-and-lying-text/verbatim-keyword", "directives-and-lying-text/verbatim-name",
            "directives-and-lying-text/verbatim-string", "directives-and-lying-text/verbatim-string-backslash",
            "directives-and-lying-text/vertical-tab", "directives-and-lying-text/zero-width-joiner",
            "directives-and-lying-text/zero-width-space", "directives-and-lying-text/zero-width-space-in-comment",
        ],
        // Two rules joined: the brackets end where the method does.
        .. (string[])
        [
            "interop-and-load/bracket-smuggling",
        ],
        // The compiler computes it, or drops it as never used or never reached: nothing of it is in the image.
        .. (string[])
        [
            "compiler-bombs/assignment-chain", "compiler-bombs/checked-chain", "compiler-bombs/deep-array-type",
            "compiler-bombs/doubled-tuple-types", "defeating-guards/catch-filter", "defeating-guards/checked-block",
            "defeating-guards/discard-assignment", "defeating-guards/finally", "defeating-guards/local-constant",
            "defeating-guards/loose-call", "defeating-guards/shift", "hijacking-names/enum-of-the-host",
            "memory-safety/native-int", "memory-safety/null", "memory-safety/sizeof", "memory-safety/span",
            "memory-safety/suppressed-value", "never-ending/goto-default", "never-ending/label", "never-ending/while-false",
            "nondeterminism/floating-sum", "platform/case-label", "platform/comparison-with-null-text",
            "platform/constant-pattern", "platform/decimal-max", "platform/floating-local", "platform/int-max",
            "platform/nullable", "platform/string-local", "platform/unreachable", "reflection/dynamic-var",
            "reflection/nameof", "reflection/nameof-own", "reflection/object-local", "reflection/object-local-spelt",
            "reflection/tuple-deconstruction",
        ],
        // Arithmetic and assignment to locals in other words.
        .. (string[])
        [
            "defeating-guards/assignment-in-a-condition", "defeating-guards/assignment-in-an-argument",
            "defeating-guards/coalesce-assignment", "defeating-guards/complement", "defeating-guards/compound-assignment",
            "defeating-guards/exclusive-or", "defeating-guards/increment", "defeating-guards/increment-in-an-argument",
            "defeating-guards/switch-on-a-figure", "defeating-guards/unchecked-value", "leaks/assign-parameter",
            "leaks/year-kept-beyond-each-year",
            "platform/string-parameter", "reflection/empty-property-pattern", "reflection/enum-cast",
            "reflection/enum-forged", "reflection/positional-pattern", "reflection/reference-comparison",
            "reflection/reference-equals", "reflection/var-pattern",
        ],
        // Lambdas and functions in other words: a closed image has no other way to run them, and their calls have no circle.
        .. (string[])
        [
            "compiler-bombs/items-in-items-by-functions", "compiler-bombs/lambda-in-lambda-two",
            "compiler-bombs/local-function-in-local-function", "defeating-guards/anonymous-method",
            "defeating-guards/block-lambda", "defeating-guards/parenthesized-lambda", "defeating-guards/static-function",
            "defeating-guards/static-lambda", "defeating-guards/typed-lambda", "leaks/static-lambda-cache",
            "reflection/method-group-local", "stack/recursion-through-a-generated-stage",
            "stack/recursion-through-both-stages",
        ],
        // A reason that points at another line; the verdict is the same.
        .. (string[])
        [
            "defeating-guards/line-by-named-order", "defeating-guards/lying-line", "defeating-guards/lying-line-in-a-state",
            "defeating-guards/lying-line-in-a-trend", "defeating-guards/lying-line-in-an-item",
            "defeating-guards/lying-line-in-completed", "defeating-guards/lying-line-in-unknown",
            "defeating-guards/lying-line-in-upper", "defeating-guards/lying-line-in-when",
            "defeating-guards/lying-line-positional", "leaks/upper-with-arguments-swapped",
        ],
        // A name that hides a word: the next reader errs, the machine does not.
        .. (string[])
        [
            "hijacking-names/function-atleast", "hijacking-names/function-eachitem", "hijacking-names/function-improving",
            "hijacking-names/function-unknown", "hijacking-names/function-upper", "hijacking-names/function-when",
            "hijacking-names/generated-items-type", "hijacking-names/generated-place-type",
            "hijacking-names/generated-shares-type", "hijacking-names/lambda-parameter-items",
            "hijacking-names/lambda-parameter-value", "hijacking-names/local-climate", "hijacking-names/local-figure",
            "hijacking-names/local-items", "hijacking-names/local-place", "hijacking-names/local-place-",
            "hijacking-names/local-previousyear", "hijacking-names/local-rule", "hijacking-names/local-rule-0",
            "hijacking-names/local-sincebaseyear", "hijacking-names/local-stage-0", "hijacking-names/local-stagerule",
            "hijacking-names/local-state", "hijacking-names/local-superiortask", "hijacking-names/local-system",
            "hijacking-names/local-value", "hijacking-names/local-verdict", "hijacking-names/local-year",
            "hijacking-names/parameter-value", "hijacking-names/parameter-year", "hijacking-names/word-of-plans-as-a-local",
        ],
        // The rule's own object, spelt.
        .. (string[])
        [
            "hijacking-names/base-word", "hijacking-names/this-value", "hijacking-names/this-word",
        ],
        // A value made or left empty: where it stands for nothing the rule ends as a fault.
        .. (string[])
        [
            "hijacking-names/new-rule", "hijacking-names/new-state", "hijacking-names/new-state-short",
            "hijacking-names/pattern-variable", "hijacking-names/since-made", "hijacking-names/state-default",
            "leaks/another-place", "leaks/another-rule", "leaks/rule-table", "memory-safety/default-of-type",
            "memory-safety/default-value",
        ],
    ];

    internal static bool Contains(Attempt attempt) => Paths.Contains(attempt.Path[..attempt.Path.IndexOf('.', StringComparison.Ordinal)]);
}
