using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A scheme as it was composed, whatever is wrong with it. Immutable.</summary>
/// <param name="Scheme">The scheme; not to be used where there are errors.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record ComposedScheme(Scheme Scheme, ImmutableArray<Diagnostic> Diagnostics)
{
    internal static ComposedScheme Of(SchemeDraft draft, ImmutableArray<Scheme> uppers)
    {
        var bag = new DiagnosticBag();
        var scheme = new SchemeComposer(draft, uppers, bag).Compose();
        return new(scheme, bag.ToImmutable());
    }

    /// <summary>All that decides what is composed: the draft and its upper schemes, each the very same object.</summary>
    internal sealed class Key(SchemeDraft draft, ImmutableArray<Scheme> uppers) : IEquatable<Key>
    {
        internal SchemeDraft Draft => draft;

        internal ImmutableArray<Scheme> Uppers => uppers;

        public bool Equals(Key? other) => other is not null && ReferenceEquals(draft, other.Draft)
            && uppers.AsSpan().SequenceEqual(other.Uppers.AsSpan(), ReferenceEqualityComparer.Instance);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(draft));
            foreach (var upper in uppers)
            {
                hash.Add(RuntimeHelpers.GetHashCode(upper));
            }

            return hash.ToHashCode();
        }
    }
}
