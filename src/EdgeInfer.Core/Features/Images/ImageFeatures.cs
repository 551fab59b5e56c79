using EdgeInfer.Core.Numerics;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features.Images;

/// <summary>
/// Histograms of oriented gradients (Dalal and Triggs, CVPR 2005), mean and deviation of gray values on a grid, and the
/// mean of each colour of a frame.
/// <para>
/// Finite input gives finite features; a frame that holds NaN or an infinity gives NaN in all of them. All arithmetic
/// is double in one fixed order, without the C library's functions: the same bits on every processor. Allocates nothing
/// after construction; one thread at a time.
/// </para>
/// </summary>
public sealed class ImageFeatures : IFeatureExtractor
{
    public const string Id = "image-features/1";

    /// <summary>A feature's index fits 16 bits.</summary>
    public const int MaxFeatures = 65_536;

    private const int EdgeCells = 4;
    private const int LevelCells = 4;

    private readonly FrameShape _frame;
    private readonly CellGrid _levels;
    private readonly OrientationHistograms _histograms;
    private readonly BlockNormalization _blocks;
    private readonly double[] _gray;

    /// <exception cref="ArgumentException">
    /// The frame is smaller than 4 px along a side, or so long that it has more than 65,536 features.
    /// </exception>
    public ImageFeatures(FrameShape frame)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Width, CellGrid.SmallestFrame, nameof(frame));
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Height, CellGrid.SmallestFrame, nameof(frame));
        var edges = CellGrid.Of(frame, EdgeCells);
        _levels = CellGrid.Of(frame, LevelCells);
        var count = BlockNormalization.CountOf(edges) + _levels.Count * CellLevels.Names.Count;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxFeatures - frame.Channels.Count, nameof(frame));
        _frame = frame;
        _histograms = new OrientationHistograms(frame, edges);
        _blocks = new BlockNormalization(edges);
        _gray = new double[frame.PixelCount];
        Names = ImageFeatureNames.Of(frame, edges, _levels);
    }

    public IReadOnlyList<string> Names { get; }

    public int OutputLength => Names.Count;

    /// <param name="window">Values 0 to 255, [channel][row][column].</param>
    /// <param name="output">Receives <see cref="OutputLength"/> features.</param>
    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        if (window.Length != _frame.PixelCount * _frame.Channels.Count || output.Length < OutputLength)
            throw new ArgumentException(
                $"frame of {window.Length} values for {_frame.PixelCount * _frame.Channels.Count}, "
                + $"output of {output.Length} for {OutputLength}");

        var features = new FeatureWriter(output);
        if (!FiniteValues.Are(window))
        {
            features.WriteUnknown(OutputLength);
            return;
        }

        _histograms.Compute(window);
        _blocks.Write(_histograms, ref features);
        GrayOf(window);
        CellLevels.Write(_gray, _frame.Width, _levels, ref features);
        if (_frame.Colour == FrameColour.Rgb)
            WriteColours(window, ref features);
    }

    /// <summary>Luma of ITU-R BT.601.</summary>
    private void GrayOf(ReadOnlySpan<float> window)
    {
        var pixels = _gray.Length;
        for (var i = 0; i < pixels; i++)
        {
            _gray[i] = _frame.Colour == FrameColour.Gray
                ? window[i]
                : 0.299 * window[i] + 0.587 * window[pixels + i] + 0.114 * window[2 * pixels + i];
        }
    }

    private void WriteColours(ReadOnlySpan<float> window, ref FeatureWriter features)
    {
        var pixels = _gray.Length;
        for (var plane = 0; plane < window.Length; plane += pixels)
        {
            var sum = 0.0;
            foreach (var value in window.Slice(plane, pixels))
                sum += value;
            features.Write(sum / pixels);
        }
    }
}
