using System.Globalization;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>The records as lines of Markdown tables.</summary>
internal static class TreeTable
{
    private static readonly string[] Peers = ["ort", "mlnet", "lightgbm", "xgboost"];

    public static void Print(TreeResult result)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| case | mode | kernel | us | ORT / ours, spread | ML.NET / ours, spread | LightGBM / ours, spread | "
            + "XGBoost / ours, spread | bits equal | allocates, bytes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var ours in result.Ours)
            Console.WriteLine(Line(ours));
        Console.WriteLine();
        Console.WriteLine("| case | mode | peer | us | bits equal | largest difference | rows compared |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var peer in result.Peers)
            Console.WriteLine(Line(peer));
    }

    private static string Line(TreeRecord ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {ours.Case} | {ours.Mode} | {ours.Kernel} | {ours.NsMedian / 1e3:0.000} | "
        + $"{string.Join(" | ", Peers.Select(peer => Ratio(ours, peer)))} | {(ours.BitEqual ? "yes" : "no")} | {ours.AllocatedBytes:0} |");

    private static string Line(PeerRecord peer) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {peer.Case} | {peer.Mode} | {peer.Peer} | {peer.NsMedian / 1e3:0.000} | {(peer.Agreement.BitEqual ? "yes" : "no")} | "
        + $"{peer.Agreement.LargestDifference:0.0e0} | {peer.Agreement.Rows} |");

    private static string Ratio(TreeRecord ours, string peer) => ours.Ratio.TryGetValue(peer, out var ratio)
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0} ({ours.RatioP10[peer]:0.0} to {ours.RatioP90[peer]:0.0})")
        : "";
}
