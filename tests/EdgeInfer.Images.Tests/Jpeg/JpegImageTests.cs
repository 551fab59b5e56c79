using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Images.Tests.Jpeg;

public sealed class JpegImageTests
{
    private const int Mutations = 3_000;
    private const int Seed = 9;

    [Fact]
    public void DamagedJpegsAreReadOrRefusedButNeverCrash()
    {
        var original = File.ReadAllBytes(
            Path.Combine(Repository.SharedData("meter_digits"), "ziffer_sortiert_resize", "0_0_ROI5_20210422-203435.jpg"));
        var frame = new FrameShape(20, 32, FrameColour.Rgb);
        var random = new Random(Seed);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            byte[] bytes = random.Next(4) == 0 ? original[..random.Next(original.Length)] : [.. original];
            for (var change = random.Next(6); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = JpegImage.Read(bytes, frame, "mutated");
            }
            catch (InvalidInputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 10, Mutations - 1);
    }
}
