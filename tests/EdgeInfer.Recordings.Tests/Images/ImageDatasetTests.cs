using System.Buffers.Binary;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Sampling;
using EdgeInfer.Images.Files;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Png;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Images;

public sealed class ImageDatasetTests : IDisposable
{
    private const int Mutations = 3_000;
    private const int Seed = 9;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PngsAreReadChannelByChannelAndRowByRow()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var images = WindowSet.Read(set, set.Recordings, set.TestShape);

        Assert.Equal([1, 2, 1, 2, 1, 2, 0, 0, 10, 10, 20, 20, 200, 200, 200, 200, 200, 200], images.Values[0]);
        Assert.Equal([0, 1, 0, 1], images.Labels);
        Assert.Equal(["x", "x", "y", "y"], images.Groups);
        Assert.True(set.StreamsOfOneWindow);
    }

    [Fact]
    public void AGrayFrameTakesTheLumaOfColourImages()
    {
        ImageFolder.WritePngs(_folder, "gray");
        var set = RecordingSet.Open(_folder.Path);

        Assert.Equal([23, 23, 29, 29, 35, 35], WindowSet.Read(set, [set.Recordings[0]], set.TestShape).Values[0]);
    }

    [Fact]
    public void IdxFilesAreBlocksOfConsecutiveImages()
    {
        ImageFolder.WriteIdx(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var test = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Test), set.TestShape);
        var train = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Train), set.TestShape);

        Assert.False(set.StreamsOfOneWindow);
        Assert.Equal((40, 20), (train.Values.Length, test.Values.Length));
        Assert.Equal(20, train.Groups.Distinct().Count());
        Assert.Equal("train-02", train.Groups[2]);
        Assert.Equal([2, 2, 2, 2, 2, 2], train.Values[2]);
        Assert.Equal([0, 1, 0], train.Labels.Take(3));
        Assert.Equal([0L, 100_000_000L], train.StartNanoseconds.Take(2));
    }

    [Fact]
    public void ImagesOfSeveralRecordingsFollowEachOtherAtOneRate()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);
        var playback = Playback.Paced(100, TimeProvider.System);
        var due = new List<long>();
        foreach (var recording in set.Recordings)
        {
            var source = set.OpenSource(recording, playback);
            var values = new float[set.TestShape.SampleLength];
            while (source.TryRead(values, out SampleHeader header, CancellationToken.None))
                due.Add(header.DueTimestamp);
        }

        var period = TimeProvider.System.TimestampFrequency / 1000.0;
        Assert.Equal(4, due.Count);
        Assert.All(due.Skip(1).Zip(due), pair => Assert.Equal(period, pair.First - pair.Second, 1.0));
    }

    [Fact]
    public void AFrameADayIsAWindowThatManifestsAllowAndLessIsRefused()
    {
        ImageFolder.WritePngs(_folder);
        var path = _folder.File("dataset.json");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"schema\": 1,", "\"schema\": 1, \"rate_hz\": 0.00001,", StringComparison.Ordinal));
        Assert.InRange(RecordingSet.Open(_folder.Path).TestShape.MaxGapSeconds, 0.001, 3_600);

        File.WriteAllText(path, text.Replace("\"schema\": 1,", "\"schema\": 1, \"rate_hz\": 0.000009,", StringComparison.Ordinal));
        Assert.Contains(
            "rate_hz", Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALogarithmicScaleIsForSignals()
    {
        ImageFolder.WritePngs(_folder);
        var path = _folder.File("dataset.json");
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"schema\": 1,", "\"schema\": 1, \"amplitude_scale\": \"logarithmic\",", StringComparison.Ordinal));

        Assert.Contains(
            "amplitude_scale: 'logarithmic' is for signals, not images",
            Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 3, "3 x 3 px; frame says 2 x 3")]
    [InlineData(2, 4, "2 x 4 px; frame says 2 x 3")]
    public void AnImageOfAnotherSizeIsRefusedByName(int width, int height, string reason)
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("3.png"), ImageFolder.Png(width, height, 1));

        Assert.Equal([$"{_folder.File("3.png")}: {reason}"], DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void APngThatAsksForADictionaryIsRefused()
    {
        // The fuzzer's find: zlib reports this case by an exception of its own.
        var bytes = ImageFolder.Png(2, 3, 1);
        var type = bytes.AsSpan().IndexOf("IDAT"u8);
        (bytes[type + 4], bytes[type + 5]) = (0x78, 0xBB);
        var end = type + 4 + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(type - 4));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(end), Crc32.Of(bytes.AsSpan(type..end)));

        var error = Assert.Throws<InvalidInputException>(() => PngImage.Read(bytes, new FrameShape(2, 3, FrameColour.Rgb), "one.png"));

        Assert.StartsWith("one.png: a damaged PNG: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATruncatedPngIsRefusedByName()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("4.png"), ImageFolder.Png(2, 3, 1)[..50]);

        var problem = Assert.Single(DatasetCheck.Run(_folder.Path).Problems);

        Assert.StartsWith(_folder.File("4.png") + ": ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AChunkThatDoesNotMatchItsChecksumIsRefused()
    {
        ImageFolder.WritePngs(_folder);
        var bytes = ImageFolder.Png(2, 3, 1);
        bytes[^1] ^= 1;
        File.WriteAllBytes(_folder.File("4.png"), bytes);

        Assert.Equal(
            [$"{_folder.File("4.png")}: a damaged PNG: a chunk of 0 bytes does not match its checksum"],
            DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void HalfASignatureIsNoImage()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("4.png"), [0x89, 0x50, 0x4E, 0x47, .. new byte[40]]);

        Assert.Contains(
            "is neither a JPEG nor a PNG image",
            Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdxFileThatEndsEarlyIsRefusedByName()
    {
        ImageFolder.WriteIdx(_folder);
        ImageFolder.Gzip(
            _folder.File("t10k-images-idx3-ubyte.gz"),
            [0, 0, 8, 3, .. ImageFolder.Number(20), .. ImageFolder.Number(2), .. ImageFolder.Number(3), 1, 2, 3]);

        var problem = Assert.Single(DatasetCheck.Run(_folder.Path).Problems);

        Assert.Equal(
            $"{_folder.File("t10k-images-idx3-ubyte.gz")}: holds 3 of the 120 values that its header announces: is it truncated?", problem);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8 }, "ends inside the header of an IDX file, after 3 of 16 bytes")]
    [InlineData(
        new byte[] { 0, 0, 9, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1 },
        "begins with 00 00 09 03; an IDX file of bytes in 3 dimensions with 00 00 08 03")]
    [InlineData(new byte[] { 0, 0, 8, 3, 255, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3 }, "announces 4278190080 entries, not 1 to 1000000")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 9, 0, 0, 255, 0, 2, 0, 255, 0, 3 }, "values, not 1 to 100000000")]
    public void AWrongIdxHeaderIsRefusedBeforeAnythingIsRead(byte[] bytes, string reason)
    {
        ImageFolder.WriteIdx(_folder);
        File.WriteAllBytes(_folder.File("t10k-images-idx3-ubyte.gz"), bytes);

        Assert.Contains(
            reason, Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdxFileTakesNoMemoryForValuesThatNeverArrive()
    {
        var path = _folder.File("train-images-idx3-ubyte");
        byte[] header = [0, 0, 8, 3, .. ImageFolder.Number(1_000), .. ImageFolder.Number(300), .. ImageFolder.Number(300), 1, 2];
        ImageFolder.Gzip(path, header);
        using (var packed = IdxFile.Open(path, 3))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains(
                "holds 2 of the 90000000", Assert.Throws<InvalidInputException>(packed.ReadValues).Message, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }

        File.WriteAllBytes(path, header);
        Assert.Contains(
            "holds 2 of the 90000000", Assert.Throws<InvalidInputException>(() => IdxFile.Open(path, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdxFileOfSeveralChunksIsReadWhole()
    {
        var path = _folder.File("train-images-idx3-ubyte");
        byte[] values = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i % 251))];
        ImageFolder.Gzip(
            path, [0, 0, 8, 3, .. ImageFolder.Number(3), .. ImageFolder.Number(1_000), .. ImageFolder.Number(1_000), .. values]);
        using var file = IdxFile.Open(path, 3);

        Assert.Equal(values, file.ReadValues());
    }

    [Fact]
    public void LabelsMustBeAsManyAsImagesAndOfTheTask()
    {
        ImageFolder.WriteIdx(_folder);
        var labels = _folder.File("t10k-labels-idx1-ubyte.gz");
        ImageFolder.Gzip(labels, [0, 0, 8, 1, .. ImageFolder.Number(2), 0, 1]);
        Assert.Equal([$"{labels}: announces 2 labels for 20 images"], DatasetCheck.Run(_folder.Path).Problems);

        ImageFolder.Gzip(labels, [0, 0, 8, 1, .. ImageFolder.Number(20), .. new byte[19], 7]);
        Assert.Equal([$"{labels}: label 19: '7' is not a label of the task (0, 1)"], DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void ASampleHoldsAsManyImagesOfEveryClassAndIsTheSameForASeed()
    {
        ImageFolder.WriteIdx(_folder);
        var original = _folder.File("train-images-idx3-ubyte.gz");
        IdxSample.Write(original, _folder.File("one"), 10, seed: 1);
        IdxSample.Write(original, _folder.File("two"), 10, seed: 1);
        var file = "train-images-idx3-ubyte.gz";

        using var labels = IdxFile.Open(_folder.File("one/train-labels-idx1-ubyte.gz"), 1);
        Assert.Equal(5, labels.ReadValues().Count(label => label == 0));
        Assert.Equal(File.ReadAllBytes(_folder.File("one/" + file)), File.ReadAllBytes(_folder.File("two/" + file)));
        Assert.Throws<InvalidInputException>(() => IdxSample.Write(original, _folder.File("three"), 60, seed: 1));
    }

    [Fact]
    [Slow("reads a real data set")]
    public void EveryPhotographIsRead()
    {
        var folder = Repository.SharedData("meter_digits");
        var set = RecordingSet.Open(folder, "meter-digits");

        Assert.Equal(1_508, set.Recordings.Count);
        Assert.All(set.Recordings, recording => StillFile.Read(Path.Combine(folder, recording.Path), set.TestShape.Frame!));
    }

    [Fact]
    [Slow("damages files at random")]
    public void DamagedJpegsAreReadOrRefusedButNeverCrash()
    {
        var folder = Repository.SharedData("meter_digits");
        var set = RecordingSet.Open(folder, "meter-digits");
        var original = File.ReadAllBytes(Path.Combine(folder, set.Recordings[7].Path));
        var random = new Random(Seed);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            byte[] bytes = random.Next(4) == 0 ? original[..random.Next(original.Length)] : [.. original];
            for (var change = random.Next(6); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = JpegImage.Read(bytes, set.TestShape.Frame!, "mutated");
            }
            catch (InvalidInputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 10, Mutations - 1);
    }

    public void Dispose() => _folder.Dispose();
}
