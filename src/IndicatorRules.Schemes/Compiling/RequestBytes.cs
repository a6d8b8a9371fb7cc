using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>A request as bytes, for its name alone: equal requests give equal bytes, others give others.</summary>
/// <remarks>
/// Written by hand because every start of a host needs it and the general serializer costs more than all the rest of a
/// warm start. Every property of a request stands here; a test changes each in turn.
/// </remarks>
internal static class RequestBytes
{
    internal static byte[] Of(CompileRequest request)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        Write(to, request);
        to.Flush();
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter to, CompileRequest request)
    {
        to.Write(request.Place.Length);
        foreach (var attribute in request.Place)
        {
            to.Write(attribute.Id);
            to.Write((int)attribute.Kind);
            Write(to, attribute.Choices);
        }

        to.Write(request.Rules.Length);
        foreach (var rule in request.Rules)
        {
            Write(to, rule);
        }
    }

    private static void Write(BinaryWriter to, RuleShape rule)
    {
        Write(to, rule.Own);
        to.Write(rule.Items.Length);
        foreach (var item in rule.Items)
        {
            Write(to, item);
        }

        Write(to, rule.Uppers);
        Write(to, rule.Rule);
        to.Write(rule.Stages.Length);
        foreach (var stage in rule.Stages)
        {
            Write(to, stage);
        }
    }

    private static void Write(BinaryWriter to, FigureShape figure)
    {
        to.Write(figure.Id);
        to.Write(figure.HasDirection);
        Write(to, figure.States);
    }

    private static void Write(BinaryWriter to, RuleUnit unit)
    {
        to.Write(unit.Code);
        to.Write(unit.File);
        to.Write(unit.Line);
        to.Write(unit.IsExpression);
    }

    private static void Write(BinaryWriter to, ImmutableArray<string> words)
    {
        to.Write(words.Length);
        foreach (var word in words)
        {
            to.Write(word);
        }
    }
}
