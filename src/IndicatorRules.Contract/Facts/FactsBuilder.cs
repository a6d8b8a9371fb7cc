using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>Builds the facts of a place in code; begin with <see cref="PlaceFacts.For"/>. One thread at a time.</summary>
/// <remarks>A wrong argument is an <see cref="ArgumentException"/> where it is given, and never a fault of a later call.</remarks>
/// <example><code>
/// var facts = PlaceFacts.For("140926", "静乐县", "jingle-county")
///     .Choice("Climate", "半湿润地区").Shares("Terrain", ("Mountain", 49), ("Hill", 37), ("Plain", 14))
///     .Year(2021, y => y.Number("eco-appraisal-share", 25, "%").State("eco-plan", "正在制定"))
///     .Year(2022, y => y.Number("eco-appraisal-share", 28, "%").State("eco-plan", "制定实施").Cell("forest-grass-cover", "≥59"))
///     .Build();
/// </code></example>
public sealed class FactsBuilder
{
    private readonly string _code;
    private readonly string _name;
    private readonly string? _scheme;
    private readonly List<AttributeValue> _attributes = [];
    private readonly SortedList<int, YearFacts> _years = [];
    private string _level = "";
    private string _note = "";

    internal FactsBuilder(string code, string name, string? scheme)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (scheme is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        }

        (_code, _name, _scheme) = (code, name, scheme);
    }

    /// <summary>The level of the place's administration: county, city, province.</summary>
    public FactsBuilder Level(string level)
    {
        ArgumentNullException.ThrowIfNull(level);
        _level = level;
        return this;
    }

    /// <summary>Words of the facts about themselves, such as that the figures are invented.</summary>
    public FactsBuilder Note(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        _note = note;
        return this;
    }

    /// <summary>An attribute of the place that is one of the scheme's choices, by id or words.</summary>
    public FactsBuilder Choice(string attributeId, string choice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(choice);
        return Attribute(new AttributeValue { Id = Given.Id(attributeId), Choice = choice });
    }

    /// <summary>An attribute of the place that is a number.</summary>
    public FactsBuilder Number(string attributeId, decimal number) =>
        Attribute(new AttributeValue { Id = Given.Id(attributeId), Number = number });

    /// <summary>An attribute of the place that is shares in percent.</summary>
    /// <exception cref="ArgumentException">A part is given twice, or none is.</exception>
    public FactsBuilder Shares(string attributeId, params (string Part, decimal Percent)[] shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return shares.Length > 0 && shares.DistinctBy(s => s.Part).Count() == shares.Length
            ? Attribute(new AttributeValue
            {
                Id = Given.Id(attributeId),
                Shares = [.. shares.Select(s => new Share(Given.Id(s.Part, nameof(shares)), s.Percent))],
            })
            : throw new ArgumentException("Each part needs one share.", nameof(shares));
    }

    /// <summary>An attribute of the place with all that can be said of it.</summary>
    /// <exception cref="ArgumentException">The attribute is given twice.</exception>
    public FactsBuilder Attribute(AttributeValue attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (_attributes.Exists(a => a.Id == attribute.Id))
        {
            throw new ArgumentException($"The attribute {attribute.Id} is given twice.", nameof(attribute));
        }

        _attributes.Add(attribute);
        return this;
    }

    /// <summary>One year.</summary>
    /// <param name="year">The year, 1949 to 2200.</param>
    /// <param name="figures">Gives the figures of the year.</param>
    /// <exception cref="ArgumentException">The year is given twice, or a figure of it.</exception>
    public FactsBuilder Year(int year, Action<YearBuilder> figures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1949);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2200);
        ArgumentNullException.ThrowIfNull(figures);
        if (_years.ContainsKey(year))
        {
            throw new ArgumentException($"The year {year} is given twice.", nameof(year));
        }

        var builder = new YearBuilder(year);
        figures(builder);
        _years.Add(year, builder.Build());
        return this;
    }

    /// <summary>The facts; the builder can be used further.</summary>
    /// <exception cref="InvalidOperationException">No year was given.</exception>
    public PlaceFacts Build() => _years.Count == 0
        ? throw new InvalidOperationException("Facts need at least one year.")
        : new PlaceFacts(
            new Place { Code = _code, Name = _name, Level = _level, Attributes = [.. _attributes] }, _years.Values)
        {
            Note = _note,
            Scheme = _scheme,
        };
}

/// <summary>Builds the facts of one year. Each figure is given once. One thread at a time.</summary>
public sealed class YearBuilder
{
    private readonly int _year;
    private readonly OrderedDictionary<string, IndicatorFacts> _indicators = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly List<BackgroundFact> _background = [];
    private readonly List<Adjustment> _adjustments = [];

    internal YearBuilder(int year) => _year = year;

