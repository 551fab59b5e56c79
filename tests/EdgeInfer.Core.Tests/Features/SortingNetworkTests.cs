using System.Numerics;
using CsCheck;
using EdgeInfer.Core.Features;

namespace EdgeInfer.Core.Tests.Features;

public sealed class SortingNetworkTests
{
    [Fact]
    public void EveryLaneIsSortedByItselfAtAnyLength() =>
        Gen.Double[-5, 5].Select(Math.Round).Array[Vector<double>.Count].Array[0, 150].Sample(
            rows =>
            {
                Vector<double>[] values = [.. rows.Select(row => new Vector<double>(row))];
                SortingNetwork.Sort(values);
                return Enumerable.Range(0, Vector<double>.Count).All(lane =>
                    values.Select(value => value[lane]).SequenceEqual(rows.Select(row => row[lane]).Order()));
            },
            seed: "0N0XIzNsQ0O2", iter: 1_000);
}
