namespace EdgeInfer.EndToEnd.Input;

/// <param name="Spoil">Is given the folder of a data set in order, named data in the working folder.</param>
/// <param name="Says">What the one line names: file, line, field or option.</param>
/// <param name="Arguments">Of <c>edgeinfer</c>.</param>
internal sealed record BadInput(Action<string> Spoil, string Says, params string[] Arguments)
{
    private static readonly string[] Demo = ["demo", "--quick", "--data", "data"];

    public static IReadOnlyDictionary<string, BadInput> All { get; } = new Dictionary<string, BadInput>
    {
        ["missing folder"] = new(Nothing, "absent: folder not found", "demo", "--data", "absent"),
        ["folder without a description"] = new(Remove("dataset.json"), "data: no dataset.json here", Demo),
        ["unknown task of a folder"] = new(Remove("dataset.json"), "data: unknown task 'juggling'", [.. Demo, "--task", "juggling"]),
        ["unknown task"] = new(Nothing, "--task: unknown task 'juggling'", "demo", "--task", "juggling"),
        ["task without its recordings"] = new(Nothing, "--task: 'har-watch' needs its recordings", "demo", "--task", "har-watch"),
        ["task of another folder"] = new(
            Nothing, "data/dataset.json: describes task 'pumps', not 'har-phone'", [.. Demo, "--task", "har-phone"]),
        ["unknown split"] = new(Nothing, "data: unknown split 'weekdays'", [.. Demo, "--split", "weekdays"]),
        ["empty CSV"] = new(Write("attic-slow.csv", ""), "data/attic-slow.csv: the file is empty", Demo),
        ["CSV without rows"] = new(Write("attic-slow.csv", "x,y\n"), "data/attic-slow.csv: ", Demo),
        ["truncated CSV"] = new(Truncate("dock-fast.csv"), "data/dock-fast.csv:401: ", Demo),
        ["missing column"] = new(Replace("barn-fast.csv", "x,y\n", "x,z\n"), "data/barn-fast.csv:1: column 'y' is missing", Demo),
        ["text for a number"] = new(Insert("cellar-slow.csv", 7, "0.1,much"), "data/cellar-slow.csv:8: column 'y': 'much'", Demo),
        ["unknown label"] = new(
            Replace("split.csv", "attic-slow.csv,slow", "attic-slow.csv,sluggish"), "data/split.csv:2: column 'label': ", Demo),
        ["missing recording"] = new(Remove("barn-slow.csv"), "data/barn-slow.csv: file not found", Demo),
        ["leaky split"] = new(
            Replace("split.csv", "fast,cellar,test", "fast,attic,test"), "data/split.csv:10: the split leaks: group 'attic'", Demo),
        ["broken description"] = new(
            Replace("dataset.json", "\"rate_hz\": 50", "\"rate_hz\": -1"), "data/dataset.json: field rate_hz: ", Demo),
        ["cut description"] = new(Truncate("dataset.json"), "data/dataset.json", Demo),
        ["regression"] = new(Regression, "not yet", Demo),
        ["anomaly without a normal state"] = new(
            Replace("dataset.json", "\"classification\"", "\"anomaly\""), "data/dataset.json: field normal: is empty", Demo),
        ["a broken photograph"] = new(Images, "data/ziffer_sortiert_resize/1.jpg: a damaged JPEG", [.. Demo, "--task", "meter-digits"]),
        ["port out of range"] = new(Nothing, "port: 70000", [.. Demo, "--port", "70000"]),
        ["unknown option"] = new(Nothing, "'--frobnicate'", "demo", "--frobnicate"),
        ["seed that is no number"] = new(Nothing, "'--seed'", "demo", "--seed", "x"),
        ["unknown verb"] = new(Nothing, "'frobnicate'", "frobnicate"),
        ["no verb"] = new(Nothing, "command", []),
        ["training without data"] = new(Nothing, "'--data'", "train", "trees", "--out", "models"),
        ["training with a seed that is no number"] = new(
            Nothing, "'--seed'", "train", "net", "--data", "data", "--out", "models", "--seed", "x"),
        ["training of an unknown family"] = new(Nothing, "'oak'", "train", "trees", "--data", "data", "--out", "models", "--family", "oak"),
        ["training on a bad number"] = new(
            Insert("attic-slow.csv", 3, "a,0"), "data/attic-slow.csv:4: column 'x': 'a'", "train", "net", "--data", "data",
            "--out", "models"),
        ["training into a file"] = new(
            Write("models", "mine"), "data/models", "train", "trees", "--quick", "--data", "data", "--out", "data/models"),
        ["validation of an unknown family"] = new(Nothing, "'oak'", "validate", "--data", "data", "--family", "oak"),
        ["simulation over a folder in use"] = new(Nothing, "data: exists already", "data", "simulate", "data"),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => All.Keys.Select(name => new TheoryDataRow<string>(name));

    private static void Nothing(string folder)
    {
    }

    private static Action<string> Write(string file, string text) => folder => File.WriteAllText(Path.Combine(folder, file), text);

    private static Action<string> Remove(string file) => folder => File.Delete(Path.Combine(folder, file));

    private static Action<string> Replace(string file, string old, string by) => folder =>
    {
        var text = File.ReadAllText(Path.Combine(folder, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, file), text.Replace(old, by, StringComparison.Ordinal));
    };

    private static Action<string> Insert(string file, int at, string line) => folder =>
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file)).ToList();
        lines.Insert(at, line);
        File.WriteAllLines(Path.Combine(folder, file), lines);
    };

    /// <summary>As a copy ends on a full disk: in the middle of the last line.</summary>
    private static Action<string> Truncate(string file) => folder =>
    {
        var text = File.ReadAllText(Path.Combine(folder, file)).TrimEnd();
        File.WriteAllText(Path.Combine(folder, file), text[..(text.LastIndexOfAny([',', '\n']) - 1)]);
    };

    private static void Regression(string folder)
    {
        Replace("dataset.json", "\"classification\"", "\"regression\"")(folder);
        Replace("dataset.json", """[{ "name": "slow" }, { "name": "medium" }, { "name": "fast" }]""", "[]")(folder);
        foreach (var (label, target) in new[] { ("slow", "2"), ("medium", "5"), ("fast", "11") })
            Replace("split.csv", $",{label},", $",{target},")(folder);
    }

    private static void Images(string folder)
    {
        Remove("dataset.json")(folder);
        Directory.CreateDirectory(Path.Combine(folder, "ziffer_sortiert_resize"));
        foreach (var digit in new[] { 1, 2 })
            File.WriteAllBytes(Path.Combine(folder, "ziffer_sortiert_resize", $"{digit}.jpg"), [0xFF, 0xD8, 0xFF, .. new byte[16]]);
        Write("split_time.csv", """
            path,label,group,split
            ziffer_sortiert_resize/1.jpg,1,one,train
            ziffer_sortiert_resize/2.jpg,2,two,test

            """)(folder);
    }
}