    /// <summary>A number.</summary>
    /// <param name="id">The indicator.</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit; null to leave it to the scheme.</param>
    public YearBuilder Number(string id, decimal value, string? unit = null) =>
        Fact(id, new Fact { Value = Reading.Number(value), Unit = unit });

    /// <summary>What a person wrote into a cell: <c>55-70</c>, <c>≥95</c>, <c>28%</c>, <c>无</c>, <c>已建立</c>.</summary>
    /// <param name="id">The indicator.</param>
    /// <param name="text">The text; see <see cref="ReadingParser"/>.</param>
    /// <param name="unit">The unit, where the text has none.</param>
    /// <exception cref="ArgumentException">The text has another unit.</exception>
    public YearBuilder Cell(string id, string text, string? unit = null) => Fact(id, Parsed(text, unit));

    /// <summary>A state of the scheme, by id or words: <c>正在制定</c>.</summary>
    public YearBuilder State(string id, string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        return Fact(id, new Fact { Value = Reading.Words(state) });
    }

    /// <summary>No figure, and why.</summary>
    public YearBuilder Absent(string id, AbsenceKind why) => Fact(id, new Fact { Value = Reading.Absent(why) });

    /// <summary>An indicator's fact with all that can be said of it: its source, what the table reports, a trend.</summary>
    /// <exception cref="ArgumentException">The indicator is given twice.</exception>
    public YearBuilder Fact(string id, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (!_own.Add(Given.Id(id)))
        {
            throw Twice(id);
        }

        _indicators[id] = Row(id) with { Own = fact };
        return this;
    }

    /// <summary>The number of an item.</summary>
    /// <param name="id">The indicator.</param>
    /// <param name="item">The item.</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit; null to leave it to the scheme.</param>
    public YearBuilder Item(string id, string item, decimal value, string? unit = null) =>
        Item(id, item, new Fact { Value = Reading.Number(value), Unit = unit });

    /// <summary>What a person wrote into the cell of an item; as <see cref="Cell"/>.</summary>
    public YearBuilder Item(string id, string item, string text, string? unit = null) => Item(id, item, Parsed(text, unit));

    /// <summary>An item's fact with all that can be said of it.</summary>
    /// <exception cref="ArgumentException">The item is given twice.</exception>
    public YearBuilder Item(string id, string item, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var row = Row(Given.Id(id));
        if (row.Items.Any(i => i.Id == Given.Id(item)))
        {
            throw Twice($"{id}/{item}");
        }

        _indicators[id] = row with { Items = row.Items.Add(new ItemFact(item, fact)) };
        return this;
    }

    /// <summary>The superior's task of an indicator.</summary>
    /// <exception cref="ArgumentException">The task is given twice.</exception>
    public YearBuilder Task(string id, SuperiorTaskFacts task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var row = Row(Given.Id(id));
        _indicators[id] = row.SuperiorTask == SuperiorTaskFacts.NotStated ? row with { SuperiorTask = task } : throw Twice(id);
        return this;
    }

    /// <summary>A figure beside the table.</summary>
    /// <param name="id">The figure's id in the scheme.</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit; null to leave it to the scheme.</param>
    /// <exception cref="ArgumentException">The figure is given twice.</exception>
    public YearBuilder Background(string id, decimal value, string? unit = null)
    {
        if (_background.Exists(b => b.Id == Given.Id(id)))
        {
            throw Twice(id);
        }

        _background.Add(new BackgroundFact(id, new Fact { Value = Reading.Number(value), Unit = unit }));
        return this;
    }

    /// <summary>Points added, or taken away where negative, by judgement; several of one id are several reasons.</summary>
    public YearBuilder Adjust(string id, decimal points, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _adjustments.Add(new Adjustment(Given.Id(id), points, reason));
        return this;
    }

    internal YearFacts Build() =>
        new(_year, _indicators.Values.AsEnumerable()) { Background = [.. _background], Adjustments = [.. _adjustments] };

    private IndicatorFacts Row(string id) => _indicators.GetValueOrDefault(id) ?? new IndicatorFacts { Id = id };

    private static Fact Parsed(string text, string? unit)
    {
        var cell = ReadingParser.Parse(text);
        if (cell.Reading is { Kind: ReadingKind.Quota, Done: { } done, Assigned: { } assigned } && unit is not null && cell.Unit is null)
        {
            return new Fact { Value = Reading.Quota(done, assigned, unit) };
        }

        return cell.Unit is null || unit is null || UnitName.Same(cell.Unit, unit)
            ? new Fact
            {
                Value = cell.Reading,
                Unit = cell.Reading.Kind == ReadingKind.Quota ? null : unit ?? cell.Unit,
                OfYear = cell.OfYear,
            }
            : throw new ArgumentException($"The text is in {cell.Unit} and not in {unit}.", nameof(unit));
    }

    private ArgumentException Twice(string id) => new($"{_year} gives {id} twice.", nameof(id));
}
