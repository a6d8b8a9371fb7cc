using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A composed scheme with its diagnostics. Immutable.</summary>
/// <param name="Scheme">The scheme, which is unusable if there are errors.</param>
/// <param name="Diagnostics">The diagnostics of composing it.</param>
internal sealed record ComposedScheme(Scheme Scheme, ImmutableArray<Diagnostic> Diagnostics)
{
    internal static ComposedScheme Of(SchemeDraft draft, ImmutableArray<Scheme> uppers)
    {
        var bag = new DiagnosticBag();
        var scheme = new SchemeComposer(draft, uppers, bag).Compose();
        return new(scheme, bag.ToImmutable());
    }

    /// <summary>The input of a composition: the draft and its upper schemes, compared by reference.</summary>
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
