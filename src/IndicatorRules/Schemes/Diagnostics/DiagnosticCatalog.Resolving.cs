namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A scheme is unknown.</summary>
    public static DiagnosticDescriptor SchemeNotFound { get; } = Error(
        "IR3001", "找不到指标体系 `{0}`{1}。", "Unknown scheme `{0}`{1}.",
        "请检查名称，`list` 列出全部；体系放在别处的，用 `--plugins` 指明它所在的目录。",
        "Check the name (`list` lists all), or name the plugin folder with `--plugins`.");

    /// <summary>No version is in the range.</summary>
    public static DiagnosticDescriptor NoVersionInRange { get; } = Error(
        "IR3002", "指标体系 `{0}` 没有满足 {1} 的版本，现有：{2}{3}。", "No version of `{0}` is in {1}; available: {2}{3}.",
        "请安装合适的版本，或放宽范围。", "Install a matching version, or widen the range.");

    /// <summary>Schemes extend each other.</summary>
    public static DiagnosticDescriptor Cycle { get; } = Error(
        "IR3003", "指标体系相互继承，形成循环：{0}。", "The schemes extend each other in a circle: {0}.",
        "请断开其中一环。", "Break one link.");

    /// <summary>Two folders have the same id and version.</summary>
    public static DiagnosticDescriptor DuplicateScheme { get; } = Error(
        "IR3004", "`{0}` {1} 同时出现在 `{2}` 和 `{3}`{4}。", "`{0}` {1} is both in `{2}` and in `{3}`{4}.",
        "同一版本只能有一份：请删去一份，或改动其中一份的版本号。",
        "Remove one copy, or give it another version.");

    /// <summary><c>from</c> names a scheme that is not extended.</summary>
    public static DiagnosticDescriptor FromNotExtended { get; } = Error(
        "IR3005", "`from` 中的 `{0}` 不在 `extends` 里。", "`from` names `{0}`, which is not under `extends`.",
        "请先在 `extends` 中写明。", "Name it under `extends` first.");

    /// <summary><c>from</c> names a scheme without such an indicator.</summary>
    public static DiagnosticDescriptor FromLacksIndicator { get; } = Error(
        "IR3006", "{0}体系 `{1}`（{4}）中没有{3}：编号 `{2}` 被删去、改了名，或这里写错了。",
        "The upper scheme `{1}` ({0}, {4}) does not have {3}: the id `{2}` was removed, renamed or misspelt here.",
        "请恢复这一项，或在 `from` 中写它现在的编号；不再要求的，从 `from` 中去掉该体系。",
        "Restore it there, or write its present id in `from`; remove the scheme from `from` if it asks for it no longer.");

    /// <summary>Upper schemes disagree.</summary>
    public static DiagnosticDescriptor UppersDisagree { get; } = Error(
        "IR3007", "各上级体系对指标 `{0}` 的 `{1}` 写法不一：{2}。", "The upper schemes disagree on `{1}` of the indicator `{0}`: {2}.",
        "请在 `override` 中写明以什么为准。", "Give the field under `override`.");

    /// <summary>Upper schemes print different targets, and all of them are printed.</summary>
    public static DiagnosticDescriptor TargetsDisagree { get; } = Warning(
        "IR5356", "第{0}项“{1}”的指标值，各上级写法不一：{2}。表中几种都印。",
        "The upper schemes print different targets of no. {0} `{1}`: {2}. All of them are printed.",
        "各级的要求仍然都判。只印一种的，写在本项的 `override` 里：`\"target\"` 写要印的，`\"because\"` 写理由。",
        "The requirements of all are judged. To print one, give it as `target` under `override`, with the reason under `because`.");

    /// <summary>A field beside <c>from</c> is not declared as an override.</summary>
    public static DiagnosticDescriptor UndeclaredOverride { get; } = Error(
        "IR3008", "指标 `{0}` 继承自上级体系，不能直接改写 `{1}`。",
        "The indicator `{0}` is taken over, so its `{1}` can only be changed under `override`.",
        "把它移到 `override` 里，并在 `because` 中说明理由。", "Move it into `override` and give the reason under `because`.");

    /// <summary>A folder has no scheme.</summary>
    public static DiagnosticDescriptor NoScheme { get; } = Error(
        "IR3009", "文件夹 `{0}` 中没有 scheme.json。", "The folder `{0}` has no scheme.json.",
        "请指明指标体系文件夹。", "Name a plugin's folder.");

    /// <summary>No version satisfies all ranges in a lineage.</summary>
    public static DiagnosticDescriptor VersionConflict { get; } = Error(
        "IR3010", "对 `{0}` 的版本要求无法同时满足：{1}。", "No version of `{0}` satisfies all ranges: {1}.",
        "请让这些 `extends` 的范围有共同的版本，或升级其中落后的体系。",
        "Change these ranges under `extends` so that they share a version, or update the outdated scheme.");

    /// <summary>A folder changes while it is read.</summary>
    public static DiagnosticDescriptor PluginInMotion { get; } = Error(
        "IR3011", "文件夹 `{0}` 正在被改写，读到的内容前后不一。",
        "The folder `{0}` is being modified and cannot be read consistently.",
        "写完后会再读。", "It is read again when the changes are complete.");

    /// <summary>A locked version is missing.</summary>
    public static DiagnosticDescriptor LockedVersionGone { get; } = Error(
        "IR3012", "锁定的 `{0}` {1} 不在指标体系文件夹中，现有版本：{2}。",
        "The locked `{0}` {1} is not among the plugins; available: {2}.",
        "请装回该版本，或用 `assess --lock` 重新锁定。", "Install that version again, or lock again with `assess --lock`.");

    /// <summary>The files of a locked version changed.</summary>
    public static DiagnosticDescriptor LockedHashDiffers { get; } = Error(
        "IR3013", "`{0}` {1} 在锁定之后改动过：锁定的是 {2}，现在是 {3}。",
        "`{0}` {1} was changed after it was locked: {2} then, {3} now.",
        "请恢复原来的文件，或用 `assess --lock` 重新锁定。", "Restore its files, or lock again with `assess --lock`.");

    /// <summary>The lock file does not list a scheme.</summary>
    public static DiagnosticDescriptor NotLocked { get; } = Error(
        "IR3014", "`{0}` 不在锁定文件 `{1}` 中。", "`{0}` is not in the lock file `{1}`.",
        "请用 `assess --lock` 把它一并锁定，或不用 `--locked`。", "Lock it too with `assess --lock`, or leave `--locked` out.");

    /// <summary>A lineage has too many schemes.</summary>
    public static DiagnosticDescriptor LineageTooLong { get; } = Error(
        "IR3051", "体系 `{0}` 连同逐级继承的上级体系超过 {1} 个：{2}。",
        "The lineage of the scheme `{0}` has more than {1} schemes: {2}.",
        "请让各体系直接继承真正需要的上级，去掉中间多余的层级。",
        "Extend the schemes that are needed directly, and leave out the levels between.");

    /// <summary>A lineage has too many indicators and items.</summary>
    public static DiagnosticDescriptor LineageTooManyFigures { get; } = Error(
        "IR3052", "体系 `{0}` 连同上级体系的指标和分项合计超过 {1} 个：{2}。",
        "The lineage of the scheme `{0}` has more than {1} indicators and items: {2}.",
        "请减少上级体系的层级，或拆成几个体系分别评估。",
        "Extend fewer schemes, or split it into several that are judged one by one.");

    /// <summary>A lineage renames indicators in too many ways.</summary>
    public static DiagnosticDescriptor LineageRenames { get; } = Error(
        "IR3053", "体系 `{0}` 的上级体系对同一指标的改名方式超过 {1} 种：{2}。",
        "The lineage of the scheme `{0}` renames the same indicators in more than {1} ways: {2}.",
        "请让各级体系对同一指标使用同一个编号。", "Use the same id for an indicator in all of them.");
}
