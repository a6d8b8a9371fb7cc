using System.Text;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Texts that look like C#: half grammar, half noise.</summary>
internal static class RandomScript
{
    private static readonly string[] Tokens =
    [
        "AtLeast", "AtMost", "MoreThan", "Value", "Items", "Items.Straw", "Place.Climate", "Climate.Arid",
        "Place.Terrain.Plain", "State.Drafting",
        "SuperiorTask.Completed()", "StableOrImproving()", "Improving()", "When", "EachItem", "Upper(\"upper\")", "Unknown(\"?\")",
        "Year", "(", ")", "(", ")",
        "{", "}", "[", "]", ",", ";", ".", "?", ":", "=>", "=", "==", "!=", "<", ">", "<=", ">=", "&", "|", "&&", "||", "+", "-",
        "*", "/", "%", "!", "~", "^",
        "1", "20", "4.5", "1e10", "0x1F", "79228162514264337593543950335", "\"text\"", "\"\"", "'c'", "// note\n", "/* note */", "var",
        "decimal", "int", "bool",
        "string", "object", "if", "else", "switch", "case", "default", "break", "return", "for", "while", "foreach", "in", "new", "this",
        "base", "typeof", "is", "not", "and",
        "or", "null", "true", "false", "static", "async", "await", "ref", "out", "params", "x", "y", "f", "_", "i", "System",
        "System.IO.File", "global", "::", "$", "@", "#", "\\",
        "\n", " ",
    ];

    // What is asked of a text that is known only when the rule runs.
    private static readonly string[] Texts = [" == \"e\"", " != \"e\"", " is \"e\"", " is not (\"a\" or \"b\")", " + \"x\" == \"ex\""];

    internal static string Token(Random random) => Tokens[random.Next(Tokens.Length)] + (random.Next(3) == 0 ? "" : " ");

    internal static string Make(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(3) == 0)
        {
            for (var count = random.Next(1, 200); count > 0; count--)
            {
                text.Append(Token(random));
            }
        }
        else
        {
            Verdict(text, random, random.Next(1, 12));
        }

        return text.ToString();
    }

    private static void Verdict(StringBuilder text, Random random, int depth)
    {
        switch (depth <= 0 ? random.Next(4) : random.Next(14))
        {
            case 0:
                Join(text, "AtLeast(", () => Number(text, random, depth - 1), ")");
                break;
            case 1:
                text.Append("Items.Straw.AtMost(4.5)");
                break;
            case 2:
                text.Append("SuperiorTask.Completed()");
                break;
            case 3:
                text.Append("Is(State.Implemented)");
                break;
            case 4 or 5:
                Join(text, "(", () => Verdict(text, random, depth - 1), random.Next(2) == 0 ? " & " : " | ");
                Join(text, "", () => Verdict(text, random, depth - 1), ")");
                break;
            case 6:
                Join(text, "When(Value > 3, ", () => Verdict(text, random, depth - 1), ", otherwise: ");
                Join(text, "", () => Verdict(text, random, depth - 1), ")");
                break;
            case 7:
                Join(text, "(Place.Climate switch { Climate.Arid => ", () => Verdict(text, random, depth - 1), ", _ => ");
                Join(text, "", () => Verdict(text, random, depth - 1), " })");
                break;
            case 8:
                Join(text, "(Year > 2022 ? ", () => Verdict(text, random, depth - 1), " : ");
                Join(text, "", () => Verdict(text, random, depth - 1), ")");
                break;
            case 9:
                Join(text, "((Year > 2022 ? \"e\" : \"f\")" + Texts[random.Next(Texts.Length)] + " ? ", () =>
                    Verdict(text, random, depth - 1), " : ");
                Join(text, "", () => Verdict(text, random, depth - 1), ")");
                break;
            case 10:
                Join(text, "((Year - 2020) switch { 1 => ", () => Verdict(text, random, depth - 1), ", > 3 => ");
                Join(text, "", () => Verdict(text, random, depth - 1), " })");
                break;
            case 11:
                Join(text, "((Year > 2022) switch { true => ", () => Verdict(text, random, depth - 1), " })");
                break;
            case 12:
                Join(text, "((Year > 2022 ? \"e\" : \"f\") switch { \"e\" => ", () => Verdict(text, random, depth - 1), ", _ => ");
                Join(text, "", () => Verdict(text, random, depth - 1), " })");
                break;
            default:
                text.Append("EachItem(i => i.StableOrImproving() & i.AtLeast(1))");
                break;
        }
    }

    private static void Number(StringBuilder text, Random random, int depth)
    {
        if (depth <= 0 || random.Next(2) == 0)
        {
            text.Append(random.Next(1000)).Append('.').Append(random.Next(100));
            return;
        }

        Join(text, "(", () => Number(text, random, depth - 1), random.Next(3) switch { 0 => " * ", 1 => " + ", _ => " / " });
        Join(text, "", () => Number(text, random, depth - 1), ")");
    }

    private static void Join(StringBuilder text, string before, Action inner, string after)
    {
        text.Append(before);
        inner();
        text.Append(after);
    }
}
